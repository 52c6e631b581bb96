from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.document import DocumentType
from corpus.paragraph import Paragraph
from tests.ui.web.made import PLAN, line
from ui.web.measures import measures, years_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023–2026", {2023, 2024, 2025, 2026}),
        ("2023-24", {2023, 2024}),
        ("kvartal 2 2024", {2024}),
        ("2022 och 2025", {2022, 2025}),
        ("2024-03", {2024}),
        ("2024-03-01", {2024}),
        ("löpande", set()),
        ("12026", set()),
    ],
)
def test_years_that_a_time_names(text: str, expected: set[int]) -> None:
    assert years_of(text) == expected


def test_rows_of_the_table_become_measures() -> None:
    first, second = measures(PLAN)
    assert (first.text, first.paragraph, first.follow_up) == ("Mät bullret vid skolor", 3, "Mätprotokoll")
    assert first.responsibles == ("Miljönämnden", "Barn- och ungdomsnämnden")
    assert [first.runs_in(year) for year in (2022, 2023, 2024, 2025)] == [False, True, True, False]
    assert (second.text, second.always, second.runs_in(1999)) == ("Byt till tyst asfalt", True, True)


def test_only_plans_have_measures() -> None:
    assert measures(replace(PLAN, type=DocumentType.PROTOKOLL)) == ()


def test_the_columns_are_found_by_their_heads() -> None:
    heads = ("Nr", "Vad ska göras", "När", "Vem ansvarar")
    cells = ("1", "Plantera träd", "2025", "Parkenheten")
    row = Paragraph(1, PLAN.paragraphs[1].kind, "", (line(1, 1.0),), cells=cells, columns=heads)
    (found,) = measures(replace(PLAN, paragraphs=(row,)))
    assert (found.text, found.when, found.responsible) == ("Plantera träd", "2025", "Parkenheten")


def test_a_table_of_something_else_is_none() -> None:
    row = Paragraph(1, PLAN.paragraphs[1].kind, "", (), cells=("A", "10"), columns=("Zon", "Avgift"))
    assert measures(replace(PLAN, paragraphs=(row,))) == ()
