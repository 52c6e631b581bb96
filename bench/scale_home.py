"""A home of any size of real Swedish paragraphs: motions, their answers and minutes, tied to cases as a batch does.

python -m bench.scale_home HOME paragraphs.jsonl.gz embeddings.f16 --count 200000

What is made is what a batch would write for such papers (bench/scale_papers.py makes them, index/passages.py cuts
them); only the vectors are not embedded but taken from bench/scale_vectors.py: real ones first, then jittered copies.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np

from bench.scale_papers import CASES_A_MEETING, Meeting, meetings
from bench.scale_vectors import collection
from corpus.catalogue import Catalogue
from corpus.home import Home
from corpus.passage import Passage
from corpus.stored import Understood
from corpus.writer import Writer, embed_key
from index.catalogue_entries import CatalogueEntries
from index.embedded import EmbeddedEngine
from index.embedding import ModelOptions, embedder_name
from index.passages import passages_of

DIM = 384
MEETINGS_A_TRANSACTION = 4


def main() -> None:
    """Make the home and its index."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("home", type=Path)
    parser.add_argument("paragraphs", type=Path)
    parser.add_argument("embeddings", type=Path)
    parser.add_argument("--count", type=int, default=200_000)
    given = parser.parse_args()
    started = time.perf_counter()
    home = Home(given.home)
    made = fill(home, given.paragraphs, given.embeddings, given.count)
    catalogued = time.perf_counter() - started
    EmbeddedEngine(home.vectors, CatalogueEntries(Catalogue.open(home))).sync()
    print(f"{made:,} passages, {catalogued:.0f} s, index {time.perf_counter() - started - catalogued:.0f} s")


def fill(home: Home, paragraphs: Path, embeddings: Path, count: int) -> int:
    """Write papers until there are `count` passages; returns how many there are."""
    model = embedder_name(ModelOptions(models=Path()))
    vectors = iter(collection(embeddings, count + CASES_A_MEETING * 100, dim=DIM).base)
    made = 0
    some = meetings(_texts(paragraphs))
    with Writer.open(home) as writer:
        while made < count:
            with writer.transaction():
                for meeting in islice(some, MEETINGS_A_TRANSACTION):
                    made += _write(writer, meeting, model, vectors)
                writer.use_model(model)
    return made


def _write(writer: Writer, meeting: Meeting, model: str, vectors: Iterator[np.ndarray]) -> int:
    passages: list[Passage] = []
    for paper in meeting.papers:
        writer.put_document(Understood(paper, paper, "bench"))
        found = passages_of(paper, [case for case in meeting.cases if paper.file in case.files])
        writer.put_passages(paper.sha256, found)
        passages.extend(found)
    writer.put_cases(meeting.cases)
    keys = dict.fromkeys(embed_key(passage.embed_text) for passage in passages)
    writer.put_vectors(model, DIM, ((key, next(vectors).astype("<f2").tobytes()) for key in keys))
    return len(passages)


def _texts(paragraphs: Path) -> Iterator[str]:
    """Paragraph after paragraph, from the start again where there are too few."""
    while True:
        with gzip.open(paragraphs, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)


if __name__ == "__main__":
    main()
