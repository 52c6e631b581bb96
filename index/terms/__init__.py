"""Swedish terms: one analysis in Python for passages and questions alike."""
