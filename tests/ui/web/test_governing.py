from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.web.made import DOCUMENTS, EVIL, OLD, PLAN, SCRIPT, TODAY
from ui.web.address import Address, Tab
from ui.web.desk import Desk
from ui.web.governing import governing, governing_list, state_of


@pytest.mark.parametrize(
    ("today", "expected"),
    [("2022-12-31", "kommande"), ("2023-01-01", "galler"), ("2025-12-30", "galler"), ("2025-12-31", "snart"),
     ("2026-12-31", "snart"), ("2027-01-01", "upphort")],
)  # fmt: skip
def test_states_over_time(today: str, expected: str) -> None:
    assert state_of(PLAN, today) == expected


def test_what_is_replaced_is_replaced_whatever_its_dates_say() -> None:
    assert state_of(OLD, "2019-01-01") == "ersatt"
    assert state_of(replace(OLD, replaced_by=None), "2019-01-01") == "galler"


def test_only_styrdokument_in_force_first() -> None:
    assert governing(DOCUMENTS, Address(), TODAY) == (PLAN, OLD)
    assert governing(DOCUMENTS, Address(state="ersatt"), TODAY) == (OLD,)
    assert governing(DOCUMENTS, Address(question="2023"), TODAY) == (PLAN,)
    assert governing(DOCUMENTS, Address(types=("policy",)), TODAY) == ()


def test_the_table_says_who_adopted_when_and_what_it_replaces(desk: Desk) -> None:
    html = governing_list(Address(tab=Tab.GOVERNING), desk)
    expected = (
        "2 styrdokument", ">Upphör snart<", "<strong>Kommunfullmäktige</strong> · 15 januari 2023 · §\u00a07",
        "?kalla=plan.pdf&amp;stycke=1", "1 januari 2023 till 31 december 2026", 'Ersätter <a href="?kalla=gammal.pdf">',
        'Ersatt av <a href="?kalla=plan.pdf">', "framgår inte", "till 31 december 2022",
    )  # fmt: skip
    assert [words for words in expected if words not in html] == []


def test_nothing_chosen_is_said(desk: Desk) -> None:
    html = governing_list(Address(tab=Tab.GOVERNING, question=SCRIPT), desk)
    assert "Inget styrdokument stämmer" in html
    assert SCRIPT not in html
    assert EVIL.title not in html
