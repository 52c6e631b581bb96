"""Swedish terms: one analysis in Python for passages and questions alike."""

from index.terms.analysis import Word, analyse, words

__all__ = ["Word", "analyse", "words"]
