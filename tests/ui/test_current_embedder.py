"""The embedder follows the home's model, and never asks with another."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import ModelError
from index.embedding import Embedder, ModelOptions, Vectors
from ui.current_embedder import CurrentEmbedder


@dataclass
class Named:
    """An embedder that gives the length of its name."""

    name: str
    dim: int = 1

    def passages(self, texts: list[str]) -> Vectors:
        return np.zeros((len(texts), 1), np.float32)

    def query(self, text: str) -> Vectors:
        return np.array([len(self.name)], np.float32)


def test_it_follows_the_home(tmp_path: Path) -> None:
    home: list[str | None] = [None]
    loaded: list[str] = []

    def load(options: ModelOptions) -> Embedder:
        loaded.append(options.model)
        name = "multilingual-e5-small-q4" if options.is_default else options.model
        return Named(name)  # type: ignore[return-value]

    embedder = CurrentEmbedder(lambda: home[0], ModelOptions(models=tmp_path), load)
    assert embedder.query("a").tolist() == [24]
    home[0] = "multilingual-e5-small-q4"
    assert embedder.query("a").tolist() == [24]
    home[0] = "BAAI/bge-m3"
    assert embedder.query("a").tolist() == [11]
    home[0] = "multilingual-e5-small-q4"
    assert embedder.query("a").tolist() == [24]
    assert loaded == ["multilingual-e5-small", "BAAI/bge-m3", "multilingual-e5-small"]


def test_another_model_than_the_home_has_is_refused_before_anything_is_loaded(tmp_path: Path) -> None:
    def load(_: ModelOptions) -> Embedder:
        pytest.fail("loaded")

    with pytest.raises(ModelError, match="BESLUTSMINNE_MODEL=BAAI/bge-m3,"):
        CurrentEmbedder(lambda: "BAAI/bge-m3", ModelOptions(models=tmp_path), load)
