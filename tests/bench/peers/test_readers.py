"""How blocks are put together, and what an unreadable PDF gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.peers.protocol import Page
from bench.peers.readers import packed, tolerant


def test_blocks_are_put_together_up_to_a_length() -> None:
    assert list(packed(["abc", "de", "fghi", "jklmnopqr", "s"], letters=6)) == ["abc\nde", "fghi", "jklmnopqr", "s"]
    assert list(packed([], letters=6)) == []


def test_an_unreadable_pdf_gives_nothing_and_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    def broken(path: Path) -> tuple[Page, ...]:
        raise ValueError("no cross-reference table")

    assert tolerant(broken)(Path("a.pdf")) == ()
    assert capsys.readouterr().err == "a.pdf: ValueError: no cross-reference table\n"


def test_pages_without_text_are_left_out() -> None:
    def reader(path: Path) -> tuple[Page, ...]:
        return Page(path.name, 1, " \n"), Page(path.name, 2, "text")

    assert tolerant(reader)(Path("a.pdf")) == (Page("a.pdf", 2, "text"),)
