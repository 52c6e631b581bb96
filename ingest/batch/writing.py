"""Writing a round: what comes and goes, what that touches, its passages and vectors, and then one transaction."""

from __future__ import annotations

from dataclasses import replace

from corpus.document import Document
from corpus.stored import Understood
from ingest.batch.context import Context
from ingest.batch.deriving import UnfoldableError, derive
from ingest.batch.embedding import embed, missing
from ingest.batch.placing import Placement
from ingest.batch.publishing import Publication, publish
from ingest.batch.reading import note_failure
from ingest.batch.relating import Change, Relations, relations
from ingest.batch.report import Phase


def write_round(placement: Placement, context: Context, *, size: int) -> None:
    """Make the catalogue agree with `placement`; `size` is the round's bytes of PDF.

    A document whose passages cannot be derived becomes a failure, and the round is prepared anew without it.
    """
    while True:
        change = _change(placement, context)
        try:
            publication = _prepared(placement, change, context, size)
            break
        except UnfoldableError as error:
            with context.writer.transaction():
                note_failure(error.sha256, error, context)
    context.meter.phase(Phase.WRITING)
    publish(context.writer, publication)


def _change(placement: Placement, context: Context) -> Change:
    """Failed bytes have no document (any more); a staged reading goes before what the catalogue holds."""
    failed = context.catalogue.failed_by(context.stages.reader)
    stored = context.catalogue.names()
    readers = context.catalogue.readers()
    coming: dict[str, Document] = {}
    going = {sha256 for sha256 in placement.gone if sha256 in stored}
    for sha256, name in placement.names.items():
        staged = context.catalogue.staged(sha256, context.stages.reader)
        if sha256 in failed:
            going |= {sha256} & stored.keys()
        elif staged is not None:
            coming[sha256] = replace(staged, file=name)
            readers[sha256] = context.stages.reader_of(staged)
        elif sha256 in stored and stored[sha256] != name:
            raw = context.catalogue.raw(stored[sha256])
            assert raw is not None
            coming[sha256] = replace(raw, file=name)
    return Change(coming, frozenset(going), readers)


def _prepared(placement: Placement, change: Change, context: Context, size: int) -> Publication:
    found = relations(context.catalogue, context.stages, change)
    passages = dict(derive(context.catalogue, context.stages, found))
    texts = tuple(passage.embed_text for derived in passages.values() for passage in derived.passages)
    wanted = missing(context.catalogue, texts, context.stages.embedder.name)
    context.meter.phase(Phase.EMBEDDING)
    for count in embed(wanted, context.stages.embedder, context.writer):
        context.meter.embedded(count, size * count / len(wanted))
    return Publication(
        placement=placement,
        understood=tuple(_understood(document, change, found) for document in _coming(change, found)),
        heads=tuple(document for document in found.documents if document.sha256 not in change.coming),
        gone=placement.gone | change.going,
        cases=found.cases,
        removed_cases=found.removed_cases,
        passages=passages,
        model=context.stages.embedder.name if texts and context.catalogue.model() is None else None,
    )


def _coming(change: Change, found: Relations) -> tuple[Document, ...]:
    return tuple(document for document in found.documents if document.sha256 in change.coming)


def _understood(document: Document, change: Change, found: Relations) -> Understood:
    sha256 = document.sha256
    return Understood(change.coming[sha256], document, change.readers[sha256], found.keys[sha256])
