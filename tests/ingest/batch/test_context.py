from __future__ import annotations

from pathlib import Path

from corpus.catalogue import Catalogue
from corpus.home import Home
from corpus.writer import Writer
from ingest.batch.context import Context
from ingest.batch.journal import Journal
from ingest.batch.meter import Meter
from tests.corpus.made import add, document
from tests.ingest.batch.stand_ins import stages


def context(writer: Writer) -> Context:
    """A context with the stand-ins, that tells nobody."""
    catalogue = Catalogue.open(writer.home)
    return Context(writer, catalogue, stages(), Meter(lambda _: None), Journal(writer.home), lambda found: found)


def test_its_reader_sees_what_its_writer_commits(tmp_path: Path) -> None:
    with Writer.open(Home(tmp_path)) as writer:
        made = context(writer)
        add(made.writer, document("a.pdf", "x"))
        assert made.catalogue.document("a.pdf") == document("a.pdf", "x")
