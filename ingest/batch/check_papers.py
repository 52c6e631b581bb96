"""The cases, the relations and the passages (with their terms) against what the papers give when asked again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from corpus.catalogue import Catalogue
from corpus.writer import Writer
from ingest.batch.deriving import Derived, UnfoldableError, derive
from ingest.batch.embedding import embed, missing
from ingest.batch.findings import Area, Finding
from ingest.batch.placing import Placement
from ingest.batch.publishing import Publication, publish
from ingest.batch.relating import Change, Relations, relations
from ingest.batch.stages import Stages

CHUNK = 64


def check_papers(catalogue: Catalogue, writer: Writer | None, stages: Stages) -> Iterator[Finding]:
    """Relate and derive everything again, a chunk of documents at a time; with a `writer`, write what differs."""
    yield from _incomplete(catalogue, writer)
    names = iter(sorted(catalogue.names().values()))
    while chunk := tuple(islice(names, CHUNK)):
        raws = [raw for file in chunk if (raw := catalogue.raw(file)) is not None]
        change = Change({raw.sha256: raw for raw in raws}, frozenset(), catalogue.readers())
        found = relations(catalogue, stages, change)
        try:
            passages = dict(derive(catalogue, replace(stages, tied_passages_of=None), found))
        except UnfoldableError as error:
            yield Finding(Area.PASSAGES, f"{catalogue.names()[error.sha256]}: {error.message}")
            continue
        findings = (*_wrong_relations(catalogue, found), *_wrong_passages(catalogue, passages))
        if findings and writer is not None:
            _write(catalogue, writer, stages, found, passages)
        yield from (Finding(area, message, writer is not None) for area, message in findings)


def _incomplete(catalogue: Catalogue, writer: Writer | None) -> Iterator[Finding]:
    """Documents whose paragraphs are not those that were written: they must be read again."""
    sql = (
        "select sha256, file, documents.paragraphs, count(n), coalesce(max(n), 0) from documents "
        "left join paragraphs on document = id group by id order by file"
    )
    for sha256, file, expected, count, last in catalogue.rows(sql):
        if not expected == count == last:
            if writer is not None:
                with writer.transaction():
                    writer.unsettle(sha256)
            message = f"{file} har {count} av {expected} stycken; nästa indexering läser den på nytt."
            yield Finding(Area.CATALOGUE, message, writer is not None)


def _wrong_relations(catalogue: Catalogue, found: Relations) -> Iterator[tuple[Area, str]]:
    for key in sorted({case.key for case in found.cases} | found.removed_cases):
        yield Area.CASES, f"Ärendet {key} stämmer inte med sina handlingar."
    for document in found.documents:
        if catalogue.head(document.file) != replace(document, paragraphs=()):
            yield Area.CASES, f"Det som andra handlingar säger om {document.file} stämmer inte."


def _wrong_passages(catalogue: Catalogue, passages: dict[str, Derived]) -> Iterator[tuple[Area, str]]:
    names = catalogue.names()
    for sha256, expected in passages.items():
        stored = Counter(item.passage for item in catalogue.passages_of(names[sha256]))
        wanted = Counter(expected.passages)
        if stored != wanted:
            lacking, extra = (wanted - stored).total(), (stored - wanted).total()
            yield Area.PASSAGES, f"{names[sha256]}: {lacking} passager fattas, {extra} är för mycket."


def _write(
    catalogue: Catalogue, writer: Writer, stages: Stages, found: Relations, passages: dict[str, Derived]
) -> None:
    texts = (passage.embed_text for derived in passages.values() for passage in derived.passages)
    for _ in embed(missing(catalogue, texts, stages.embedder.name), stages.embedder, writer):
        pass
    publication = Publication(
        placement=Placement((), (), frozenset(), {}),
        understood=(),
        heads=found.documents,
        gone=frozenset(),
        cases=found.cases,
        removed_cases=found.removed_cases,
        passages=passages,
    )
    publish(writer, publication)
