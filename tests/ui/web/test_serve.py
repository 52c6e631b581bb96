from __future__ import annotations

import socket
import threading
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import HomeMissingError, ModelError, UsageError
from corpus.home import Home
from tests.ui.web.made import Canned
from ui.settings import Settings
from ui.web import serve as module
from ui.web.options import WebOptions
from ui.web.serve import serve, services_of


class Stopped:
    """Stands in for uvicorn: remembers how it was run."""

    def __init__(self) -> None:
        self.runs: list[dict[str, Any]] = []

    def run(self, app: object, **named: Any) -> None:
        self.runs.append(named)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Stopped:
    stopped = Stopped()
    monkeypatch.setattr(module, "uvicorn", stopped)
    return stopped


def test_it_listens_where_it_was_told_and_says_where(
    server: Stopped, small_home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    serve(Settings(small_home), Canned(), port=7999)
    assert [(run["host"], run["port"]) for run in server.runs] == [("127.0.0.1", 7999)]
    told = capsys.readouterr()
    assert told.out == ""
    assert "http://127.0.0.1:7999/" in told.err
    assert "VARNING" not in told.err


def test_a_port_that_is_taken_is_told_before_anything_is_loaded(server: Stopped, small_home: Home) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"Porten {port} på 127.0.0.1 är upptagen"):
            serve(Settings(small_home), Canned(), port=port)
    with pytest.raises(UsageError, match="Det går inte att lyssna på"):
        serve(Settings(small_home), Canned(), host="ingen.finns.invalid", port=port)
    assert server.runs == []


def test_the_first_visitor_finds_it_warm(server: Stopped, small_home: Home) -> None:
    asker = Canned()
    serve(Settings(small_home), asker)
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join(1.0)
    assert [(text, top) for text, _, top in asker.asked] == [("beslut", 1)]
    assert asker.ready == [True]


def test_a_model_that_cannot_be_loaded_ends_the_start(
    server: Stopped, small_home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ModelError("Språkmodellen saknas.")

    asker = Canned()
    monkeypatch.setattr(asker, "ask", refuse)
    with pytest.raises(ModelError, match="saknas"):
        serve(Settings(small_home), asker)


def test_an_open_door_is_warned_of(server: Stopped, small_home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    serve(Settings(small_home), Canned(), host="0.0.0.0")
    assert "VARNING: sidan öppnas på 0.0.0.0 utan inloggning" in capsys.readouterr().err


def test_mcp_needs_its_package(server: Stopped, small_home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BESLUTSMINNE_MCP", "1")
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match="paketet mcp"):
        serve(Settings(small_home), Canned())
    assert server.runs == []


def test_a_home_that_is_not_there(server: Stopped, tmp_path: Path) -> None:
    with pytest.raises(HomeMissingError):
        serve(Settings(Home(tmp_path / "ingen")), Canned())


def test_the_services(small_home: Home) -> None:
    settings = Settings(small_home)
    made = services_of(settings, Canned(), WebOptions())
    assert made.uploads.folder == small_home.root / "uppladdat"
    assert made.indexing is not None
    assert services_of(settings, Canned(), WebOptions(host="0.0.0.0")).indexing is None
    assert made.demands_in("Vi föreslår att kommunen köper ett luftskepp.") == ("kommunen köper ett luftskepp.",)
