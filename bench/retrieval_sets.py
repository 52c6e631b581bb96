"""Measures analysers and fusion on sets with known answers, and writes bench/results/retrieval.md and .json.

    python bench/retrieval_sets.py --shared SHARED --kept vectors.sqlite --models MODELS

SHARED holds bench/swefaq, bench/riksdag-svar and casebook. Of riksdag-svar 300 demands are asked of the sections that
answer them and others up to 1,500, with and without boilerplate. `--whole` prints the legs and their fusion for all
1,500 demands and 10,121 sections instead: a quarter of an hour to embed, and another to ask.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.own_texts import searcher_over  # noqa: E402
from bench.retrieval_kept import KeptEmbedder  # noqa: E402
from bench.retrieval_memory import MemoryEngine  # noqa: E402
from bench.retrieval_truth import read_book  # noqa: E402
from corpus.passage import Facets, Passage, PassageKind  # noqa: E402
from index.embedding import ModelOptions, passage_embedder  # noqa: E402
from index.engine import Scored  # noqa: E402
from index.filters import Filter  # noqa: E402
from index.passages import passages_of  # noqa: E402
from index.terms import analyse, words  # noqa: E402
from index.terms.stems import swedish_stem  # noqa: E402
from index.terms.stopwords import every_stopword  # noqa: E402
from search.boilerplate import without_boilerplate  # noqa: E402
from search.coverage import cover  # noqa: E402
from search.fusion import Fusion, fuse  # noqa: E402
from search.measures import Mean, mean, ndcg  # noqa: E402
from search.question import read_question  # noqa: E402

EVERYTHING = Filter()
DEPTH = 100
SECTIONS, DEMANDS = 1500, 300
MODEL_WORDS = 330
Terms = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Set:
    """Texts, questions, and for each question the texts that answer it with their grades."""

    name: str
    texts: tuple[str, ...]
    questions: tuple[str, ...]
    relevant: tuple[Mapping[int, float], ...]


def sets(shared: Path) -> Iterator[Set]:
    """All sets."""
    yield text_set("swefaq", shared / "bench/swefaq")
    pasted = _subset(text_set("riksdag-svar, pasted demands", shared / "bench/riksdag-svar"))
    yield pasted
    short = tuple(without_boilerplate(question) for question in pasted.questions)
    yield Set("riksdag-svar, without boilerplate", pasted.texts, short, pasted.relevant)
    yield from _facts(shared / "casebook")


def text_set(name: str, folder: Path) -> Set:
    """The set in a folder (corpus.jsonl.gz, queries.jsonl.gz, qrels.tsv), each text with its title in front."""
    corpus, queries = _rows(folder / "corpus.jsonl.gz"), _rows(folder / "queries.jsonl.gz")
    place = {row["_id"]: number for number, row in enumerate(corpus)}
    relevant: dict[str, dict[int, float]] = {}
    for line in (folder / "qrels.tsv").read_text("utf-8").splitlines():
        query, text, grade, *_ = line.split("\t")
        if text in place:
            relevant.setdefault(query, {})[place[text]] = float(grade)
    asked = [row for row in queries if row["_id"] in relevant]
    return Set(
        name,
        tuple(" ".join(f"{row.get('title', '')} {row['text']}".split()) for row in corpus),
        tuple(row["text"] for row in asked),
        tuple(relevant[row["_id"]] for row in asked),
    )


def _rows(file: Path) -> list[dict[str, str]]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _subset(whole: Set) -> Set:
    order = list(range(len(whole.questions)))
    random.Random(7).shuffle(order)
    asked = order[:DEMANDS]
    answers = {text for number in asked for text in whole.relevant[number]}
    others = [number for number in range(len(whole.texts)) if number not in answers]
    random.Random(8).shuffle(others)
    kept = sorted(answers | set(others[: max(0, SECTIONS - len(answers))]))
    new = {old: number for number, old in enumerate(kept)}
    return Set(
        whole.name,
        tuple(whole.texts[old] for old in kept),
        tuple(whole.questions[number] for number in asked),
        tuple({new[old]: grade for old, grade in whole.relevant[number].items()} for number in asked),
    )


def _facts(folder: Path) -> Iterator[Set]:
    book = read_book(folder)
    passages = [
        p for d in book.documents for p in passages_of(d, ()) if p.kind in (PassageKind.TEXT, PassageKind.TABLE)
    ]
    place = {(p.file, p.paragraphs[0]): number for number, p in reversed(list(enumerate(passages)))}
    for language in ("sv", "en"):
        asked = [q for q in book.truth["questions"] if q["kind"] == "fact" and q["lang"] == language]
        relevant = [{place[r["file"], r["paragraph"]]: float(r["grade"]) for r in q["relevant"]} for q in asked]
        name = f"casebook, facts, {language}"
        yield Set(name, tuple(p.embed_text for p in passages), tuple(q["text"] for q in asked), tuple(relevant))


# ------------------------------------------------------------------------------------------- analysers


def plain(text: str) -> list[str]:
    """Words as they stand, without stop words."""
    return [word for word in re.findall(r"\w+", text.lower()) if word not in every_stopword()]


def snowball(text: str) -> list[str]:
    """Snowball's stems."""
    return [swedish_stem(word) for word in plain(text)]


def lemmas(text: str) -> list[str]:
    """Dictionary forms alone."""
    return [word.term for word in words(text)]


def stemmed_lemmas(text: str) -> list[str]:
    """Dictionary forms, stemmed."""
    return [swedish_stem(word.term) for word in words(text)]


ANALYSERS: dict[str, Terms] = {
    "words": plain,
    "Snowball": snowball,
    "dictionary forms": lemmas,
    "dictionary forms, stemmed": stemmed_lemmas,
    "dictionary forms and compound parts": analyse,
}


def engine_of(texts: Sequence[str], terms: Terms, vectors: np.ndarray) -> MemoryEngine:
    """The texts as passages with those terms."""
    facets = Facets("övrigt", None)
    passages = [
        Passage(PassageKind.TEXT, str(n), (1,), text, tuple(terms(text)), facets) for n, text in enumerate(texts)
    ]
    return MemoryEngine(passages, vectors)


def measured(ranked: Sequence[Sequence[int]], some: Set) -> Mean:
    """nDCG@10 over the questions."""
    pairs = zip(ranked, some.relevant, strict=True)
    return mean([ndcg([rel.get(n, 0.0) for n in order[:10]], list(rel.values()), 10) for order, rel in pairs])


def analysers(some: Set) -> dict[str, Mean]:
    """The lexical leg alone, by analyser."""
    found = {}
    for name, terms in ANALYSERS.items():
        engine = engine_of(some.texts, terms, np.zeros((len(some.texts), 1), np.float32))
        orders = [_order(engine.lexical(Counter(terms(q)), 10, where=EVERYTHING)) for q in some.questions]
        found[name] = measured(orders, some)
    return found


def fusions(some: Set, embedder: KeptEmbedder) -> dict[str, Mean]:
    """Each leg alone, reciprocal ranks, fixed shares, and the share that depends on what is said."""
    vectors = embedder.passages([_cut(text) for text in some.texts])
    engine = engine_of(some.texts, analyse, vectors)
    orders: dict[str, list[list[int]]] = {}
    for text in some.questions:
        question = read_question(text)
        dense = engine.dense(embedder.query(question.bare), DEPTH, where=EVERYTHING)
        lexical = engine.lexical(question.terms, DEPTH, where=EVERYTHING)
        covered = cover(question, engine)
        said = max((covered.share(frozenset(engine.passages[one.passage].terms)) for one in lexical[:5]), default=0.0)
        ranked = {
            "dense": _order(dense),
            "lexical": _order(lexical),
            "reciprocal ranks": _reciprocal(dense, lexical),
            **{f"share {s}": _best(fuse(dense, lexical, share=s, depth=DEPTH)) for s in (0.2, 0.4, 0.55, 0.7)},
            "share by what is said": _best(fuse(dense, lexical, share=Fusion().share(said), depth=DEPTH)),
        }
        for name, order in ranked.items():
            orders.setdefault(name, []).append(order)
    orders["the whole searcher"] = whole_searcher(some, embedder)
    return {name: measured(order, some) for name, order in orders.items()}


def whole_searcher(some: Set, embedder: KeptEmbedder) -> list[list[int]]:
    """The texts that the program's own searcher answers with, each text a paper."""
    searcher = searcher_over([(str(n), _cut(text)) for n, text in enumerate(some.texts)], embedder, embedder)
    return [list(dict.fromkeys(int(hit.file) for hit in searcher.ask(text).hits)) for text in some.questions]


def _cut(text: str) -> str:
    """As much as the model reads."""
    found = text.split()
    return text if len(found) <= MODEL_WORDS else " ".join(found[:MODEL_WORDS])


def _order(scored: Sequence[Scored]) -> list[int]:
    return [one.passage for one in scored]


def _best(scores: Mapping[int, float]) -> list[int]:
    return sorted(scores, key=lambda one: -scores[one])


def _reciprocal(*legs: Sequence[Scored]) -> list[int]:
    """Cormack, Clarke and Büttcher, SIGIR 2009, k = 60."""
    scores: Counter[int] = Counter()
    for leg in legs:
        for rank, one in enumerate(leg, 1):
            scores[one.passage] += 1 / (60 + rank)  # type: ignore[assignment]
    return _best(scores)


def as_markdown(title: str, rows: Mapping[str, Mapping[str, Mean]]) -> str:
    """One line a way, one column a set."""
    names = list(rows)
    ways = list(rows[names[0]])
    lines = [f"## {title}", "", f"| | {' | '.join(names)} |", f"|{'---|' * (len(names) + 1)}"]
    for way in ways:
        cells = (f"{m.value:.3f} ({m.low:.2f}–{m.high:.2f})" for m in (rows[name][way] for name in names))
        lines.append(f"| {way} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure everything and write the results."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--kept", type=Path, required=True)
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--whole", action="store_true", help="all of riksdag-svar, printed")
    args = parser.parse_args()
    embedder = KeptEmbedder(args.kept, lambda: passage_embedder(ModelOptions(models=args.models, threads=1)))
    if args.whole:
        whole = text_set("riksdag-svar, all", args.shared / "bench/riksdag-svar")
        print(as_markdown("Legs and fusion", {whole.name: fusions(whole, embedder)}))
        return
    every = list(sets(args.shared))
    by_analyser = {some.name: analysers(some) for some in every}
    by_fusion = {some.name: fusions(some, embedder) for some in every}
    results = ROOT / "bench/results"
    text = "# Retrieval on sets with known answers: nDCG@10 with 95 % bootstrap intervals\n\n"
    text += as_markdown("The lexical leg by analyser (BM25, k1 1.2, b 0.75)", by_analyser) + "\n"
    text += as_markdown("Legs and fusion", by_fusion)
    (results / "retrieval.md").write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
