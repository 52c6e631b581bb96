"""Weights as blocks: nothing is lost of what is made of blocks, and what is not is left as it is."""

from __future__ import annotations

from typing import Any

import numpy as np
import openvino
import pytest
from openvino import opset13 as opset

from index.model.weight_blocks import BLOCK, Floats, as_blocks, in_blocks, unpacked

DRAW = np.random.default_rng(5)


def q4(out: int, wide: int) -> Floats:
    """A matrix as a container gives it: whole numbers from -8 to 7, by one fp16 scale for each block."""
    numbers = DRAW.integers(-8, 8, (out, wide // BLOCK, BLOCK))
    numbers[:, :, 3] = -8
    scales = DRAW.normal(0, 0.02, (out, wide // BLOCK, 1)).astype(np.float16).astype(np.float32)
    return (numbers * scales).reshape(out, wide).astype(np.float32)


def product(weights: Floats) -> openvino.Model:
    """A graph that multiplies rows by a matrix, and by another that is no constant of blocks."""
    rows = opset.parameter([-1, weights.shape[1]], np.float32)
    plain = opset.constant(np.eye(len(weights), dtype=np.float32) / 3)
    made = opset.matmul(opset.matmul(rows, opset.constant(weights), False, True), plain, False, True)
    return openvino.Model([made], [rows])


def types(model: Any) -> list[str]:
    return [node.get_type_name() for node in model.get_ordered_ops()]


def answer(model: openvino.Model, rows: Floats) -> Floats:
    settings = {"INFERENCE_PRECISION_HINT": "f32", "DYNAMIC_QUANTIZATION_GROUP_SIZE": "0"}
    found: Floats = openvino.compile_model(model, "CPU", settings)([rows])[0]
    return found


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
    assert types(in_blocks(product(weights))) == types(product(weights))


def test_a_graph_of_blocks_multiplies_as_before_and_is_unpacked_to_what_it_was() -> None:
    weights, rows = q4(16, 64), DRAW.normal(size=(5, 64)).astype(np.float32)
    before = answer(product(weights), rows)
    packed = in_blocks(product(weights))
    assert types(packed).count("Reshape") == 1
    np.testing.assert_allclose(answer(packed, rows), before, atol=1e-5)
    again = unpacked(packed)
    assert types(again) == types(product(weights))
    np.testing.assert_allclose(answer(again, rows), before, atol=1e-6)
