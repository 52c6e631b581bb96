"""How long a whole question takes in a large home, embedding included, and where the time goes.

python -m bench.scale_questions HOME CASEBOOK riksdag-svar/queries.jsonl.gz bench/results/scale_questions.md

The home is one of bench/scale_home.py. Each question is asked once, so that nothing of it has been read before; what
asks is the program's own searcher with the real model, in a process that has settled as `serve` does, and parts are
timed by standing between it and what it uses. The embedding runs beside others: the rest is the time of no part.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from bench.machine import machine
from corpus.catalogue import Catalogue
from corpus.home import Home
from index.embedding import question_embedder
from search.searcher import Searcher
from ui.choices import model_options, open_engine
from ui.settings import Settings
from ui.settled import settle

PARTS = {
    "embedding": "query",
    "nearest (dense)": "dense",
    "words (BM25)": "lexical",
    "document frequencies": "document_frequency",
    "reading passages": "found",
    "reading papers": "head",
    "reading paragraphs": "paragraphs",
    "reading cases": "case",
    "cases of papers": "case_keys",
}
WARM_UP = 5


@dataclass
class Timed:
    """Stands before an object and notes from when to when its methods work."""

    inner: Any
    spans: dict[str, list[tuple[float, float]]] = field(default_factory=lambda: defaultdict(list))

    def __getattr__(self, name: str) -> Any:
        """The inner object's attribute, timed if it is one of PARTS."""
        found = getattr(self.inner, name)
        return self._timed(name, found) if name in PARTS.values() else found

    def _timed(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*given: Any, **named: Any) -> Any:
            started = time.perf_counter()
            answer = call(*given, **named)
            if name == "found":
                answer = tuple(answer)
            self.spans[name].append((started, time.perf_counter()))
            return answer

        return timed


def main() -> None:
    """Ask all questions, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("home", type=Path)
    parser.add_argument("casebook", type=Path)
    parser.add_argument("demands", type=Path)
    parser.add_argument("results", type=Path)
    parser.add_argument("--pasted", type=int, default=100)
    given = parser.parse_args()
    asked = [one["text"] for one in json.loads((given.casebook / "truth.json").read_text("utf-8"))["questions"]]
    with gzip.open(given.demands, "rt", encoding="utf-8") as lines:
        pasted = [json.loads(line)["text"] for line in islice(lines, given.pasted + WARM_UP)]
    settings = Settings(home=Home(given.home))
    catalogue = Catalogue.open(settings.home)
    engine = open_engine(settings, catalogue)
    timed = [Timed(catalogue), Timed(engine), Timed(question_embedder(model_options(settings)))]
    searcher = Searcher(*timed)
    for text in pasted[given.pasted :]:
        searcher.ask(text)
    for make_ready in searcher.warm_ups():
        make_ready()
    settle()
    every = (*asked, *pasted[: given.pasted])
    rows, again = ([_asked(searcher, timed, text) for text in every] for _ in range(2))
    status = engine.status()
    text = table(rows, again, len(asked), f"{status.passages:,} passages, {status.kind} index")
    given.results.write_text(text, "utf-8")
    print(text)


def _asked(searcher: Searcher, timed: list[Timed], text: str) -> dict[str, float]:
    """Milliseconds of one question, whole and by part."""
    for one in timed:
        one.spans.clear()
    started = time.perf_counter()
    searcher.ask(text)
    whole = time.perf_counter() - started
    spans = {part: [span for one in timed for span in one.spans[name]] for part, name in PARTS.items()}
    spent = {part: sum(end - start for start, end in some) for part, some in spans.items()}
    rest = whole - covered(span for some in spans.values() for span in some)
    return {part: 1e3 * seconds for part, seconds in {"whole": whole, **spent, "rest": rest}.items()}


def covered(spans: Iterable[tuple[float, float]]) -> float:
    """The seconds in which at least one of the spans is."""
    total, until = 0.0, 0.0
    for start, end in sorted(spans):
        total += max(0.0, end - max(start, until))
        until = max(until, end)
    return total


def table(rows: list[dict[str, float]], again: list[dict[str, float]], casebook: int, what: str) -> str:
    """The results as Markdown."""
    lines = [
        "# A whole question in a large home",
        "",
        f"`python -m bench.scale_questions`: {what}; milliseconds by the wall clock, one question at a time,",
        f"each asked once: {casebook} questions of the casebook and {len(rows) - casebook} demands of motions;",
        "then all of them again, when their papers have been read (what was read is kept until something changes).",
        machine(),
        "",
        "| part | median | 95th percentile | again: median | 95th percentile |",
        "|---|---|---|---|---|",
    ]
    groups = {part: (part, slice(None)) for part in rows[0]}
    groups |= {
        "whole, casebook": ("whole", slice(None, casebook)),
        "whole, pasted demands": ("whole", slice(casebook, None)),
    }
    for name, (part, some) in groups.items():
        cells = [
            np.percentile([row[part] for row in one[some]], percent) for one in (rows, again) for percent in (50, 95)
        ]
        lines.append(f"| {name} | {' | '.join(f'{cell:.2f}' for cell in cells)} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
