"""What a Dask worker does: read a PDF that it is sent, embed texts with the model that it is told, and refuse both
where it is not of the same version as the process that commits the results."""

from __future__ import annotations

import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.errors import ClusterError, UnreadableCode, UnreadableError
from corpus.reading import Reading
from ingest.batch.stages import Embedder
from ingest.pages.isolation import read_isolated
from ingest.pages.options import ReadOptions

Vectors = npt.NDArray[np.float32]
MakeEmbedder = Callable[[], Embedder]
LIBRARIES = ("pypdf", "pypdfium2")
"""Whose versions decide what a page says."""
PROBE = "Kommunfullmäktige beslutar att motionen ska anses besvarad."
LEAST_COSINE = 0.999
"""Between runtimes of one model; the least in shared/study is 0.9998, int8 activations give 0.970."""


@dataclass(frozen=True, slots=True)
class Versions:
    """What must be alike for a reading to be the same: our reader, Python, the PDF libraries."""

    reader: str
    python: str
    libraries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ModelProof:
    """What must be alike for vectors to be of one model: name, dimension, and the vector of PROBE."""

    name: str
    dim: int
    probe: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """An UnreadableError on its way between processes."""

    code: UnreadableCode
    message: str
    hint: str

    def error(self) -> UnreadableError:
        """The error again."""
        return UnreadableError(self.code, self.message, hint=self.hint)


def versions(reader: str) -> Versions:
    """Those of this process."""
    found = tuple(f"{name} {metadata.version(name)}" for name in LIBRARIES)
    return Versions(reader, f"{sys.version_info.major}.{sys.version_info.minor}", found)


def proof(embedder: Embedder) -> ModelProof:
    """That of this process's model."""
    return ModelProof(embedder.name, embedder.dim, tuple(embedder.passages([PROBE])[0].tolist()))


def read(data: bytes, options: ReadOptions, expected: Versions) -> Reading | Failed:
    """Read a PDF's bytes, in a process of its own with limits, as at home.

    Raises:
        ClusterError: this worker is of another version.
    """
    refuse_other_versions(expected, versions(expected.reader))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(data)
        try:
            return read_isolated(path, options)
        except UnreadableError as error:
            return Failed(error.code, error.message, error.hint)


def embed(texts: Sequence[str], make: MakeEmbedder, expected: ModelProof) -> Vectors:
    """The texts' vectors `(n, dim) float32, rows of unit length`, by a model that is loaded once a process.

    Raises:
        ClusterError: this worker's model is another one.
    """
    return _loaded(make, expected).passages(texts)


def refuse_other_versions(expected: Versions, found: Versions) -> None:
    """Two versions in one catalogue would be told apart by nothing.

    Raises:
        ClusterError: they differ; the message says in what.
    """
    if found != expected:
        raise ClusterError(
            f"En Dask-arbetare har andra versioner ({found}) än den här datorn ({expected}).",
            hint="Installera samma version av beslutsminne på alla.",
        )


_models: dict[str, Embedder] = {}
_lock = threading.Lock()


def _loaded(make: MakeEmbedder, expected: ModelProof) -> Embedder:
    with _lock:
        if expected.name not in _models:
            embedder = make()
            _refuse_other_model(expected, proof(embedder))
            _models[expected.name] = embedder
        return _models[expected.name]


def _refuse_other_model(expected: ModelProof, found: ModelProof) -> None:
    alike = (found.name, found.dim) == (expected.name, expected.dim)
    if not alike or float(np.dot(found.probe, expected.probe)) < LEAST_COSINE:
        raise ClusterError(
            f"En Dask-arbetares modell {found.name} ({found.dim} tal) ger andra vektorer än {expected.name} "
            f"({expected.dim} tal) här.",
            hint="Använd samma modell och BESLUTSMINNE_RUNTIME på alla.",
        )
