"""How models run through sentence-transformers: the one file that imports it and torch.

Any sentence-transformers model can be set. The default model runs as torch (autocast bf16 where the processor has it:
24 passages/s against 14 on two Zen 4 cores) or with its OpenVINO graph as the input module (31 passages/s).
"""

from __future__ import annotations

import contextlib
import os
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from sentence_transformers import CrossEncoder, SentenceTransformer
from sentence_transformers.base.modules import InputModule
from sentence_transformers.sentence_transformer.modules import Normalize, Pooling

from corpus.errors import ModelError
from index.model.folder import MAX_TOKENS, PROMPTS
from index.model.openvino_runtime import Graph, Tokens, save_graph

Floats = npt.NDArray[np.float32]
BATCH = 32


class GraphModule(InputModule):
    """The OpenVINO graph as sentence-transformers' input module: text in, token embeddings out."""

    save_in_root = False

    def __init__(self, folder: Path, graph: Path, *, threads: int) -> None:
        """Load the tokenizer from `folder` and compile `graph`."""
        super().__init__()  # type: ignore[no-untyped-call]
        self._tokens = Tokens(folder)
        self.tokenizer = self._tokens.tokenizer
        self._graph = Graph(graph, threads=threads)
        self.max_seq_length = MAX_TOKENS
        ids, mask = self._tokens.arrays(["mått"])
        self._dim = int(self._graph.hidden_states(ids, mask).shape[2])

    def get_embedding_dimension(self) -> int:
        """The length of a token's vector."""
        return self._dim

    def preprocess(self, inputs: Sequence[Any], prompt: str | None = None, **_: Any) -> dict[str, Any]:
        """Texts to token ids and mask, with the prompt in front."""
        ids, mask = self._tokens.arrays([(prompt or "") + str(text) for text in inputs])
        return {"input_ids": torch.from_numpy(ids), "attention_mask": torch.from_numpy(mask)}

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Add the token embeddings to `features`."""
        hidden = self._graph.hidden_states(features["input_ids"].numpy(), features["attention_mask"].numpy())
        features["token_embeddings"] = torch.from_numpy(hidden)
        return features

    def save(self, *_: Any, **__: Any) -> None:
        """The graph already lies in the model's folder; there is nothing to save."""


class SentenceEmbedder:
    """A sentence-transformers model as an `index.embedding.Embedder`; uses the model's own prompts."""

    def __init__(self, model: SentenceTransformer, *, name: str, autocast: bool) -> None:
        """Wrap a loaded model; `autocast` runs it in bf16."""
        self._model = model
        self._autocast = autocast
        self.name = name
        self.dim = int(model.get_embedding_dimension() or 0)

    @classmethod
    def from_folder(cls, folder: Path, *, name: str, graph: Path | None, threads: int) -> SentenceEmbedder:
        """The default model from its folder, by its OpenVINO graph if there is one, else by torch."""
        with _offline():
            if graph is None:
                _set_threads(threads)
                return cls(SentenceTransformer(str(folder), device="cpu"), name=name, autocast=_has_bf16())
            module = GraphModule(folder, graph, threads=threads)
            parts = [module, Pooling(module.get_embedding_dimension(), "mean"), Normalize()]
            return cls(SentenceTransformer(modules=parts, device="cpu", prompts=PROMPTS), name=name, autocast=False)

    @classmethod
    def from_library(cls, model: str, *, threads: int) -> SentenceEmbedder:
        """Any model id or folder, on the device that the library picks; raises ModelError if it is not to be had."""
        _set_threads(threads)
        try:
            loaded = SentenceTransformer(model)
        except Exception as error:
            raise ModelError(
                f"Språkmodellen »{model}« kunde inte läsas ({type(error).__name__}).",
                hint="Kontrollera BESLUTSMINNE_MODEL: ett modellnamn som kan hämtas, eller en mapp på denna dator.",
            ) from error
        return cls(loaded, name=_name_of(model), autocast=loaded.device.type == "cpu" and _has_bf16())

    def passages(self, texts: Sequence[str]) -> Floats:
        """`(n, dim) float32, rows of unit length`; the library sorts by length within the call."""
        if not texts:
            return np.zeros((0, self.dim), np.float32)
        with self._precision():
            return self._unit(self._model.encode_document(_clean(texts), batch_size=BATCH, show_progress_bar=False))

    def query(self, text: str) -> Floats:
        """`(dim,) float32, unit length`."""
        with self._precision():
            vector: Floats = self._unit(self._model.encode_query(_clean([text]), show_progress_bar=False))[0]
        return vector

    @contextlib.contextmanager
    def _precision(self) -> Iterator[None]:
        with torch.inference_mode():
            if not self._autocast:
                yield
                return
            with torch.autocast("cpu", dtype=torch.bfloat16):
                yield

    @staticmethod
    def _unit(vectors: Any) -> Floats:
        found = np.asarray(vectors, np.float32)
        unit: Floats = found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-12)
        return unit


class Reranker:
    """A sentence-transformers CrossEncoder, for those who set one: scores question and passage together."""

    def __init__(self, model: str) -> None:
        """Load `model` (id or folder); raises ModelError if it is not to be had."""
        try:
            self._model = CrossEncoder(model)
        except Exception as error:
            raise ModelError(
                f"Omrankningsmodellen »{model}« kunde inte läsas ({type(error).__name__}).",
                hint="Kontrollera BESLUTSMINNE_RERANKER eller ta bort den.",
            ) from error

    def scores(self, question: str, texts: Sequence[str]) -> tuple[float, ...]:
        """One score a text, higher = better."""
        pairs = [(question, text) for text in _clean(texts)]
        return tuple(float(score) for score in self._model.predict(pairs, show_progress_bar=False))


def convert_to_openvino(folder: Path, target: Path) -> None:
    """Write the OpenVINO graph of the default model in `folder` (token ids and mask to hidden states)."""

    class HiddenStates(torch.nn.Module):
        def __init__(self, bert: Any) -> None:
            super().__init__()
            self.bert = bert

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> Any:
            return self.bert(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state

    with _offline(), warnings.catch_warnings(), torch.inference_mode():
        warnings.simplefilter("ignore")
        transformer: Any = SentenceTransformer(str(folder), device="cpu")[0]
        bert = transformer.auto_model.eval()
        example = (torch.ones(2, 7, dtype=torch.long), torch.ones(2, 7, dtype=torch.long))
        save_graph(HiddenStates(bert), example, target)


@contextlib.contextmanager
def _offline() -> Iterator[None]:
    """A local folder needs no hub: do not let the library look for one, nor print its loading bars."""
    from transformers.utils import logging

    before = os.environ.get("HF_HUB_OFFLINE")
    os.environ["HF_HUB_OFFLINE"] = "1"
    logging.disable_progress_bar()
    logging.set_verbosity_error()
    try:
        yield
    finally:
        if before is None:
            del os.environ["HF_HUB_OFFLINE"]
        else:
            os.environ["HF_HUB_OFFLINE"] = before


def _set_threads(threads: int) -> None:
    if threads:
        torch.set_num_threads(threads)


def _has_bf16() -> bool:
    probes = ("_is_avx512_bf16_supported", "_is_amx_tile_supported")
    return any(getattr(torch.cpu, probe, lambda: False)() for probe in probes)


def _name_of(model: str) -> str:
    folder = Path(model)
    return folder.resolve().name if folder.is_dir() else model


def _clean(texts: Sequence[str]) -> list[str]:
    return [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
