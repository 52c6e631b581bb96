from __future__ import annotations

from bench.retrieval_memory import MemoryEngine, MemoryLibrary
from corpus.decision import Decision, Disposition, Status
from corpus.document import DocumentType, Part
from corpus.paragraph import Kind
from index.filters import Filter
from index.passages import passages_of
from search.searcher import Searcher
from tests.search.made import CASES, DOCUMENTS, EMBEDDER, MOTION, OTHER, PASSAGES, document, paragraph, searcher


def test_the_demand_most_like_it_comes_first_with_how_it_was_answered() -> None:
    (found,) = searcher().precedents(["att en lekplats byggs i Sörby"])
    first = found.precedents[0]
    assert (found.n, first.case, first.demand, first.demand_file, first.demand_paragraph) == (
        1,
        "KS 2020-11",
        1,
        MOTION,
        3,
    )
    assert first.outcome is not None
    assert (first.outcome.disposition, first.outcome.status) == ("bifalls", "adopted")
    likeness = [one.similarity for one in found.precedents]
    assert likeness == sorted(likeness, reverse=True)


def test_an_open_demand_has_no_outcome() -> None:
    (found,) = searcher().precedents(["hundrastgård i Vallda"], top=1)
    assert [(one.demand_file, one.outcome) for one in found.precedents] == [(OTHER, None)]


def test_filters_and_numbers() -> None:
    found = searcher().precedents(["lekplats", "hundrastgård"], where=Filter(parties=("L",)))
    assert [one.n for one in found] == [1, 2]
    assert {p.party for one in found for p in one.precedents} == {"L"}


BOARD = "Tekniska nämnden"
OLD = document(
    "nämnd.pdf",
    DocumentType.PROTOKOLL,
    "Tekniska nämnden 2014-03-04",
    "2014-03-04",
    paragraph(2, "§ 8 Medborgarförslag om en hinderbana", Kind.HEADING, ("§ 8",)),
    paragraph(3, "Nämnden avslår medborgarförslaget om en hinderbana."),
    paragraph(4, "Förslagsställaren till en hinderbana tackas och förslaget återremitteras i övrigt."),
    paragraph(5, "§ 9 Bygglov för en hinderbana", Kind.HEADING, ("§ 9",)),
    paragraph(6, "Ansökan om en hinderbana avslås."),
    parts=(
        Part(
            DocumentType.PROTOKOLL,
            2,
            4,
            "§ 8",
            "Medborgarförslag om en hinderbana",
            (),
            "Tekniska nämnden",
            "2014-03-04",
        ),
        Part(DocumentType.PROTOKOLL, 5, 6, "§ 9", "Bygglov för en hinderbana", (), "Tekniska nämnden", "2014-03-04"),
    ),
    decisions=tuple(
        Decision(BOARD, section, 1, Status.ADOPTED, disposition, "", n, (), "2014-03-04")
        for section, disposition, n in (
            ("§ 8", Disposition.AVSLAS, 3),
            ("§ 8", Disposition.ATERREMITTERAS, 4),
            ("§ 9", Disposition.AVSLAS, 6),
        )
    ),
)


def test_a_section_whose_motion_is_not_there_stands_for_its_demand_once_and_a_permit_is_none() -> None:
    passages = [*PASSAGES, *passages_of(OLD, ())]
    engine = MemoryEngine(passages, EMBEDDER.passages([passage.embed_text for passage in passages]))
    held = Searcher(MemoryLibrary((*DOCUMENTS, OLD), CASES, passages), engine, EMBEDDER)
    (found,) = held.precedents(["att en hinderbana byggs"], top=10)
    (lone,) = [one for one in found.precedents if one.demand is None]
    assert (lone.demand_file, lone.demand_paragraph, lone.case, lone.opened) == ("nämnd.pdf", 2, "", "2014-03-04")
    assert lone.demand_text == "§ 8 Medborgarförslag om en hinderbana"
    assert lone.outcome is not None
    assert (lone.outcome.disposition, lone.outcome.status, lone.outcome.paragraph) == ("avslås", "adopted", 3)
    assert found.precedents[0] == lone
