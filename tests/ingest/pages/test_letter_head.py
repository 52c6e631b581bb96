from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.pages.letter_head import cells_of_column, is_label, label_of
from ingest.pages.rows import text_of
from ingest.pages.words import Word

Words = Callable[..., tuple[Word, ...]]


@pytest.mark.parametrize("text", ["Datum", "Diarienummer", "Vår beteckning:", "Mottagare", "Dnr", "ERT DATUM", "Sida"])
def test_labels_stand_alone(words: Words, text: str) -> None:
    assert is_label(words((70, 100, text)))


@pytest.mark.parametrize("text", ["Datum 2022-10-20", "Kommunstyrelsen", "Mottagningen", "Till nämnden"])
def test_values_and_lines_of_text_are_no_labels(words: Words, text: str) -> None:
    assert not is_label(words((70, 100, text)))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Handläggare: Disa Hemberg", "Handläggare"),
        ("Diarienummer KLK 2022/204", "Diarienummer"),
        ("Datum", "Datum"),
        ("Till kommunstyrelsen", ""),
        ("Datumet är den 3 maj", ""),
        ("Datum för anslagets nedtagande 2024-01-02", ""),
        ("Nämnd och förvaltning", ""),
    ],
)
def test_a_label_stands_before_its_value(words: Words, text: str, label: str) -> None:
    assert label_of(words((70, 100, text))) == label


def column(words: Words, *lines: str, labelled: bool = False) -> list[str]:
    """The texts of a column's cells, lines with "/" between."""
    made = [words((70, 100 + 12 * k, line)) for k, line in enumerate(lines)]
    return [" / ".join(text_of(line) for line in cell) for cell in cells_of_column(made, labelled=labelled)]


def test_all_below_a_label_is_one_cell(words: Words) -> None:
    lines = ("Handläggare", "Ylva Hedmark", "Stadsträdgårdsmästare", "010-123 45 67")
    assert column(words, *lines, labelled=True) == [" / ".join(lines)]


def test_other_lines_are_cells_of_their_own_but_for_what_goes_on(words: Words) -> None:
    assert column(words, "Samhällskontoret", "Handläggare: Disa Hemberg,", "säkerhetschef", "Kommunstyrelsen") == [
        "Samhällskontoret",
        "Handläggare: Disa Hemberg, / säkerhetschef",
        "Kommunstyrelsen",
    ]
    assert column(words, "Barn- och", "Utbildningsnämnden") == ["Barn- och / Utbildningsnämnden"]
    assert column(words, "Dnr SBN 2022/231, KLK", "2022/118", "Nämnden") == [
        "Dnr SBN 2022/231, KLK / 2022/118",
        "Nämnden",
    ]
    assert column(words, "Bodarps kommun", "kommun@bodarp.se") == ["Bodarps kommun", "kommun@bodarp.se"]
