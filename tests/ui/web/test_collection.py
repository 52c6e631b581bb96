from __future__ import annotations

from pathlib import Path

from corpus.home import Home
from corpus.writer import Writer
from tests.ui.web.made import EVIL, desk_over, services, sha, write_home
from ui.web.collection import failures_view, overview_view, tables_view
from ui.web.desk import Desk


def test_the_figures(desk: Desk) -> None:
    html = overview_view(desk)
    expected = (
        "<dt>Handlingar</dt><dd>7</dd>", "<dt>Sidor</dt><dd>9</dd>", "<dt>Stycken</dt><dd>19</dd>",
        "<dt>Ärenden</dt><dd>2</dd>", "<dt>Filer som inte kunde läsas</dt><dd>1</dd>",
        "<dt>Sidor som inte kunde läsas</dt><dd>1</dd>", "från 1 februari 2018 till 27 februari 2024",
    )  # fmt: skip
    assert [words for words in expected if words not in html] == []


def test_the_plots_numbers_as_tables(desk: Desk) -> None:
    html = tables_view(desk)
    assert "<caption>Handlingar efter typ</caption>" in html
    assert '<th scope="row">Handlingsplan</th><td class="number">2</td>' in html
    assert '<th scope="row">Kommunfullmäktige</th><td class="number">2</td>' in html
    assert '<th scope="row">2024</th><td class="number">1</td>' in html


def test_what_could_not_be_read_says_why_and_what_to_do(desk: Desk) -> None:
    html = failures_view(desk)
    assert "trasig.pdf" in html
    assert "PDF-filen är låst." in html
    assert "Spara den utan lösenord." in html
    assert "?kalla=ond.pdf" in html
    assert EVIL.title not in html


def test_all_read_is_said(tmp_path: Path) -> None:
    home: Home = write_home(tmp_path)
    with Writer.open(home) as writer, writer.transaction():
        writer.remove_failure(sha("9"))
        writer.remove_document(EVIL.sha256)
    html = failures_view(desk_over(services(home)))
    assert "Alla filer kunde läsas." in html
    assert "Handlingar med sidor" not in html
