"""Everything that a home holds, without ids, times and generations: what two homes must agree in to be the same."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus.case import Case
from corpus.catalogue import Catalogue
from corpus.document import Document
from corpus.home import Home
from corpus.passage import Passage

READERS = "select file, reader from documents order by file"
TIE_KEYS = "select file, key from tie_keys join documents on id = document order by file, key"
EMBEDDED = "select sha256 from vectors where model = (select id from models where name = ?)"


@dataclass(frozen=True)
class Contents:
    """Documents with their places, failures, cases, passages with their vectors, and what the next batch goes by: the
    documents as their own pages say, by which reader, their tie keys, and for which texts there are vectors."""

    documents: tuple[tuple[Document, tuple[str, ...]], ...]
    failures: tuple[tuple[str, str], ...]
    cases: tuple[Case, ...]
    passages: tuple[tuple[Passage, bytes], ...]
    kept: frozenset[str]
    own: tuple[tuple[Document | None, str], ...]
    tie_keys: tuple[tuple[str, str], ...]
    embedded: frozenset[bytes]


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
            own=tuple((catalogue.raw(file), reader) for file, reader in catalogue.rows(READERS)),
            tie_keys=tuple(catalogue.rows(TIE_KEYS)),
            embedded=frozenset(key for (key,) in catalogue.rows(EMBEDDED, (model,))),
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
