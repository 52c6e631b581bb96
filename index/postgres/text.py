"""How values are written for PostgreSQL: vectors in pgvector's notation, and text without what a database refuses."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def vector_text(vector: npt.NDArray[np.floating]) -> str:
    """A vector as pgvector reads it; float16 values come back bit by bit."""
    return "[" + ",".join(map(repr, vector.astype(np.float64).tolist())) + "]"


def clean(text: str) -> str:
    """Text without NUL and lone surrogates, which PostgreSQL cannot hold; the same on writing and on asking."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()
