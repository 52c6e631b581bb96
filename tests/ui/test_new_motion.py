"""A new motion, in whatever form, split into its demands."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from corpus.errors import PathMissingError, UsageError
from ui.new_motion import demands_in_file, demands_in_text

SAMPLE = Path(__file__).resolve().parents[2] / "corpus" / "documents"
TEXT = """Motion: Fler laddstolpar

Allt fler kör elbil.

Centerpartiet föreslår därför:

att kommunen bygger tio laddstolpar vid badhuset
att taxan för laddning ses över före årsskiftet.

Birgit Solvallen (C)
"""
DEMANDS = ("kommunen bygger tio laddstolpar vid badhuset", "taxan för laddning ses över före årsskiftet.")


def test_pasted_text() -> None:
    assert demands_in_text(TEXT) == DEMANDS


def test_a_text_file_and_stdin_say_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "motion.txt"
    path.write_text(TEXT, "utf-8")
    assert demands_in_file(str(path)) == DEMANDS
    monkeypatch.setattr("sys.stdin", io.StringIO(TEXT))
    assert demands_in_file("-") == DEMANDS


def test_a_pdf() -> None:
    found = demands_in_file(str(SAMPLE / "motion-mp-tryggare-skolvagar.pdf"))
    assert len(found) == 4
    assert found[3] == "Kommunen inrättar en cykelsamordnare på heltid."


def test_one_sentence_is_one_demand() -> None:
    assert demands_in_text("Inför en digital fritidsbank") == ("Inför en digital fritidsbank",)


def test_run_in_demands() -> None:
    text = (
        "Vi föreslår att kommunen inför fri kollektivtrafik för unga, att ett kulturkort tas fram "
        "samt att avgiften slopas."
    )
    assert demands_in_text(text) == (
        "kommunen inför fri kollektivtrafik för unga",
        "ett kulturkort tas fram",
        "avgiften slopas.",
    )


@pytest.mark.parametrize("text", ["", "  \n ", "Första stycket.\n\nAndra stycket utan krav."])
def test_nothing_asked_is_one_line(text: str) -> None:
    with pytest.raises(UsageError, match="att-satser"):
        demands_in_text(text)


def test_a_word_document_is_told_from_text(tmp_path: Path) -> None:
    path = tmp_path / "motion.docx"
    path.write_bytes(b"PK\x03\x04 vi yrkar att hundar")
    with pytest.raises(UsageError, match="varken PDF eller text"):
        demands_in_file(str(path))


def test_a_missing_file_is_one_line() -> None:
    with pytest.raises(PathMissingError, match="finns-inte"):
        demands_in_file("finns-inte.pdf")
