"""Weights as blocks: nothing is lost of what is made of blocks, and what is not is told."""

from __future__ import annotations

import numpy as np
import pytest

from index.model.weight_blocks import BLOCK, Floats, as_blocks

DRAW = np.random.default_rng(5)


def q4(out: int, wide: int) -> Floats:
    """A matrix as a container gives it: whole numbers from -8 to 7, by one fp16 scale for each block."""
    numbers = DRAW.integers(-8, 8, (out, wide // BLOCK, BLOCK))
    numbers[:, :, 3] = -8
    scales = DRAW.normal(0, 0.02, (out, wide // BLOCK, 1)).astype(np.float16).astype(np.float32)
    return (numbers * scales).reshape(out, wide).astype(np.float32)


def test_blocks_hold_exactly_what_was_packed() -> None:
    weights = q4(7, 96)
    blocks = as_blocks(weights)
    assert blocks is not None
    numbers, scales = blocks
    assert numbers.shape == (7, 3, BLOCK)
    assert numbers.dtype == np.int8
    np.testing.assert_array_equal((numbers * scales).reshape(7, 96), weights)


def test_a_block_of_zeros_is_one() -> None:
    blocks = as_blocks(np.zeros((2, 32), np.float32))
    assert blocks is not None
    assert not blocks[0].any()


@pytest.mark.parametrize(
    "weights", [DRAW.normal(size=(4, 64)).astype(np.float32), q4(4, 64)[:, :48]], ids=["any numbers", "half a block"]
)
def test_what_is_not_made_of_blocks_is_not_put_as_such(weights: Floats) -> None:
    assert as_blocks(weights) is None
