"""The kinds of passages, as engines store them."""

from __future__ import annotations

from corpus.passage import PassageKind


def test_kinds_are_stored_by_these_words() -> None:
    assert {kind.value for kind in PassageKind} == {"text", "table", "title", "demand", "decision"}
