"""Everything a reader can see in a home, without ids and generations: what two homes must agree in to be the same."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus.case import Case
from corpus.catalogue import Catalogue
from corpus.document import Document
from corpus.home import Home
from corpus.passage import Passage


@dataclass(frozen=True)
class Contents:
    """Documents with their places, failures, cases, and passages with their vectors."""

    documents: tuple[tuple[Document, tuple[str, ...]], ...]
    failures: tuple[tuple[str, str], ...]
    cases: tuple[Case, ...]
    passages: tuple[tuple[Passage, bytes], ...]
    kept: frozenset[str]


def contents(home: Home, *, model: str = "fake") -> Contents:
    """What a home holds."""
    catalogue = Catalogue.open(home)
    with catalogue.snapshot():
        stored = tuple(catalogue.passages(catalogue.passage_ids()))
        vectors = dict(catalogue.vectors((item.id for item in stored), model))
        found = Contents(
            documents=tuple((document, catalogue.places(document.file)) for document in catalogue.documents()),
            failures=tuple((failure.file, failure.code) for failure in catalogue.failures()),
            cases=tuple(catalogue.cases()),
            passages=tuple(sorted(((item.passage, vectors[item.id]) for item in stored), key=_order)),
            kept=frozenset(entry.name for entry in home.files.iterdir()),
        )
    catalogue.close()
    return found


def put(folder: Path, **papers: bytes) -> None:
    """Write each paper under its keyword: `a=…` becomes a.pdf."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in papers.items():
        (folder / f"{name}.pdf").write_bytes(content)


def _order(pair: tuple[Passage, bytes]) -> tuple[object, ...]:
    passage = pair[0]
    return passage.file, passage.paragraphs, passage.kind.value, passage.embed_text
