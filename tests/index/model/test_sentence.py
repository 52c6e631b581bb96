"""What goes through sentence-transformers: any folder, torch's threads, and a reranker that is not there."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from corpus.errors import ModelError
from index.embedding import ModelOptions, ensure_default_model
from index.model.sentence import Reranker, SentenceEmbedder


def test_any_folder_can_be_the_model(model_options: ModelOptions) -> None:
    folder = ensure_default_model(model_options)
    embedder = SentenceEmbedder.from_library(str(folder), threads=1)
    assert embedder.name == folder.name
    assert embedder.dim == 384
    default = SentenceEmbedder.from_folder(folder, name="x", graph=None, threads=1)
    assert np.allclose(embedder.query("hundrastgård"), default.query("hundrastgård"), atol=2e-3)


def test_a_reranker_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="BESLUTSMINNE_RERANKER") as caught:
        Reranker(str(tmp_path / "finns-inte"))
    assert "\n" not in str(caught.value)
