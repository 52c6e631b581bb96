from __future__ import annotations

from collections.abc import Sequence

import pytest

from search.reranking import reranked
from search.searcher import Searcher
from tests.search.made import EMBEDDER, ENGINE, LIBRARY, MOTION, candidates


class Longest:
    """Finds the longest text best."""

    def scores(self, question: str, texts: Sequence[str]) -> tuple[float, ...]:
        return tuple(float(len(text)) for text in texts)


def test_the_best_texts_in_the_new_order_with_the_old_range_of_scores() -> None:
    group = candidates("lekplats").texts
    again = reranked(group, "lekplats", Longest())
    lengths = [len(one.passage.embed_text) for one in again.found]
    assert lengths == sorted(lengths, reverse=True)
    assert again.found[0].fused == pytest.approx(group.found[0].fused)
    assert again.found[-1].fused == pytest.approx(group.found[-1].fused)


def test_nothing_found_is_left_alone() -> None:
    group = candidates("lekplats").texts
    empty = type(group)((), (), ())
    assert reranked(empty, "lekplats", Longest()) is empty


def test_a_searcher_asks_the_reranker_that_it_was_given() -> None:
    asked: list[str] = []

    class Noting:
        def scores(self, question: str, texts: Sequence[str]) -> tuple[float, ...]:
            asked.append(question)
            return tuple(float("ingenstans" in text) for text in texts)

    searcher = Searcher(LIBRARY, ENGINE, EMBEDDER, reranker=Noting())
    assert searcher.look("gungor i Sörby").found.texts.found[0].place == (MOTION, 2)
    assert asked == ["gungor i Sörby"]
