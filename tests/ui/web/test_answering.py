from __future__ import annotations

from corpus.home import Home
from tests.ui.web.made import DECISION, KAST, MINUTES, MOTION, Canned, answer, desk_over, hit, services
from ui.web.address import Address
from ui.web.answering import FIRST, MORE, answer_view, answered
from ui.web.desk import Desk
from ui.web.markup import Markup


def test_as_many_hits_as_the_address_asks_for(small_home: Home) -> None:
    asker = Canned()
    desk = desk_over(services(small_home, asker=asker))
    answered(Address(question="kast"), desk)
    answered(Address(question="kast", more=True, in_force=True), desk)
    answered(Address(question="kast"), desk, top=3)
    assert [(text, top) for text, _, top in asker.asked] == [("kast", FIRST), ("kast", MORE), ("kast", 3)]
    assert asker.asked[1][1].in_force_on == "2026-11-24"


KAST_QUESTION = Address(question="kast")


def view(desk: Desk, *, count: int, address: Address = KAST_QUESTION, answerable: bool = True) -> str:
    hits = tuple(hit(MOTION, 3, rank=n, case=KAST) for n in range(1, count + 1))
    found = answer(*hits, answerable=answerable)
    return answer_view(found, address, desk, actions=Markup("<p>SPARA</p>"), new=frozenset())


def test_more_hits_are_offered_only_where_there_may_be_more(desk: Desk) -> None:
    assert '<a href="?q=kast&amp;fler=1" class="more">' in view(desk, count=FIRST)
    assert "fler=1" not in view(desk, count=FIRST - 1)
    assert "fler=1" not in view(desk, count=FIRST, address=Address(question="kast", more=True))


def test_hits_are_called_nearest_where_nothing_answers(desk: Desk) -> None:
    assert "<h2>Närmast frågan</h2>" in view(desk, count=1, answerable=False)
    assert "<h2>Ur handlingarna</h2>" in view(desk, count=1)


def test_no_decision_is_shown_where_nothing_answers(desk: Desk) -> None:
    shown = {}
    for answerable in (True, False):
        found = answer(hit(MOTION, 3, case=KAST), decisions=(DECISION,), answerable=answerable)
        shown[answerable] = answer_view(found, KAST_QUESTION, desk, actions=Markup(""), new=frozenset())
    assert 'class="card"' in shown[True]
    assert 'class="card"' not in shown[False]


def test_filters_that_leave_nothing_are_told(desk: Desk) -> None:
    assert "Ingen handling stämmer med filtren." in view(desk, count=0, address=Address(question="x", types=("taxa",)))
    assert "Ingen handling" not in view(desk, count=0)


def test_the_group_has_the_cases_title_and_the_actions_stand_above(desk: Desk) -> None:
    html = view(desk, count=1)
    assert ">Öppna en KAST-mottagning</a>" in html
    assert html.index("SPARA") < html.index("Ur handlingarna")
    assert MINUTES.title not in html
