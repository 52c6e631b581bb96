from __future__ import annotations

from dataclasses import replace

from corpus.decision import Disposition, Status
from tests.ui.web.made import CASE, CASES, WAITS
from ui.web.address import Address, Tab
from ui.web.case_list import _row, case_list, chosen_cases, last_date, settled_by, state_of
from ui.web.desk import Desk


def test_states() -> None:
    assert state_of(CASE) == "beslutat"
    assert state_of(WAITS) == "vantar"
    proposed = replace(CASE, outcomes=CASE.outcomes[1:])
    assert state_of(proposed) == "vantar"
    sent_back = replace(CASE.outcomes[0], disposition=Disposition.ATERREMITTERAS, status=Status.ADOPTED)
    assert state_of(replace(CASE, outcomes=(sent_back,))) == "atersant"
    assert state_of(replace(CASE, outcomes=(sent_back, CASE.outcomes[0]))) == "beslutat"


def test_a_matter_that_nobody_asked_for_is_decided_by_its_last_step(desk: Desk) -> None:
    step = replace(CASE.timeline[1])
    rate = replace(CASE, demands=(), demand_files=(), outcomes=(), opened=None, timeline=(CASE.timeline[0], step))
    assert settled_by(rate) == (step,)
    assert state_of(rate) == "beslutat"
    assert settled_by(CASE) == ()
    papers = {head.file: head for head in desk.library.overview().heads}
    row = _row(rate, papers, desk.texts)
    assert [words for words in (">Beslutat<", ">Avslås<") if words not in row] == []
    assert "Obesvarat" not in row
    assert "Obesvarat" not in _row(replace(rate, timeline=()), papers, desk.texts)
    assert state_of(replace(rate, timeline=CASE.timeline[:1])) == "vantar"


def test_the_last_date_is_that_of_the_last_step_or_of_the_motion() -> None:
    assert last_date(CASE) == "2024-02-27"
    assert last_date(WAITS) == "2022-05-16"
    assert last_date(replace(WAITS, opened=None)) == ""


def test_narrowed_and_newest_first() -> None:
    assert chosen_cases(CASES, Address()) == (CASE, WAITS)
    assert chosen_cases(CASES, Address(state="vantar")) == (WAITS,)
    assert chosen_cases(CASES, Address(parties=("V",))) == (CASE,)
    assert chosen_cases(CASES, Address(question="regionen")) == (CASE,)
    assert chosen_cases(CASES, Address(question="2022-1")) == (WAITS,)


def test_the_list(desk: Desk) -> None:
    html = case_list(Address(tab=Tab.CASE), desk)
    expected = (
        "2 ärenden", "?arende=KS+2021-845", "27 februari 2024 · V · KS 2021-845", ">Beslutat<", ">Avslås<",
        ">Besvaras<", ">Obesvarat<", '<option value="M">M</option>',
    )  # fmt: skip
    assert [words for words in expected if words not in html] == []
    assert "Inget ärende stämmer" in case_list(Address(tab=Tab.CASE, question="luftskepp"), desk)
