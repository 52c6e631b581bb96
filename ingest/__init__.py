"""From a PDF to the corpus: reading, layout, OCR, genre, demands and decisions, cases, and the batch that runs them."""
