"""What things are (paragraphs, documents, demands, decisions, cases) and the catalogue that holds them."""
