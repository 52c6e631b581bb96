from __future__ import annotations

from corpus.stored import PlacedFile
from ingest.batch.tally import Tally


def _file(sha256: str) -> PlacedFile:
    return PlacedFile("/p/a", "/p", "a", 1, 1, sha256)


def test_words_and_counts() -> None:
    tally = Tally()
    assert tally.placed(None, "1", reread=False) == "tillagd"
    assert tally.placed(_file("1"), "2", reread=False) == "ändrad"
    assert tally.placed(_file("1"), "1", reread=False) == "oförändrad"
    assert tally.placed(_file("1"), "1", reread=True) == "omläst"
    assert (tally.added, tally.changed, tally.unchanged, tally.reread) == (1, 1, 2, 1)


def test_moves_pair_what_came_with_what_went() -> None:
    tally = Tally()
    for sha256 in ("1", "1", "2"):
        tally.placed(None, sha256, reread=False)
    for sha256 in ("1", "3", "3"):
        tally.gone(_file(sha256))
    assert (tally.moved, tally.added, tally.removed) == (1, 2, 2)
