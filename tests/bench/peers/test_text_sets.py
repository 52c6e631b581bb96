"""A set of three texts, cut and judged by hand."""

from __future__ import annotations

import gzip
import json
import math
from pathlib import Path

import pytest

from bench.peers.protocol import Found
from bench.peers.text_sets import judge_texts, read_text_set


def written(folder: Path) -> Path:
    texts = [{"_id": name, "title": "", "text": f"text {name}"} for name in ("a", "b", "c", "d")]
    queries = [{"_id": "q1", "text": "ett"}, {"_id": "q2", "text": "två"}, {"_id": "unjudged", "text": "tre"}]
    for name, rows in (("corpus", texts), ("queries", queries)):
        with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as out:
            out.write("\n".join(json.dumps(row) for row in rows))
    (folder / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\nq1\tc\t1\nq2\td\t1\n", "utf-8")
    return folder


def test_the_texts_that_answer_are_kept_first(tmp_path: Path) -> None:
    cut = read_text_set(written(tmp_path), queries=1, texts=2, words=9)
    assert cut == read_text_set(tmp_path, queries=1, texts=2, words=9)
    assert cut.queries in ((("q1", "ett"),), (("q2", "två"),))
    answering = "c" if cut.queries[0][0] == "q1" else "d"
    assert answering in [text.file for text in cut.texts]
    assert len(cut.texts) == 2
    whole = read_text_set(tmp_path, queries=9, texts=9, words=9)
    assert [text.file for text in whole.texts] == ["a", "b", "c", "d"]
    assert sorted(query for query, _ in whole.queries) == ["q1", "q2"]


def test_long_texts_are_left_out_with_what_they_answer(tmp_path: Path) -> None:
    written(tmp_path)
    assert read_text_set(tmp_path, queries=9, texts=9, words=2).texts
    none = read_text_set(tmp_path, queries=9, texts=9, words=1)
    assert (none.texts, none.queries) == ((), ())


def test_a_text_is_ranked_where_its_first_passage_is(tmp_path: Path) -> None:
    given = read_text_set(written(tmp_path), queries=9, texts=9, words=9)
    hits = [Found(name, "", (), 0.0) for name in ("a", "a", "c", "d")]
    found = judge_texts(given, {"q1": hits, "q2": hits})
    assert found.ndcg == pytest.approx((1 / math.log2(3) + 1 / math.log2(4)) / 2)
    assert found.recall == 1.0
    assert (found.queries, found.texts) == (2, 4)
