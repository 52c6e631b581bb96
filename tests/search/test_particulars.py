from __future__ import annotations

import pytest

from bench.retrieval_memory import MemoryLibrary
from corpus.case import Case, Outcome, Step, Tie
from corpus.decision import Disposition, Status
from corpus.document import DocumentType, Part, Person
from corpus.paragraph import Kind
from search.asked_particulars import Particular
from search.particulars import UNNUMBERED, matter_at, particulars_of
from search.shelf import Shelf
from tests.search.made import document, paragraph

MOTION, LETTER, COUNCIL, NEW, OLD = "motion.pdf", "svar.pdf", "kf.pdf", "ny.pdf", "gammal.pdf"


def _part(kind: DocumentType, first: int, last: int, section: str | None = None) -> Part:
    return Part(kind, first, last, section, None, (), None, None)


DOCUMENTS = (
    document(
        MOTION,
        DocumentType.MOTION,
        "Motion om bänkar",
        "2020-02-01",
        paragraph(2, "Inga Ek (C) har länge saknat bänkar längs ån, sägs det i en lång rad insändare i år."),
        paragraph(3, "Inga Ek (C)"),
        movers=(Person("Inga Ek", "C"),),
        parts=(_part(DocumentType.MOTION, 1, 3),),
    ),
    document(
        LETTER,
        DocumentType.MOTIONSSVAR,
        "Svar på motion om bänkar",
        "2020-05-01",
        paragraph(2, "Dnr KS 2020-7"),
        paragraph(3, "Dnr SBN 2020-44"),
        paragraph(4, "Inga Ek (C) har lämnat en motion om bänkar."),
        movers=(Person("Inga Ek", "C"),),
        parts=(_part(DocumentType.MOTIONSSVAR, 1, 4),),
    ),
    document(
        COUNCIL,
        DocumentType.PROTOKOLL,
        "Protokoll kommunfullmäktige",
        "2020-09-21",
        paragraph(2, "§ 11 Avfallstaxa", Kind.HEADING),
        paragraph(3, "Taxan antas med 40 röster mot 3."),
        paragraph(4, "§ 12 Bänkar längs ån", Kind.HEADING),
        paragraph(5, "Motionen bifalls."),
        paragraph(6, "Omröstningen utfaller med 25 röster mot 18."),
        paragraph(7, "M reserverar sig mot beslutet."),
        parts=(_part(DocumentType.PROTOKOLL, 2, 3, "§ 11"), _part(DocumentType.PROTOKOLL, 4, 7, "§ 12")),
        votes=(3, 6),
    ),
    document(
        NEW,
        DocumentType.PLAN,
        "Parkplan 2022–2030",
        "2022-01-10",
        paragraph(2, "Ersätter Parkplan 2014–2021"),
        replaces=OLD,
        dnr=("KS 2021-90",),
        parts=(_part(DocumentType.PLAN, 1, 2),),
    ),
    document(
        OLD,
        DocumentType.PLAN,
        "Parkplan 2014–2021",
        "2014-01-10",
        paragraph(2, "Planen gäller alla parker."),
        replaced_by=NEW,
        parts=(_part(DocumentType.PLAN, 1, 2),),
    ),
)
OUTCOME = Outcome(
    1,
    "att bänkar sätts upp",
    Disposition.BIFALLS,
    Status.ADOPTED,
    "Kommunfullmäktige",
    "2020-09-21",
    COUNCIL,
    5,
    "§ 12",
)
CASE = Case(
    key="KS 2020-7",
    title="Bänkar",
    party="C",
    dnr=("KS 2020-7", "SBN 2020-44"),
    files=(MOTION, LETTER, COUNCIL),
    demands=(),
    demand_files=(),
    outcomes=(OUTCOME,),
    timeline=(Step("2020-09-21", "Kommunfullmäktige", Status.ADOPTED, COUNCIL, "§ 12"),),
    ties=(Tie(MOTION, None, ""), Tie(LETTER, None, ""), Tie(COUNCIL, "§ 12", "")),
)


def held() -> Shelf:
    return Shelf(MemoryLibrary(DOCUMENTS, (CASE,), ()), 1)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Particular.MOVER, {(MOTION, 2): 0.2, (MOTION, 3): 1.0, (LETTER, 4): 1.0}),
        (Particular.NUMBER, {(LETTER, 2): 1.0, (LETTER, 3): 0.3}),
        (Particular.VOTE, {(COUNCIL, 6): 1.0}),
        (Particular.RESERVATION, {(COUNCIL, 7): 1.0}),
        (Particular.SECTION, {(COUNCIL, 4): 1.0}),
    ],
)
def test_where_it_stands_in_the_papers_of_a_case(asked: Particular, expected: dict[tuple[str, int], float]) -> None:
    assert particulars_of(held(), CASE.key, (asked,)) == expected


def test_what_replaced_a_plan_is_said_in_the_newer_one() -> None:
    assert particulars_of(held(), OLD, (Particular.REPLACEMENT,)) == {(NEW, 2): 1.0}
    assert particulars_of(held(), NEW, (Particular.REPLACEMENT,)) == {(NEW, 2): 1.0}


def test_a_number_that_is_not_printed_leads_to_the_title() -> None:
    assert particulars_of(held(), NEW, (Particular.NUMBER,)) == {(NEW, 1): UNNUMBERED}


def test_which_matter_a_paragraph_belongs_to() -> None:
    places = ((MOTION, 3), (COUNCIL, 6), (COUNCIL, 3), (NEW, 2))
    assert [matter_at(held(), place) for place in places] == [CASE.key, CASE.key, None, NEW]


def test_who_signs_a_motion_without_party_letters_and_the_byline_move_it() -> None:
    signed = document(
        MOTION,
        DocumentType.MOTION,
        "Ät upp landskapet",
        "2023-10-23",
        paragraph(2, "Motion från Centerpartiet"),
        paragraph(3, "Maten ska komma från trakten."),
        paragraph(4, "Inga Ek", Kind.SIGNATURE),
        parts=(_part(DocumentType.MOTION, 1, 4),),
    )
    case = Case("KS 2023-9", "Närodlad mat", "C", ("KS 2023-9",), (MOTION,), (), (), (), (), ())
    shelf = Shelf(MemoryLibrary([signed], [case], ()), 1)
    assert particulars_of(shelf, "KS 2023-9", (Particular.MOVER,)) == {(MOTION, 2): 1.0, (MOTION, 4): 1.0}


@pytest.mark.parametrize("line", ["Förslagsställare | Inga Ek", "Inskickat av: Inga Ek, Ekby", "Namn | Inga Ek"])
def test_who_fills_in_a_form_is_known_by_that_name_in_later_papers(line: str) -> None:
    form = document(
        MOTION,
        DocumentType.MEDBORGARFORSLAG,
        "Bänkar längs ån",
        "2023-10-23",
        paragraph(2, line, Kind.TABLE_ROW),
        paragraph(3, "Sätt ut bänkar längs ån."),
        parts=(_part(DocumentType.MEDBORGARFORSLAG, 1, 3),),
    )
    minutes = document(
        COUNCIL,
        DocumentType.PROTOKOLL,
        "Protokoll",
        "2024-01-15",
        paragraph(2, "Inga Ek föreslår bänkar längs ån."),
        parts=(_part(DocumentType.PROTOKOLL, 1, 2, "§ 4"),),
    )
    case = Case("KS 2023-9", "Bänkar", None, ("KS 2023-9",), (MOTION, COUNCIL), (), (), (), (), ())
    shelf = Shelf(MemoryLibrary([form, minutes], [case], ()), 1)
    assert particulars_of(shelf, "KS 2023-9", (Particular.MOVER,)) == {(MOTION, 2): 1.0, (COUNCIL, 2): 0.2}
