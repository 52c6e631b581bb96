from __future__ import annotations

from pathlib import Path

from corpus.home import Home
from corpus.stored import PlacedFile
from corpus.writer import Writer
from ingest.batch.looking import Looked
from ingest.batch.placing import Placement
from ingest.batch.reading import read_new
from ingest.batch.writing import write_round
from tests.ingest.batch.stand_ins import motion, paper
from tests.ingest.batch.test_context import context


def test_a_knot_is_left_out_and_the_rest_is_written(tmp_path: Path) -> None:
    with Writer.open(Home(tmp_path)) as writer:
        made = context(writer)
        papers = {"good": motion("KS 1", "att bada"), "tied": paper("title T", "knot")}
        names = {key: f"{key}.pdf" for key in papers}
        for key, content in papers.items():
            writer.home.kept(key).write_bytes(content)
        read_new([Looked(f"/p/{key}", "/p", 10, 1, key) for key in papers], names, made)
        put = tuple(PlacedFile(f"/p/{name}", "/p", name, 10, 1, key) for key, name in names.items())
        write_round(Placement(put, (), frozenset(), names), made, size=20)
        assert [document.file for document in made.catalogue.documents()] == ["good.pdf"]
        assert [(failure.file, failure.code) for failure in made.catalogue.failures()] == [("tied.pdf", "crash")]
        assert made.meter.passages == 4
        write_round(Placement((), ("/p/good.pdf",), frozenset({"good"}), {}), made, size=0)
        assert list(made.catalogue.documents()) == []
        assert list(made.catalogue.cases()) == []
        assert made.catalogue.passage_ids() == ()
