from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from corpus.home import Home
from tests.ui.web.made import Canned, desk_over, services
from ui.web.address import Address, Tab
from ui.web.precedent_panel import LONGEST_MOTION, PrecedentPanel
from ui.web.saved import Visit
from ui.web.widgets import Blocks


@pytest.fixture
def asker() -> Canned:
    return Canned()


@pytest.fixture
def panel(small_home: Home, asker: Canned) -> PrecedentPanel:
    with Blocks():
        return PrecedentPanel(desk_over(services(small_home, asker=asker)))


def by_id(updates: dict[Any, Any]) -> dict[str, Any]:
    return {component.elem_id: value for component, value in updates.items()}


def test_a_pasted_motion(panel: PrecedentPanel, asker: Canned) -> None:
    made = by_id(panel.find("en\ntvå", None))
    assert asker.demands == [("en", "två")]
    assert "Motion från V" in made["vy-prejudikat"]
    assert made["prejudikat-export"]["visible"] is True
    assert made["prejudikat-plottar"]["visible"] is True
    assert Path(made["prejudikat-csv"]).read_bytes().startswith(b"\xef\xbb\xbf")
    assert Path(made["prejudikat-word"]).read_bytes().startswith(b"PK")
    assert [bar.name for bar in made["utfall-ar"].data] == ["Avslås"]


def test_an_uploaded_motion_goes_before_pasted_text(panel: PrecedentPanel, asker: Canned, tmp_path: Path) -> None:
    (tmp_path / "ny.pdf").write_bytes(b"%PDF-1.7")
    panel.find("text", str(tmp_path / "ny.pdf"))
    assert asker.demands == [("ny.pdf",)]


def test_what_is_no_motion_is_told(panel: PrecedentPanel, asker: Canned, tmp_path: Path) -> None:
    (tmp_path / "ny.pdf").write_bytes(b"PK")
    for text, file, words in ((" ", None, "Klistra in"), ("", str(tmp_path / "ny.pdf"), "ingen PDF")):
        made = by_id(panel.find(text, file))
        assert words in made["vy-prejudikat"]
        assert 'role="alert"' in made["vy-prejudikat"]
        assert made["prejudikat-export"]["visible"] is False
    assert asker.demands == []


def test_a_text_without_end_is_cut(panel: PrecedentPanel, asker: Canned) -> None:
    panel.find("x" * (2 * LONGEST_MOTION), None)
    assert [len(demand) for demand in asker.demands[0]] == [LONGEST_MOTION]


def test_an_address_leaves_the_tab_as_it_is(panel: PrecedentPanel) -> None:
    assert panel.show(Visit(Address(tab=Tab.PRECEDENTS))) == ("Prejudikat", {})
