"""Whether PostgreSQL answers as the embedded engine does: every question of a casebook, top 10 of both legs and of all.

python -m bench.engines_agree HOME postgresql://… CASEBOOK results.json

The home holds the casebook; the database is filled from it. Two lists agree when they are the same up to
ties: where they differ, the scores at that place must be equal to within two of the sixth decimal.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from corpus.catalogue import Catalogue
from corpus.home import Home
from index.catalogue_entries import CatalogueEntries
from index.embedding import question_embedder
from index.engine import Scored
from index.engines import open_engine
from index.filters import Filter
from index.migrate import migrate
from index.terms.analysis import analyse
from search.searcher import Searcher
from ui.choices import model_options
from ui.settings import Settings

TOP = 10
FILTERS = (Filter(), Filter(types=("motion", "motionssvar"), since="2019-01-01"), Filter(status="adopted"))


def main() -> None:
    """Ask everything of both, and write how often they agree."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("home", type=Path)
    parser.add_argument("url")
    parser.add_argument("casebook", type=Path)
    parser.add_argument("results", type=Path)
    given = parser.parse_args()
    settings = Settings(home=Home(given.home))
    catalogue = Catalogue.open(settings.home)
    source = CatalogueEntries(catalogue)
    embedded = open_engine(None, settings.home.vectors, source)
    postgres = open_engine(given.url, settings.home.vectors, source)
    migrate(source, postgres)
    embedder = question_embedder(model_options(settings))
    texts = [one["text"] for one in json.loads((given.casebook / "truth.json").read_text("utf-8"))["questions"]]
    counts = dict.fromkeys(("dense", "lexical"), 0)
    for text in texts:
        vector, terms = embedder.query(text), dict.fromkeys(analyse(text), 1.0)
        for where in FILTERS:
            dense = [one.dense(vector, TOP + 1, where=where) for one in (embedded, postgres)]
            lexical = [one.lexical(terms, TOP + 1, where=where) for one in (embedded, postgres)]
            counts["dense"] += agree(dense[0], dense[1])
            counts["lexical"] += agree(lexical[0], lexical[1])
    searchers = [Searcher(catalogue, engine, embedder) for engine in (embedded, postgres)]
    answers = [[searcher.ask(text, top=TOP) for text in texts] for searcher in searchers]
    same = sum(
        [(hit.file, hit.paragraph) for hit in one.hits] == [(hit.file, hit.paragraph) for hit in two.hits]
        and one.decisions == two.decisions
        for one, two in zip(*answers, strict=True)
    )
    row = {
        "questions": len(texts),
        "filters": len(FILTERS),
        "passages": postgres.status().passages,
        "dense top 10 equal": counts["dense"] / len(texts) / len(FILTERS),
        "lexical top 10 equal": counts["lexical"] / len(texts) / len(FILTERS),
        "answers with the same decisions and hits in the same order": same / len(texts),
    }
    print(json.dumps(row, indent=1))
    given.results.write_text(json.dumps(row, indent=1) + "\n", "utf-8")


def agree(one: Sequence[Scored], two: Sequence[Scored]) -> bool:
    """Whether the first ten are the same up to ties; the eleventh tells whether the tenth is tied."""
    scores = {scored.passage: scored.score for scored in (*one, *two)}
    pairs = zip(one[:TOP], two[:TOP], strict=False)
    tied = all(a.passage == b.passage or abs(scores[a.passage] - scores[b.passage]) < 2e-6 for a, b in pairs)
    return len(one) == len(two) and tied


if __name__ == "__main__":
    main()
