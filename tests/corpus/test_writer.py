from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue
from corpus.errors import HomeBusyError
from corpus.home import Home
from corpus.passage import TIED, PassageKind
from corpus.stored import PlacedFile, Understood
from corpus.writer import Writer, embed_key
from tests.corpus.made import add, case, document, passage, placed


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    with Writer.open(Home(tmp_path / "home")) as opened:
        yield opened


def test_one_writer(writer: Writer) -> None:
    with pytest.raises(HomeBusyError):
        Writer.open(writer.home)


def test_a_transaction_that_fails_leaves_nothing(writer: Writer) -> None:
    add(writer, document("a.pdf", "x"), (passage("a.pdf", "ett"),))

    def interrupted() -> None:
        with writer.transaction():
            writer.remove_document("sha-a.pdf")
            writer.put_cases((case("KS 1", "a.pdf"),))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    catalogue = Catalogue.open(writer.home)
    assert [found.file for found in catalogue.documents()] == ["a.pdf"]
    assert (catalogue.passage_ids(), list(catalogue.cases()), catalogue.generation) == ((1,), [], 1)


def test_the_generation_moves_only_for_what_readers_see(writer: Writer) -> None:
    with writer.transaction():
        writer.stage(document("a.pdf"), "1")
        writer.put_vectors("m", 1, [(b"k", b"\0\0")])
        writer.put_files((placed(document("a.pdf")),))
    assert writer.generation == 0
    with writer.transaction():
        writer.put_cases((case("KS 1"),))
        writer.put_cases((case("KS 2"),))
    assert writer.generation == 1


def test_ids_are_never_used_again(writer: Writer) -> None:
    add(writer, document("a.pdf", "x"), (passage("a.pdf", "ett"), passage("a.pdf", "två")))
    with writer.transaction():
        writer.remove_document("sha-a.pdf")
    add(writer, document("a.pdf", "x"), (passage("a.pdf", "ett"),))
    assert Catalogue.open(writer.home).passage_ids() == (3,)


def test_equal_passages_keep_their_ids_one_each(writer: Writer) -> None:
    twice = passage("a.pdf", "samma")
    add(writer, document("a.pdf", "x"), (twice, twice))
    with writer.transaction():
        assert writer.put_passages("sha-a.pdf", (twice, twice)) == 0
        assert writer.put_passages("sha-a.pdf", (twice, twice, twice)) == 1
        assert writer.put_passages("sha-a.pdf", (twice,)) == 2
    assert Catalogue.open(writer.home).passage_ids() == (1,)


def test_a_passage_that_differs_in_anything_gets_a_new_id(writer: Writer) -> None:
    first = passage("a.pdf", "ett")
    add(writer, document("a.pdf", "x"), (first,))
    others = (replace(first, case="KS 1"), replace(first, terms=("b",)), replace(first, demands=(1,)))
    for number, other in enumerate(others, start=2):
        with writer.transaction():
            writer.put_passages("sha-a.pdf", (other,))
        assert Catalogue.open(writer.home).passage_ids() == (number,)


def test_putting_a_document_again_keeps_its_passages(writer: Writer) -> None:
    add(writer, document("a.pdf", "x", "y"), (passage("a.pdf", "ett"),))
    again = document("ny.pdf", "z", sha256="sha-a.pdf")
    with writer.transaction():
        writer.put_document(Understood(again, again, "2", frozenset({"k"})))
    catalogue = Catalogue.open(writer.home)
    assert list(catalogue.documents()) == [again]
    assert catalogue.passage_ids() == (1,)
    assert catalogue.rows("select key from tie_keys") == [("k",)]


def test_what_a_document_says_itself_stands_when_others_tell_something_of_it(writer: Writer) -> None:
    paper = document("a.pdf", "x")
    add(writer, paper)
    catalogue = Catalogue.open(writer.home)
    assert catalogue.rows("select understood from documents") == [("",)]  # the same is not kept twice
    for told in (replace(paper, replaced_by="b.pdf"), replace(paper, replaced_by="c.pdf"), paper):
        with writer.transaction():
            writer.put_head(told)
        assert (catalogue.document("a.pdf"), catalogue.raw("a.pdf")) == (told, paper)


def test_only_passages_of_the_kinds_that_are_named_are_replaced(writer: Writer) -> None:
    text = passage("a.pdf", "ett")
    old, new = (replace(passage("a.pdf", words), kind=PassageKind.DECISION) for words in ("två", "tre"))
    add(writer, document("a.pdf", "x"), (text, old))
    with writer.transaction():
        assert writer.put_passages("sha-a.pdf", (new,), kinds=TIED) == 2
    assert [item.passage for item in Catalogue.open(writer.home).passages_of("a.pdf")] == [text, new]


def test_documents_and_files_swap_names(writer: Writer) -> None:
    one, two = document("a.pdf", "x"), document("b.pdf", "y")
    add(writer, one)
    add(writer, two)
    with writer.transaction():
        writer.put_files(
            (PlacedFile("/p/a.pdf", "/p", "b.pdf", 1, 1, "s"), PlacedFile("/p/b.pdf", "/p", "a.pdf", 1, 1, "s"))
        )
        writer.free_names((one.sha256, two.sha256))
        writer.put_head(replace(one, file="b.pdf"))
        writer.put_head(replace(two, file="a.pdf"))
    assert Catalogue.open(writer.home).names() == {one.sha256: "b.pdf", two.sha256: "a.pdf"}


def test_unused_vectors_of_all_models_are_dropped(writer: Writer) -> None:
    add(writer, document("a.pdf", "x"), (passage("a.pdf", "ett"),))
    with writer.transaction():
        for model in ("m", "old"):
            writer.put_vectors(model, 1, [(embed_key("ett"), b"\0\0"), (embed_key("två"), b"\0\0")])
        writer.drop_unused_vectors()
    sql = "select name, count(*) from vectors join models on models.id = model group by name order by name"
    assert Catalogue.open(writer.home).rows(sql) == [("m", 1), ("old", 1)]
