"""Progress in words, and as plain lines where there is no terminal."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from ingest.batch.report import Phase, Progress
from ui.progress import ProgressBar, describe, duration


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0 s"), (59.4, "59 s"), (60, "1 min"), (3540, "59 min"), (3600, "1 h 00 min"), (7500, "2 h 05 min")],
)
def test_durations(seconds: float, text: str) -> None:
    assert duration(seconds) == text


def progress(documents: int, *, rate: float = 0.0, eta: float | None = None) -> Progress:
    """A reading event."""
    return Progress(Phase.READING, "a.pdf", documents, 120, 300, 42, rate, eta)


def test_what_is_not_known_is_not_told() -> None:
    assert describe(progress(1)) == ", 300 sidor, 42 textavsnitt"
    assert describe(progress(1, rate=31.4, eta=90)) == ", 300 sidor, 42 textavsnitt, 31 avsnitt/s, 2 min kvar"


def test_without_a_terminal_a_line_now_and_then() -> None:
    out = io.StringIO()
    with ProgressBar(console=Console(file=out, force_terminal=False, width=200)) as bar:
        for documents in range(1, 121):
            bar.show(progress(documents))
    lines = [line for line in out.getvalue().splitlines() if line.strip()]
    assert [line.split(" ")[0] for line in lines] == ["50/120", "100/120"]


def test_a_terminal_gets_a_bar() -> None:
    out = io.StringIO()
    with ProgressBar(console=Console(file=out, force_terminal=True, width=200)) as bar:
        bar.show(progress(7, eta=30))
    assert "7/120 dokument, 300 sidor, 42 textavsnitt, 30 s kvar" in out.getvalue()
