"""PDF → `corpus.reading.Reading`: the document, its pages, their lines, and the paragraphs with a box for each line."""
