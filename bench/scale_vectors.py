"""Vectors for the runs at scale: real embeddings of the first paragraphs of a set, and jittered copies beyond them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

Half = npt.NDArray[np.float16]
HELD_OUT = 300
"""Real vectors that are asked with and never indexed."""
JITTER = 0.8


@dataclass(frozen=True, slots=True)
class Collection:
    """`base` is indexed, `queries` are asked; the first `real` rows of `base` are embeddings of real paragraphs."""

    base: Half
    queries: npt.NDArray[np.float32]
    real: int


def collection(embeddings: Path, count: int, *, dim: int = 384, seed: int = 0) -> Collection:
    """`count` vectors from a file of float16 rows (bench/scale_embed.py).

    A jittered copy is x + JITTER·(y - mean) of two real x and y, scaled to length 1: it moves along directions in which
    real paragraphs differ, and its nearest real vector is at cosine 0.949, as a real vector's is (0.952).
    """
    real = np.fromfile(embeddings, np.float16).reshape(-1, dim)
    queries, known = real[-HELD_OUT:].astype(np.float32), real[:-HELD_OUT]
    base = np.empty((count, dim), np.float16)
    used = min(count, len(known))
    base[:used] = known[:used]
    draw = np.random.default_rng(seed)
    mean = known.mean(axis=0, dtype=np.float32)
    for start in range(used, count, 50_000):
        rows = min(50_000, count - start)
        x, y = (known[draw.integers(0, len(known), rows)].astype(np.float32) for _ in range(2))
        mixed = x + JITTER * (y - mean)
        base[start : start + rows] = mixed / np.linalg.norm(mixed, axis=1, keepdims=True)
    return Collection(base, queries, used)
