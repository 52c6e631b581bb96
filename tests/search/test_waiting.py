from __future__ import annotations

from dataclasses import replace

import pytest

from bench.retrieval_memory import MemoryEngine, MemoryLibrary
from corpus.case import Case
from corpus.decision import Disposition, Status
from corpus.document import Document, DocumentType, Part
from corpus.paragraph import Kind, Paragraph
from index.filters import Filter
from index.passages import passages_of
from search.shelf import Shelf
from search.waiting import Waiting, reported_waiting, still_waiting, waiting_asked
from tests.search.made import (
    ANSWER,
    CASES,
    COUNCIL,
    DOCUMENTS,
    EMBEDDER,
    MOTION,
    OTHER,
    document,
    paragraph,
    searcher,
)


@pytest.mark.parametrize(
    ("text", "petition", "parties", "years"),
    [
        ("vilka motioner är obesvarade", "motion", (), ()),
        ("vilka motioner har inte besvarats än?", "motion", (), ()),
        ("vilken fråga väntar fortfarande på svar", "", (), ()),
        ("finns det medborgarförslag som inte har behandlats", "medborgarförslag", (), ()),
        ("obesvarade motioner från miljöpartiet 2020", "motion", ("MP",), ("2020",)),
        ("which motions are still waiting for a decision", "motion", (), ()),
        ("unanswered motions", "motion", (), ()),
        ("lista på motioner från politikerna som ännu inte är färdigberedda", "motion", (), ()),
    ],
)
def test_what_waits_is_asked_for(text: str, petition: str, parties: tuple[str, ...], years: tuple[str, ...]) -> None:
    assert waiting_asked(text) == Waiting(petition, parties, years)


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("vilka motioner var inte färdigberedda våren 2022?", True),
        ("which motions had not been dealt with at the end of 2022", True),
        ("vilka motioner från 2022 är fortfarande obehandlade", False),
        ("vilka motioner var det som ännu inte har behandlats", False),
    ],
)
def test_how_matters_stood_is_asked_of_a_year_gone_by(text: str, then: bool) -> None:
    asked = waiting_asked(text)
    assert asked is not None
    assert asked.then is then


@pytest.mark.parametrize(
    "text",
    [
        "är motionen om lekplatser obesvarad",
        "vilka motioner om lekplatser är obesvarade",
        "vilka motioner har besvarats",
        "hur länge väntar man på bygglov",
        "vilka väntar på svar om förskoleplats",
    ],
)
def test_a_question_on_one_matter_or_on_what_was_settled_asks_for_no_list(text: str) -> None:
    assert waiting_asked(text) is None


def _shelf(*cases: Case) -> tuple[MemoryLibrary, Shelf]:
    library = MemoryLibrary(DOCUMENTS, cases, ())
    return library, Shelf(library, 1)


def _case() -> Case:
    return next(case for case in CASES if MOTION in case.files)


def test_only_what_nobody_has_settled_is_listed() -> None:
    assert still_waiting(*_shelf(_case()), Waiting("motion", (), ()), where=Filter()) == ()
    proposed = tuple(
        replace(one, status=Status.PROPOSED, file=ANSWER, disposition=Disposition.AVSLAS) for one in _case().outcomes
    )
    waiting = replace(_case(), outcomes=proposed[:1])
    found = still_waiting(*_shelf(waiting), Waiting("motion", (), ()), where=Filter())
    assert found == ((ANSWER, proposed[0].paragraph), (MOTION, 4))


def test_a_motion_that_was_sent_back_waits_with_the_decision_that_sent_it() -> None:
    sent_back = replace(_case().outcomes[0], disposition=Disposition.ATERREMITTERAS)
    case = replace(_case(), outcomes=(sent_back,))
    assert still_waiting(*_shelf(case), Waiting("", (), ()), where=Filter()) == ((COUNCIL, 2), (MOTION, 4))


def test_parties_years_and_papers_narrow_it() -> None:
    case = replace(_case(), outcomes=(), opened="2020-02-01", party="MP")
    every = ((MOTION, 3), (MOTION, 4))
    assert still_waiting(*_shelf(case), Waiting("", ("MP",), ("2020",)), where=Filter()) == every
    assert still_waiting(*_shelf(case), Waiting("", ("V",), ()), where=Filter()) == ()
    assert still_waiting(*_shelf(case), Waiting("", (), ("2019",)), where=Filter()) == ()
    assert still_waiting(*_shelf(case), Waiting("medborgarförslag", (), ()), where=Filter()) == ()
    assert still_waiting(*_shelf(case), Waiting("", (), ()), where=Filter(parties=("V",))) == ()
    assert still_waiting(*_shelf(case), Waiting("", (), ()), where=Filter(until="2019-12-31")) == ()
    assert still_waiting(*_shelf(case), Waiting("", (), ()), where=Filter(types=("protokoll",))) == ()
    assert still_waiting(*_shelf(case), Waiting("", (), ()), where=Filter(types=("motion",))) == every


def test_a_motion_without_demands_is_listed_by_its_title() -> None:
    bare = replace(_case(), outcomes=(), demands=(), demand_files=())
    assert still_waiting(*_shelf(bare), Waiting("", (), ()), where=Filter()) == ((MOTION, 1),)


def test_the_searcher_lists_what_waits() -> None:
    answer = searcher().ask("vilka motioner har inte besvarats än?")
    assert (answer.hits[0].file, answer.listed, answer.answerable) == (OTHER, 1, True)


def _report(file: str, date: str, *rows: Paragraph) -> Document:
    title = "Redovisning av motioner som inte har beretts färdigt"
    part = Part(DocumentType.TJANSTESKRIVELSE, 1, 1 + len(rows), title=title, date=date)
    return document(file, DocumentType.TJANSTESKRIVELSE, title, date, *rows, parts=(part,))


def _reported(*reports: Document, years: tuple[str, ...] = ()) -> tuple[tuple[str, int], ...]:
    passages = [passage for report in reports for passage in passages_of(report, [])]
    vectors = EMBEDDER.passages([passage.embed_text for passage in passages])
    shelf = Shelf(MemoryLibrary(reports, (), passages), 1)
    return reported_waiting(MemoryEngine(passages, vectors), shelf, where=Filter(), years=years)


def test_the_newest_report_tells_of_each_motion_in_its_rows() -> None:
    told = paragraph(2, "Motioner ska redovisas två gånger om året.")
    row = paragraph(3, "Hundrastgård | 2021-03-01 | På remiss.", Kind.TABLE_ROW)
    assert _reported(_report("ny.pdf", "2022-05-01", told, row), _report("gammal.pdf", "2021-05-01", told)) == (
        ("ny.pdf", 3),
    )


def test_of_a_years_reports_the_one_with_a_table_tells_and_of_a_year_gone_by_its_own() -> None:
    row = paragraph(2, "Hundrastgård | 2021-03-01 | På remiss.", Kind.TABLE_ROW)
    told = paragraph(2, "Två motioner är inte färdigberedda.")
    papers = (_report("ks.pdf", "2022-04-12", row), _report("kf.pdf", "2022-05-01", told))
    older = _report("gammal.pdf", "2021-05-01", told)
    assert _reported(*papers, older) == (("ks.pdf", 2),)
    assert _reported(*papers, older, years=("2021",)) == (("gammal.pdf", 2),)
    assert _reported(*papers, older, years=("2019",)) == ()


def test_a_report_without_a_table_tells_in_its_paragraphs() -> None:
    told = paragraph(2, "En motion har inte besvarats inom ett år: Hundrastgård i Vallda.")
    assert _reported(_report("kf.pdf", "2022-05-01", told, paragraph(3, "Karin Ek"))) == (("kf.pdf", 2),)
    assert _reported() == ()


@pytest.mark.parametrize(
    ("title", "is_report"),
    [
        ("Redovisning av obesvarade motioner våren 2024", True),
        ("Ej färdigbehandlade motioner och medborgarförslag", True),
        ("Motioner under beredning i kommunstyrelsen", True),
        ("Motioner som ännu inte har besvarats", True),
        ("Redovisning av motioner från 2022 som inte har beretts färdigt", True),
        ("Yttrande över motion av Eva Ek (C) som inte är besvarad", False),
        ("Svar på motion om obesvarade telefonsamtal", False),
        ("Motion om fler lekplatser", False),
    ],
)
def test_which_titles_are_of_such_a_report(title: str, is_report: bool) -> None:
    told = paragraph(2, "En motion har inte besvarats inom ett år.")
    part = Part(DocumentType.OVRIGT, 1, 2, title=title)
    paper = document("a.pdf", DocumentType.OVRIGT, title, "2022-05-01", told, parts=(part,))
    assert bool(_reported(paper)) is is_report


def test_where_nothing_waits_the_question_is_asked_as_any_other() -> None:
    assert searcher().ask("vilka medborgarförslag har inte besvarats än?").listed is None
