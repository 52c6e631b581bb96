from __future__ import annotations

from pathlib import Path

from corpus.catalogue import Catalogue
from corpus.home import Home
from corpus.writer import Writer
from index.catalogue_entries import CatalogueEntries
from index.entries import EntrySource
from tests.index.brute_force import MemorySource


def test_the_catalogue_and_the_double_are_sources_alike(tmp_path: Path) -> None:
    Writer.open(Home(tmp_path)).__exit__(None, None, None)
    sources: tuple[EntrySource, ...] = (CatalogueEntries(Catalogue.open(Home(tmp_path))), MemorySource(dim=4))
    for source in sources:
        assert source.generation == 0
        assert source.ids().tolist() == []
        assert source.changes(0).added == ()
        assert list(source.entries([1, 2])) == []
