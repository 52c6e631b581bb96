from __future__ import annotations

from pathlib import Path

import pytest

from corpus.catalogue import Catalogue
from corpus.home import Home
from corpus.stored import Understood
from corpus.writer import Writer
from ingest.batch.deriving import Derived
from ingest.batch.placing import Placement
from ingest.batch.publishing import Publication, publish
from tests.corpus.made import case, document, passage, placed


def test_all_of_a_round_or_nothing(tmp_path: Path) -> None:
    paper = document("a.pdf", "x")
    whole = Publication(
        placement=Placement((placed(paper),), (), frozenset(), {}),
        understood=(Understood(paper, paper, "1"),),
        heads=(),
        gone=frozenset(),
        cases=(case("KS 1", "a.pdf"),),
        removed_cases=frozenset(),
        passages={paper.sha256: Derived((passage("a.pdf", "x"),))},
    )
    with Writer.open(Home(tmp_path)) as writer:
        catalogue = Catalogue.open(writer.home)
        broken = Publication(
            **{name: getattr(whole, name) for name in Publication.__slots__ if name != "passages"},
            passages={"no such document": Derived((passage("b.pdf", "x"),))},
        )
        with pytest.raises(IndexError):
            publish(writer, broken)
        assert (list(catalogue.documents()), list(catalogue.cases()), list(catalogue.files())) == ([], [], [])
        with writer.transaction():
            writer.stage(paper, "1")
        publish(writer, whole)
        assert catalogue.staged(paper.sha256, "1") is None
        assert list(catalogue.documents()) == [paper]
        assert [found.key for found in catalogue.cases()] == ["KS 1"]
        assert [file.name for file in catalogue.files()] == ["a.pdf"]
        assert (catalogue.passage_ids(), catalogue.generation) == ((1,), 1)
