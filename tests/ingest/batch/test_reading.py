from __future__ import annotations

from pathlib import Path

from corpus.home import Home
from corpus.writer import Writer
from ingest.batch.looking import Looked
from ingest.batch.reading import read_new
from tests.ingest.batch.stand_ins import motion, paper
from tests.ingest.batch.test_context import context


def test_each_outcome_is_kept_at_once_and_nothing_is_read_twice(tmp_path: Path) -> None:
    with Writer.open(Home(tmp_path)) as writer:
        papers = {"good": motion("KS 1", "att bada"), "bad": paper("broken"), "odd": paper("riddle")}
        for key, content in papers.items():
            writer.home.kept(key).write_bytes(content)
        looked = [Looked(f"/p/{key}", "/p", 10, 1, key) for key in papers]
        made = context(writer)
        names = {key: f"{key}.pdf" for key in papers}
        read_new(looked, names, made)
        staged = made.catalogue.staged("good", "1")
        assert staged is not None
        assert (staged.file, staged.demands[0].text) == ("good.pdf", "att bada")
        codes = made.catalogue.rows("select sha256, code, message from failures order by sha256")
        assert codes[0][:2] == ("bad", "damaged")
        assert codes[1] == ("odd", "crash", "Handlingen lästes men kunde inte tolkas (ValueError: gåta).")
        assert (made.meter.documents, made.meter.pages) == (3, 2)
        for path in writer.home.files.iterdir():
            path.unlink()
        read_new(looked, names, made)
        assert made.meter.documents == 6
