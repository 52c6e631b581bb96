from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from corpus.errors import HomeDamagedError
from corpus.home import Home
from tests.ui.web.made import EVIL, SCRIPT, Canned, desk_over, services
from ui.web.address import Tab
from ui.web.page import build
from ui.web.widgets import EventData


def navigate(page: Any, **told: object) -> dict[str, Any]:
    """What the page's one event gives for what a browser tells."""
    function = next(block for block in page.fns.values() if block.name == "navigate").fn
    updates = function(EventData(None, dict(told)))
    return {component.elem_id or type(component).__name__: value for component, value in updates.items()}


@pytest.fixture(scope="module")
def asker() -> Canned:
    return Canned()


@pytest.fixture(scope="module")
def page(small_home: Home, asker: Canned) -> Any:
    return build(desk_over(services(small_home, asker=asker)))


def test_an_address_becomes_its_tabs_view(page: Any) -> None:
    made = navigate(page, query="?q=kast", saved=[])
    assert made["tabs"].selected == "fraga"
    assert "Ett beslut hittades" in made["vy-fraga"]
    assert 'data-query="?q=kast" data-title="kast – Beslutsminne" data-tab="fraga"' in made["place"]
    assert made["fel"] == ""


@pytest.mark.parametrize("tab", list(Tab))
def test_every_tab_can_be_shown(page: Any, tab: Tab) -> None:
    made = navigate(page, query=f"?flik={tab.value}")
    assert made["tabs"].selected == tab.value
    assert f'data-tab="{tab.value}"' in made["place"]


@pytest.mark.parametrize("told", [{}, {"query": None, "saved": "x"}, {"query": 7}])
def test_whatever_a_browser_tells_there_is_a_page(page: Any, told: dict[str, object]) -> None:
    assert navigate(page, **told)["tabs"].selected == "fraga"


def test_a_hostile_title_does_not_leave_its_attribute(page: Any) -> None:
    made = navigate(page, query=f"?kalla={EVIL.file}&stycke=1")
    assert SCRIPT not in made["place"] + made["vy-kalla"]
    assert 'data-title="&lt;script&gt;alert(1)&lt;/script&gt; – Beslutsminne"' in made["place"]


def test_an_error_of_the_program_is_told_and_the_page_stays(
    page: Any, asker: Canned, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*given: object, **named: object) -> None:
        raise HomeDamagedError("Filer saknas.", hint="Kör: beslutsminne check")

    monkeypatch.setattr(asker, "ask", refuse)
    made = navigate(page, query="?q=kast")
    assert "Något gick fel: Filer saknas. Kör: beslutsminne check" in made["fel"]
    assert "vy-fraga" not in made


def test_only_the_named_functions_are_offered_to_programs(small_home: Home) -> None:
    def hello() -> str:
        """Say hello."""
        return "hej"

    made = build(desk_over(services(small_home)), named=(hello,))
    info = made.get_api_info()
    assert info["named_endpoints"].keys() == {"/hello"}
    assert info["unnamed_endpoints"] == {}


def test_the_head_names_the_municipality(small_home: Home) -> None:
    given = services(small_home)
    desk = desk_over(replace(given, options=replace(given.options, municipality="<Norrvik>")))
    top = next(block for block in build(desk).blocks.values() if getattr(block, "elem_id", None) == "top")
    assert "<h1>Beslutsminne · &lt;Norrvik&gt;</h1>" in top.value
    assert 'href="en/"' in top.value
