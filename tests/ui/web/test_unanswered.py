from __future__ import annotations

from dataclasses import replace

from corpus.case import Step
from corpus.decision import Status
from tests.ui.web.made import CASE, DOCUMENTS, WAITS
from ui.web.desk import Desk
from ui.web.unanswered import _last, unanswered, unanswered_table


def test_the_oldest_first_and_nothing_that_is_decided() -> None:
    older = replace(WAITS, key="KS 2019-1", opened="2019-03-01")
    undated = replace(WAITS, key="KS 2023-1", opened=None)
    assert unanswered((CASE, WAITS, undated, older), DOCUMENTS) == (older, WAITS, undated)


def test_a_matter_that_nobody_asked_for_is_no_motion() -> None:
    plan = replace(WAITS, opened=None, files=("plan.pdf",))
    assert unanswered((plan,), DOCUMENTS) == ()


def test_the_latest_step_says_that_it_only_proposes(desk: Desk) -> None:
    proposed = Step("2023-10-27", "Kommunfullmäktige", Status.PROPOSED, "mapp/svar.pdf", None, 2)
    put = Step("2022-05-16", None, Status.PROPOSED, "vantar.pdf", None, 1)
    last = replace(WAITS, timeline=(put, proposed))
    assert _last(last, desk.texts) == "Förslag till Kommunfullmäktige, 27 oktober 2023"
    assert _last(replace(WAITS, timeline=(put,)), desk.texts) == "Väckt, 16 maj 2022"


def test_the_table(desk: Desk) -> None:
    html = unanswered_table(desk)
    assert "Ett ärende väntar på beslut, så långt samlingen visar." in html
    assert "4 år och 6 månader" in html
    assert "inget steg i samlingen" in html
    assert "16 maj 2022" in html
    assert '<td data-label="Parti">M</td>' in html
