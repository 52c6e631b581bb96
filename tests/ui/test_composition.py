"""The parts put together answer the project's first question, in Swedish and in English."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from corpus.errors import ModelError
from ui.composition import open_searcher
from ui.settings import Settings


@pytest.mark.parametrize(
    "question", ["vad har vi beslutat om KAST-mottagningar", "what have we decided on KAST clinics"]
)
def test_the_first_question(question: str, sample_settings: Settings) -> None:
    answer = open_searcher(sample_settings).ask(question, top=5)
    texts = [hit.text for hit in answer.hits]
    assert any(text.startswith("Linköpings kommun utreder") and "KAST-mottagningar" in text for text in texts)
    decided = next(hit for hit in answer.hits if hit.text.startswith("Motionens andra förslag avslås"))
    assert decided.pages == (1,)
    assert decided.places[0].page == 1
    assert "Dnr KS 2021-845, s. 1, st." in decided.citation
    first = answer.decisions[0]
    assert (first.demand, first.disposition, first.status, first.body) == (
        2,
        "avslås",
        "proposed",
        "Kommunfullmäktige",
    )


def test_a_question_of_another_model_is_refused(sample_settings: Settings) -> None:
    other = dataclasses.replace(sample_settings, model="annan/modell")
    with pytest.raises(ModelError, match="BESLUTSMINNE_MODEL=multilingual-e5-small,"):
        open_searcher(other)


def test_a_reranker_that_is_set_is_loaded(sample_settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="BESLUTSMINNE_RERANKER"):
        open_searcher(dataclasses.replace(sample_settings, reranker=str(tmp_path / "finns-inte")))
