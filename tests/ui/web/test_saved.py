from __future__ import annotations

from pathlib import Path

import pytest

from corpus.home import Home
from corpus.writer import Writer
from tests.ui.web.made import HOSTILE, MOTION, PLAN, Canned, answer, desk_over, hit, put, services, write_home
from ui.texts import texts
from ui.web.address import Address
from ui.web.saved import MOST, Saved, Visit, described, new_files, read_saved, save_button, saved_list


def test_what_a_browser_tells() -> None:
    told = [
        {"query": "?q=kast&fler=1", "generation": 3, "visited": "2026-11-01"},
        {"query": "?q=buller", "generation": 2, "visited": HOSTILE},
        {"query": "?arende=x", "generation": 1},
        {"query": 7, "generation": 1},
        {"query": "?q=x", "generation": "1"},
        "?q=kast",
    ]
    assert read_saved(told) == (
        Saved(Address(question="kast"), 3, "2026-11-01"),
        Saved(Address(question="buller"), 2, None),
    )


@pytest.mark.parametrize("told", [None, "x", 3, {"query": "?q=x"}])
def test_anything_else_is_nothing(told: object) -> None:
    assert read_saved(told) == ()


def test_no_more_than_can_be_looked_after() -> None:
    assert len(read_saved([{"query": "?q=x", "generation": 1}] * 1000)) == MOST


def test_the_visit_knows_when_its_search_was_seen_last() -> None:
    saved = (Saved(Address(question="kast"), 3, None),)
    assert Visit(Address(question="kast", more=True), saved).since == 3
    assert Visit(Address(question="buller"), saved).since is None


def test_only_what_came_in_later_is_new(tmp_path: Path) -> None:
    home = write_home(tmp_path)
    given = services(home)
    found = answer(hit(PLAN, 3))
    first = given.library.overview().generation
    assert new_files(found, first, given.library) == frozenset()
    assert new_files(found, None, given.library) == frozenset()
    assert new_files(found, 0, given.library) == frozenset({"plan.pdf"})
    with Writer.open(home) as writer, writer.transaction():
        writer.remove_document(PLAN.sha256)
        put(writer, PLAN)
    assert given.library.overview().generation == first + 1
    assert new_files(found, first, given.library) == frozenset({"plan.pdf"})


def test_the_list_tells_how_many_are_new(small_home: Home) -> None:
    asker = Canned(answer(hit(PLAN, 3), hit(PLAN, 4, rank=2), hit(MOTION, 3, rank=3)))
    desk = desk_over(services(small_home, asker=asker))
    now = desk.library.overview().generation
    html = saved_list(
        [Saved(Address(question="buller"), 0, "2026-11-01"), Saved(Address(question="tyst"), now, None)], desk
    )
    assert html is not None
    assert '<span class="badge tone-yes">2 nya eller ändrade handlingar</span>' in html
    assert "senast sedd 1 november 2026" in html
    assert '<span class="facts">inget nytt</span>' in html
    assert [text for text, _, _ in asker.asked] == ["buller"]
    assert saved_list([], desk) is None


def test_the_button_says_which_search_and_when() -> None:
    html = save_button(Address(question="kast", more=True), 5, texts("sv"))
    assert 'data-save="?q=kast" data-generation="5"' in html


def test_filters_in_words() -> None:
    address = Address(question="x", types=("motion",), bodies=("Socialnämnden",), since="2021-01-01", in_force=True)
    assert described(address, texts("sv")) == "Motion, Socialnämnden, 2021-01-01–, Gällande styrdokument"
