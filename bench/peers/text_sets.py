"""Retrieval sets of plain texts (corpus.jsonl.gz, queries.jsonl.gz, qrels.tsv): a share of one that fits the time."""

from __future__ import annotations

import csv
import gzip
import json
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from bench.peers.judging import EARLY, TOP, ndcg
from bench.peers.protocol import Found, Page

SEED = 11


@dataclass(frozen=True, slots=True)
class TextSet:
    """Texts, queries, and for each query the grades of the texts that answer it."""

    name: str
    texts: tuple[Page, ...]
    queries: tuple[tuple[str, str], ...]
    qrels: Mapping[str, Mapping[str, int]]

    @property
    def size(self) -> str:
        """How many queries over how many texts: shares of one set are kept apart."""
        return f"{len(self.queries)}x{len(self.texts)}"


@dataclass(frozen=True, slots=True)
class Ranked:
    """Means over a set's queries, judged by text: the best passage of a text stands for it."""

    queries: int
    texts: int
    ndcg: float
    recall: float


def read_text_set(folder: Path, *, queries: int, texts: int, words: int) -> TextSet:
    """`queries` drawn by chance, the same each time, the texts that answer them, and others up to `texts`.

    Texts of more than `words` words are left out, and so are queries that such a text answers.
    """
    chance = random.Random(SEED)
    qrels: dict[str, dict[str, int]] = defaultdict(dict)
    with (folder / "qrels.tsv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            qrels[row["query-id"]][row["corpus-id"]] = int(row["score"])
    asked = [(one["_id"], one["text"]) for one in _lines(folder / "queries.jsonl.gz") if one["_id"] in qrels]
    corpus = {one["_id"]: one["text"] for one in _lines(folder / "corpus.jsonl.gz")}
    corpus = {id_: text for id_, text in corpus.items() if len(text.split()) <= words}
    asked = [(query, text) for query, text in asked if qrels[query].keys() <= corpus.keys()]
    asked = chance.sample(asked, min(queries, len(asked)))
    answering = {text for query, _ in asked for text in qrels[query]}
    others = [id_ for id_ in corpus if id_ not in answering]
    kept = answering | set(chance.sample(others, min(len(others), max(0, texts - len(answering)))))
    return TextSet(
        folder.name,
        tuple(Page(id_, None, text) for id_, text in corpus.items() if id_ in kept),
        tuple(asked),
        {query: qrels[query] for query, _ in asked},
    )


def judge_texts(given: TextSet, rankings: Mapping[str, Sequence[Found]]) -> Ranked:
    """nDCG@10 and recall@5 over the distinct texts in the order of their first hit."""
    scores = [_judged(rankings[query], given.qrels[query]) for query, _ in given.queries]
    return Ranked(
        len(given.queries), len(given.texts), fmean(one[0] for one in scores), fmean(one[1] for one in scores)
    )


def _judged(hits: Sequence[Found], grades: Mapping[str, int]) -> tuple[float, float]:
    gains = [grades.get(file, 0) for file in dict.fromkeys(hit.file for hit in hits)][:TOP]
    wanted = [grade for grade in grades.values() if grade > 0]
    return ndcg(gains, wanted), sum(gain > 0 for gain in gains[:EARLY]) / min(EARLY, len(wanted))


def _lines(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
