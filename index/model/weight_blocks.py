"""Weights as the model's own blocks: 4-bit numbers, kept in 8 bits, with one scale for each 32 of a row.

That is what the container holds (index/model/e5_container.py), so nothing is lost; OpenVINO multiplies such weights
without making float32 of them first, and where the processor can by products of whole numbers.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

BLOCK = 32
LOWEST, HIGHEST = -8, 7
LARGEST_ERROR = 1e-3
"""Of a block's largest number: weights that are further from whole numbers of its scale are left as they are."""

Floats = npt.NDArray[np.float32]


def as_blocks(weights: Floats) -> tuple[npt.NDArray[np.int8], Floats] | None:
    """`(out, in)` as numbers `(out, in / 32, 32) int8` and scales `(out, in / 32, 1)`; None where they are not Q4_0.

    In Q4_0 a block's number farthest from 0 is -8, or 8 by a scale that is negative.
    """
    out, wide = weights.shape
    if wide % BLOCK:
        return None
    blocks = weights.reshape(out, wide // BLOCK, BLOCK)
    farthest = np.take_along_axis(blocks, np.abs(blocks).argmax(axis=2)[..., None], axis=2)
    scales = np.where(farthest == 0, np.float32(1), farthest / LOWEST).astype(np.float32)
    numbers = np.clip(np.rint(blocks / scales), LOWEST, HIGHEST).astype(np.int8)
    if (np.abs(numbers * scales - blocks) > LARGEST_ERROR * np.abs(farthest)).any():
        return None
    return numbers, scales
