from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from corpus.catalogue import Catalogue
from corpus.document import DocumentType
from corpus.home import Home
from corpus.writer import Writer
from tests.corpus.made import add, case, document, passage, placed


def test_counts_by_hand(tmp_path: Path) -> None:
    with Writer.open(Home(tmp_path)) as writer:
        minutes = document("a.pdf", "ett", "två", type=DocumentType.PROTOKOLL, bodies=("KS", "KF"), pages=4)
        add(writer, replace(minutes, date="2023-05-02"), (passage("a.pdf", "ett"),))
        add(writer, document("b.pdf", "tre", bodies=("KF",), date="2021-01-31", unread_pages=1))
        add(writer, document("c.pdf"))
        with writer.transaction():
            writer.put_cases((case("KS 1"), case("KS 2")))
            for name in ("x.pdf", "kopia av x.pdf"):
                writer.put_files((placed(document("x.pdf"), name),))
            writer.put_failure("sha-x.pdf", code="empty", message="", hint="", reader="1")
        counts = Catalogue.open(writer.home).counts()
    assert (counts.documents, counts.failed, counts.pages, counts.unread_pages) == (3, 2, 6, 1)
    assert (counts.paragraphs, counts.passages, counts.cases) == (3, 1, 2)
    assert (counts.first, counts.last) == ("2021-01-31", "2023-05-02")
    assert counts.types == (("motion", 2), ("protokoll", 1))
    assert counts.bodies == (("KF", 2), ("KS", 1))
    assert counts.years == (("2021", 1), ("2023", 1))


def test_an_empty_catalogue_has_no_dates(tmp_path: Path) -> None:
    with Writer.open(Home(tmp_path)) as writer:
        counts = Catalogue.open(writer.home).counts()
    assert (counts.documents, counts.first, counts.last, counts.types) == (0, None, None, ())
