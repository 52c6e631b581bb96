from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.home import Home
from ingest.batch.meter import Listener
from ingest.batch.report import Report
from tests.ui.web.made import desk_over, services
from ui.web.address import Address, Tab
from ui.web.collection_panel import CollectionPanel
from ui.web.indexing import Indexing, Job
from ui.web.saved import Visit
from ui.web.widgets import Blocks


def nothing(paths: tuple[Path, ...], listener: Listener) -> Report:
    raise AssertionError(paths)


class Remembering(Indexing):
    """Remembers what it was asked to index."""

    def __init__(self) -> None:
        super().__init__(nothing)
        self.started: list[tuple[Path, ...]] = []

    @property
    def job(self) -> Job:
        return Job(running=bool(self.started))

    def start(self, paths: tuple[Path, ...]) -> None:
        self.started.append(paths)


@pytest.fixture
def indexing() -> Remembering:
    return Remembering()


@pytest.fixture
def panel(small_home: Home, indexing: Remembering) -> CollectionPanel:
    with Blocks():
        return CollectionPanel(desk_over(replace(services(small_home), indexing=indexing)))


def shown(panel: CollectionPanel, show: str | None) -> dict[str, Any]:
    title, updates = panel.show(Visit(Address(tab=Tab.COLLECTION, show=show)))
    assert title == "Samlingen"
    return {component.elem_id: value for component, value in updates.items()}


def test_the_overview_has_plots_and_their_tables(panel: CollectionPanel) -> None:
    made = shown(panel, None)
    assert "Vad samlingen omfattar" in made["vy-samlingen"]
    assert made["samlingen-plottar"]["visible"] is True
    assert made["samlingen-lasin"]["visible"] is False
    assert [len(made[name].data[0].y) for name in ("efter-typ", "efter-organ", "efter-ar")] == [5, 2, 5]
    assert "<caption>" in made["samlingen-tabeller"]


@pytest.mark.parametrize(
    ("show", "words"), [("obesvarade", "Ett ärende väntar"), ("fel", "PDF-filen är låst."), ("x", "Vad samlingen")]
)
def test_the_other_lists_draw_nothing(panel: CollectionPanel, show: str, words: str) -> None:
    made = shown(panel, show)
    assert words in made["vy-samlingen"]
    assert ("efter-typ" in made) is (show == "x")


def test_adding_papers_shows_how_the_run_stands(panel: CollectionPanel, indexing: Remembering) -> None:
    assert shown(panel, "lasin")["inlasning"] == ""
    indexing.start((Path("x"),))
    assert "Inläsningen startar" in shown(panel, "lasin")["inlasning"]


def test_uploaded_files_are_kept_and_their_folder_indexed(
    panel: CollectionPanel, indexing: Remembering, tmp_path: Path, small_home: Home
) -> None:
    (tmp_path / "ny.pdf").write_bytes(b"%PDF-1.7")
    panel.add_files([str(tmp_path / "ny.pdf")])
    assert indexing.started == [(small_home.root / "uppladdat",)]
    assert (small_home.root / "uppladdat" / "ny.pdf").read_bytes() == b"%PDF-1.7"


def test_a_folder_is_indexed_where_it_is(panel: CollectionPanel, indexing: Remembering, tmp_path: Path) -> None:
    panel.add_folder(str(tmp_path))
    assert indexing.started == [(tmp_path,)]


def test_what_cannot_be_added_is_told(panel: CollectionPanel, indexing: Remembering) -> None:
    for updates, words in ((panel.add_files(None), "Inga filer"), (panel.add_folder("/finns/inte"), "finns inte")):
        (html,) = updates.values()
        assert words in html
        assert 'role="alert"' in html
    assert indexing.started == []


def test_without_indexing_the_page_says_who_can(small_home: Home) -> None:
    with Blocks():
        closed = CollectionPanel(desk_over(services(small_home)))
    made = shown(closed, "lasin")
    assert "beslutsminne index MAPP" in made["vy-samlingen"]
    assert "inlasning" not in made
