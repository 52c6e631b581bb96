from __future__ import annotations

from dataclasses import replace

import pytest

from bench.retrieval_memory import MemoryLibrary
from corpus.case import Case
from corpus.decision import Disposition, Status
from index.filters import Filter
from search.shelf import Shelf
from search.waiting import Waiting, still_waiting, waiting_asked
from tests.search.made import ANSWER, CASES, COUNCIL, DOCUMENTS, MOTION, OTHER, searcher


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
    ],
)
def test_what_waits_is_asked_for(text: str, petition: str, parties: tuple[str, ...], years: tuple[str, ...]) -> None:
    assert waiting_asked(text) == Waiting(petition, parties, years)


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
    assert ([hit.file for hit in answer.hits], answer.listed, answer.answerable) == ([OTHER], 1, True)


def test_where_nothing_waits_the_question_is_asked_as_any_other() -> None:
    assert searcher().ask("vilka medborgarförslag har inte besvarats än?").listed is None
