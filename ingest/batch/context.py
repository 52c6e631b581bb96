"""What every step of a batch works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from corpus.catalogue import Catalogue
from corpus.document import Document
from corpus.writer import Writer
from ingest.batch.journal import Journal
from ingest.batch.meter import Meter
from ingest.batch.stages import Stages


@dataclass(frozen=True, slots=True)
class Context:
    """The one writer, a reader beside it, the stages, and who is told. `finish` has the last word on a document."""

    writer: Writer
    catalogue: Catalogue
    stages: Stages
    meter: Meter
    journal: Journal
    finish: Callable[[Document], Document]
