"""The 4-bit container, checked against blocks packed by hand."""

from __future__ import annotations

import struct

import numpy as np
import pytest

from corpus.errors import ModelError
from index.model.e5_container import Container


def packed(scale: float, low: list[int], high: list[int]) -> bytes:
    """One Q4_0 block: scale, then 16 bytes, each with a low and a high nibble."""
    return np.float16(scale).tobytes() + bytes(a | b << 4 for a, b in zip(low, high, strict=True))


def container(tensors: dict[str, bytes]) -> bytes:
    """A container with two pieces, an empty normaliser and the given tensors."""
    pieces = [b"<s>", "å".encode()]
    head = b"E5S1" + struct.pack("<I", 1) + struct.pack("<7i", 4, 1, 1, 8, 2, 16, 1) + struct.pack("<fi", 1e-12, 0)
    head += struct.pack("<i", 2) + struct.pack("<4i", 0, 0, 0, 1) + struct.pack("<Q", 5)
    head += struct.pack("<3I", 0, 3, 5) + struct.pack("<2f", 0.0, -1.5) + b"".join(pieces)
    head += struct.pack("<iI", 0, 3) + b"xyz" + struct.pack("<i", len(tensors))
    size = sum(2 + len(name) + 21 for name in tensors)
    offset = len(head) + size
    directory, body = b"", b""
    for name, data in tensors.items():
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", 0, 0, offset + len(body), len(data))
        body += data
    return head + directory + body


def test_sizes_and_vocabulary() -> None:
    parsed = Container(container({}))
    assert parsed.dimensions.hidden == 4
    assert parsed.dimensions.positions == 16
    assert parsed.vocabulary.pieces == ("<s>", "å")
    assert parsed.vocabulary.scores == (0.0, -1.5)
    assert parsed.vocabulary.unknown_id == 1


def test_quantised_weights_are_nibbles_less_eight_times_scale() -> None:
    block = packed(0.5, [8, 9, *[8] * 14], [0, 15, *[8] * 14])
    values = Container(container({"emb.word": block})).tensor("emb.word")
    assert values.shape == (32,)
    assert values[1] == 0.5  # (9 - 8) * 0.5
    assert values[16] == -4.0  # (0 - 8) * 0.5
    assert values[17] == 3.5  # (15 - 8) * 0.5
    assert np.count_nonzero(values) == 3


def test_plain_weights_are_floats() -> None:
    data = np.array([1.25, -2.0], "<f4").tobytes()
    assert Container(container({"l0.aln.w": data})).tensor("l0.aln.w").tolist() == [1.25, -2.0]


def test_another_file_is_refused() -> None:
    with pytest.raises(ModelError, match="fel format"):
        Container(b"PK\x03\x04")
