from __future__ import annotations

from dataclasses import replace

import pytest

from bench.retrieval_memory import MemoryLibrary
from corpus.decision import Reference
from corpus.document import DocumentType
from search.earlier import LATEST, references_to, weighed_by_age
from search.shelf import Shelf
from tests.search.made import CASES, COUNCIL, DOCUMENTS, document, paragraph, shelf

OLDER, NEWER = "KS 2020-11", "KS 2021-30"


def test_the_newest_of_like_cases_counts_less_where_one_looks_back() -> None:
    weighed = weighed_by_age(shelf(), "har vi haft uppe lekplatser förut", {OLDER: 0.4, NEWER: 0.6})
    assert weighed == {OLDER: 0.4, NEWER: pytest.approx(0.6 * LATEST)}


@pytest.mark.parametrize(
    ("text", "chances"),
    [("vad sades om lekplatser", {OLDER: 0.4, NEWER: 0.6}), ("lekplatser förut", {OLDER: 0.05, NEWER: 0.95})],
)
def test_it_counts_in_full_where_one_does_not_or_where_there_is_no_other(text: str, chances: dict[str, float]) -> None:
    assert weighed_by_age(shelf(), text, chances) == chances


def test_later_papers_name_how_a_case_ended_by_body_section_and_date() -> None:
    letter = document(
        "senare.pdf",
        DocumentType.MOTIONSSVAR,
        "Svar",
        "2023-01-01",
        paragraph(2, "Fullmäktige biföll den 21 september 2020, § 12, en motion om lekplatser."),
        references=(
            Reference("Kommunfullmäktige", "2020-09-21", "§ 12", 2),
            Reference("Kommunfullmäktige", "2021-09-21", "§ 12", 3),
            Reference("Kommunstyrelsen", "2020-09-21", "§ 12", 4),
            Reference("Kommunfullmäktige", None, None, 5),
        ),
    )
    held = Shelf(MemoryLibrary((*DOCUMENTS, letter), CASES, ()), 1)
    head = held.head("senare.pdf")
    own = held.head(COUNCIL)
    assert head is not None
    assert own is not None
    told = replace(own, references=letter.references)
    assert list(references_to(held, CASES[0], iter((head, told)))) == [("senare.pdf", 2)]
