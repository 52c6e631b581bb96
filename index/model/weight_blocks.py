"""A graph's weights as the model's own blocks: 4-bit numbers, kept in 8 bits, with one scale for each 32 of a row.

That is what the container holds (index/model/e5_container.py), so nothing is lost; OpenVINO multiplies such weights
without making float32 of them first, and where the processor can by products of whole numbers.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from openvino import opset13 as opset

BLOCK = 32
LOWEST, HIGHEST = -8, 7
LARGEST_ERROR = 1e-3
"""Of a block's largest number: weights that are further from whole numbers of its scale are left as they are."""

Floats = npt.NDArray[np.float32]


def in_blocks(model: Any) -> Any:
    """The model with every matrix `(out, in)` that is multiplied by put as blocks, where it is made of such."""
    for node in model.get_ordered_ops():
        matrix = _matrix(node)
        blocks = None if matrix is None else as_blocks(np.array(matrix.data, np.float32))
        if blocks is None:
            continue
        numbers, scales = blocks
        product = opset.multiply(opset.convert(opset.constant(numbers), "f32"), opset.constant(scales))
        whole = opset.constant(np.array([len(numbers), -1], np.int64))
        node.input(1).replace_source_output(opset.reshape(product, whole, special_zero=False).output(0))
    return model


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


def unpacked(model: Any) -> Any:
    """The model with its blocks multiplied out to float32 matrices."""
    for node in model.get_ordered_ops():
        if node.get_type_name() != "MatMul" or node.input_value(1).get_node().get_type_name() != "Reshape":
            continue
        product = node.input_value(1).get_node().input_value(0).get_node()
        conversion, scales = (value.get_node() for value in product.input_values())
        if product.get_type_name() == "Multiply" and scales.get_type_name() == "Constant":
            blocks = conversion.input_value(0).get_node().data.astype(np.float32) * scales.data
            node.input(1).replace_source_output(opset.constant(blocks.reshape(len(blocks), -1)).output(0))
    return model


def _matrix(node: Any) -> Any:
    """The constant that a product of matrices multiplies by, rows to come out; None where there is none."""
    if node.get_type_name() != "MatMul" or not node.get_attributes()["transpose_b"]:
        return None
    kept = node.input_value(1).get_node()
    if kept.get_type_name() == "Convert":
        kept = kept.input_value(0).get_node()
    return kept if kept.get_type_name() == "Constant" and len(kept.shape) == 2 else None
