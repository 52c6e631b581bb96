from __future__ import annotations

from dataclasses import replace

import pytest

from bench.retrieval_memory import MemoryLibrary
from corpus.decision import Decision, Disposition, Reference, Status
from corpus.document import DocumentType
from search.earlier import LATEST, Matter, answers_a_demand, references_to, weighed_by_age
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
def test_it_counts_in_full_where_one_does_not_or_where_there_is_no_other(
    text: str, chances: dict[Matter, float]
) -> None:
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
    assert list(references_to(held, CASES[0].key, iter((head, told)))) == [("senare.pdf", 2)]


OLD_SECTION = document(
    "nämnd.pdf",
    DocumentType.PROTOKOLL,
    "§ 8 Medborgarförslag om en hinderbana",
    "2014-03-04",
    paragraph(2, "Nämnden avslår medborgarförslaget."),
    paragraph(3, "Nämnden antar en plan för hinderbanor."),
    decisions=(
        Decision("Tekniska nämnden", "§ 8", 1, Status.ADOPTED, Disposition.AVSLAS, "", 2, (), "2014-03-04"),
        Decision("Tekniska nämnden", "§ 8", 2, Status.ADOPTED, Disposition.ANTAS, "", 3, (), "2014-03-04"),
    ),
)
LONE = (OLD_SECTION.file, 2)


def test_a_section_whose_motion_is_not_there_has_its_age_and_is_named_by_later_papers() -> None:
    letter = document(
        "senare.pdf",
        DocumentType.MOTIONSSVAR,
        "Svar",
        "2023-01-01",
        paragraph(2, "Tekniska nämnden avslog 2014 ett sådant förslag."),
        references=(Reference("Tekniska nämnden", "2014-03-04", "§ 8", 2),),
    )
    held = Shelf(MemoryLibrary((*DOCUMENTS, OLD_SECTION, letter), CASES, ()), 1)
    later, own = held.head("senare.pdf"), held.head(OLD_SECTION.file)
    assert later is not None
    assert own is not None
    told = replace(own, references=letter.references)
    assert list(references_to(held, LONE, iter((later, told)))) == [("senare.pdf", 2)]
    assert weighed_by_age(held, "hinderbana förut?", {LONE: 0.4, OLDER: 0.6})[LONE] == 0.4
    assert weighed_by_age(held, "hinderbana förut?", {LONE: 0.4, OLDER: 0.6})[OLDER] < 0.6


def test_what_is_asked_for_is_answered_and_a_plan_is_not() -> None:
    held = Shelf(MemoryLibrary((OLD_SECTION,), (), ()), 1)
    assert answers_a_demand(held, LONE)
    assert not answers_a_demand(held, (OLD_SECTION.file, 3))
    assert not answers_a_demand(held, ("borta.pdf", 2))
