from __future__ import annotations

from index.bm25_postings import Postings, PostingsBuilder


def built(*rows: str) -> Postings:
    builder = PostingsBuilder()
    for row in rows:
        builder.add(row.split())
    return builder.finish()


def test_rows_and_counts_of_each_key() -> None:
    postings = built("buss skola buss", "", "skola", "åk buss")
    found = {key: tuple(part.tolist() for part in postings.get(key)) for key in ("buss", "skola", "åk")}
    assert found == {"buss": ([0, 3], [2, 1]), "skola": ([0, 2], [1, 1]), "åk": ([3], [1])}


def test_keys_that_are_not_there() -> None:
    postings = built("buss skola", "park")
    for key in ("", "bus", "busss", "a", "ö", "skol"):
        assert [part.tolist() for part in postings.get(key)] == [[], []]


def test_no_rows_at_all() -> None:
    assert [part.tolist() for part in built().get("buss")] == [[], []]


def test_a_lone_surrogate_is_a_key_like_others() -> None:
    assert built("a\ud800").get("a\ud800")[0].tolist() == [0]
