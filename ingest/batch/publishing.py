"""The one transaction in which readers see a round: documents with all that hangs on them, or nothing of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.case import Case
from corpus.document import Document
from corpus.stored import Understood
from corpus.writer import Writer
from ingest.batch.deriving import Derived
from ingest.batch.placing import Placement


@dataclass(frozen=True, slots=True)
class Publication:
    """A round: files, documents that come (`understood`), heads that change, sha256 that go, cases, and passages by
    sha256. `model` is in use from now on, where none has been."""

    placement: Placement
    understood: tuple[Understood, ...]
    heads: tuple[Document, ...]
    gone: frozenset[str]
    cases: tuple[Case, ...]
    removed_cases: frozenset[str]
    passages: Mapping[str, Derived]
    model: str | None = None


def publish(writer: Writer, publication: Publication) -> None:
    """Write a round. Papers that change a case are written with it: a case never cites what is not there."""
    with writer.transaction():
        for path in publication.placement.removed:
            writer.remove_file(path)
        for sha256 in sorted(publication.gone):
            writer.remove_document(sha256)
        for sha256 in sorted(publication.placement.gone):
            writer.remove_failure(sha256)
        writer.put_files(publication.placement.put)
        writer.free_names(item.document.sha256 for item in publication.understood)
        writer.free_names(head.sha256 for head in publication.heads)
        for item in publication.understood:
            writer.put_document(item)
            writer.unstage(item.document.sha256)
            writer.remove_failure(item.document.sha256)
        for head in publication.heads:
            writer.put_head(head)
        writer.put_cases(publication.cases, removed=publication.removed_cases)
        for sha256, derived in publication.passages.items():
            writer.put_passages(sha256, derived.passages, kinds=derived.kinds)
        if publication.model is not None:
            writer.use_model(publication.model)
