from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.catalogue import BATCH, VECTORS_OF, Catalogue
from corpus.errors import HomeMissingError
from corpus.home import Home
from corpus.stored import Changes, FoundPassage, Understood
from corpus.writer import Writer, embed_key
from tests.corpus.made import add, case, document, passage, placed


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    with Writer.open(Home(tmp_path / "home")) as opened:
        yield opened


@pytest.fixture
def catalogue(writer: Writer) -> Iterator[Catalogue]:
    opened = Catalogue.open(writer.home)
    yield opened
    opened.close()


def test_a_home_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(HomeMissingError):
        Catalogue.open(Home(tmp_path))


def test_documents_whole_in_part_and_by_any_place(writer: Writer, catalogue: Catalogue) -> None:
    first, second = document("b.pdf", "ett", "två", "tre"), document("a.pdf", "fyra")
    add(writer, first)
    add(writer, second)
    with writer.transaction():
        writer.put_files((placed(first, "kopia/b.pdf"),))
    assert list(catalogue.documents()) == [second, first]
    assert catalogue.document("kopia/b.pdf") == first
    assert catalogue.document("c.pdf") is None
    assert catalogue.head("b.pdf") == replace(first, paragraphs=())
    assert [head.file for head in catalogue.heads(("b.pdf", "x.pdf", "a.pdf"))] == ["b.pdf", "a.pdf"]
    assert [paragraph.text for paragraph in catalogue.paragraphs("b.pdf", (3, 9, 1))] == ["tre", "ett"]
    assert catalogue.places("b.pdf") == ("b.pdf", "kopia/b.pdf")
    assert catalogue.pdf("kopia/b.pdf") == writer.home.kept("sha-b.pdf")
    assert catalogue.names() == {"sha-a.pdf": "a.pdf", "sha-b.pdf": "b.pdf"}


def test_what_other_papers_tell_is_kept_apart_from_what_its_own_say(writer: Writer, catalogue: Catalogue) -> None:
    raw = document("a.pdf", "ett")
    told = replace(raw, replaced_by="b.pdf")
    with writer.transaction():
        writer.put_document(Understood(raw, told, "1"))
    assert catalogue.document("a.pdf") == told
    assert catalogue.raw("a.pdf") == raw


def test_cases_by_key_and_by_file(writer: Writer, catalogue: Catalogue) -> None:
    one, two = case("KS 1", "a.pdf", "b.pdf"), case("KS 2", "b.pdf")
    with writer.transaction():
        writer.put_cases((two, one))
    assert list(catalogue.cases()) == [one, two]
    assert catalogue.case("KS 2") == two
    assert catalogue.case("KS 3") is None
    assert catalogue.cases_of("b.pdf") == (one, two)
    assert catalogue.cases_of("a.pdf") == (one,)
    assert [catalogue.case_keys(file) for file in ("b.pdf", "a.pdf", "c.pdf")] == [(one.key, two.key), (one.key,), ()]


def test_passages_their_facets_and_terms(writer: Writer, catalogue: Catalogue) -> None:
    some = (passage("a.pdf", "ett två ett", case="KS 1"), passage("a.pdf", "tre", paragraph=2))
    add(writer, document("a.pdf", "x", "y"), some)
    ids = catalogue.passage_ids()
    assert ids == (1, 2)
    assert [item.passage for item in catalogue.passages((2, 1, 99))] == list(some)
    assert [item.id for item in catalogue.passages_of("a.pdf")] == [1, 2]
    assert dict(catalogue.terms(ids)) == {1: ("ett", "två", "ett"), 2: ("tre",)}
    assert list(catalogue.facets((2,))) == [(2, "text", "a.pdf", some[1].facets)]


def test_passages_as_searching_weighs_them(writer: Writer, catalogue: Catalogue) -> None:
    decided = replace(passage("a.pdf", "ett två ett", case="KS 1"), demands=(1, 3))
    replaced = replace(decided, facets=replace(decided.facets, status="adopted", replaced=True), terms=(), case=None)
    add(writer, document("a.pdf", "x", "y"), (decided, replaced))
    found = list(catalogue.found((2, 1, 99)))
    assert found == [FoundPassage.of(1, decided), FoundPassage.of(2, replaced)]
    assert [(one.status, one.replaced, one.terms) for one in found] == [
        (None, False, ["ett", "två", "ett"]),
        ("adopted", True, []),
    ]


def test_changes_since_a_generation(writer: Writer, catalogue: Catalogue) -> None:
    add(writer, document("a.pdf", "x"), (passage("a.pdf", "ett"), passage("a.pdf", "två")))
    add(writer, document("b.pdf", "x"), (passage("b.pdf", "tre"),))
    assert catalogue.changes(0) == Changes(2, (1, 2, 3), ())
    assert catalogue.changes(1) == Changes(2, (3,), ())
    with writer.transaction():
        writer.put_passages("sha-a.pdf", (passage("a.pdf", "två"), passage("a.pdf", "fyra")))
    assert catalogue.changes(2) == Changes(3, (4,), (1,))
    with writer.transaction():
        writer.remove_document("sha-b.pdf")
    assert catalogue.changes(2) == Changes(4, (4,), (1, 3))
    assert catalogue.changes(4) == Changes(4, (), ())


def test_vectors_found_and_missing(writer: Writer, catalogue: Catalogue) -> None:
    some = (passage("a.pdf", "kort"), passage("a.pdf", "mycket längre"), passage("a.pdf", "kort", paragraph=2))
    add(writer, document("a.pdf", "x", "y"), some)
    assert catalogue.missing_vectors("m") == (embed_key("mycket längre"), embed_key("kort"))
    with writer.transaction():
        writer.put_vectors("m", 2, [(embed_key("kort"), b"\0\x3c\0\0")])
        writer.use_model("m")
    assert list(catalogue.vectors((1, 2, 3), "m")) == [(1, b"\0\x3c\0\0"), (3, b"\0\x3c\0\0")]
    assert catalogue.missing_vectors("m") == (embed_key("mycket längre"),)
    assert catalogue.embedded((embed_key("kort"), embed_key("x")), "m") == {embed_key("kort")}
    assert catalogue.embed_texts(catalogue.missing_vectors("m")) == {embed_key("mycket längre"): "mycket längre"}
    assert (catalogue.model(), [model.name for model in catalogue.models()]) == ("m", ["m"])


def test_vectors_are_looked_up_by_passage(catalogue: Catalogue) -> None:
    ids = range(BATCH)
    sql = f"explain query plan {VECTORS_OF.format(','.join('?' * BATCH))}"
    steps = [step for *_, step in catalogue.rows(sql, ("m", *ids))]
    assert steps[0] == "SEARCH passages USING INTEGER PRIMARY KEY (rowid=?)"
    assert "model=? AND sha256=?" in steps[1]


def test_failures_name_the_file(writer: Writer, catalogue: Catalogue) -> None:
    broken = document("trasig.pdf")
    with writer.transaction():
        writer.put_files((placed(broken),))
        writer.put_failure(broken.sha256, code="damaged", message="Trasig.", hint="Hämta.", reader="1")
    (failure,) = catalogue.failures()
    assert (failure.file, failure.code, failure.message, failure.hint) == ("trasig.pdf", "damaged", "Trasig.", "Hämta.")
    assert catalogue.readers() == {broken.sha256: "1"}
    assert (catalogue.failed_by("1"), catalogue.failed_by("2")) == ({broken.sha256}, set())


def test_a_snapshot_stays_as_it_was_while_a_writer_writes(writer: Writer, catalogue: Catalogue) -> None:
    add(writer, document("a.pdf", "x"), (passage("a.pdf", "ett"),))
    with catalogue.snapshot() as before:
        add(writer, document("b.pdf", "x"), (passage("b.pdf", "två"),))
        with catalogue.snapshot() as within:
            assert (before, within, catalogue.passage_ids()) == (1, 1, (1,))
    assert (catalogue.generation, catalogue.passage_ids()) == (2, (1, 2))


def test_each_thread_has_its_own_snapshot(writer: Writer, catalogue: Catalogue) -> None:
    add(writer, document("a.pdf", "x"))
    seen: list[int] = []
    with catalogue.snapshot():
        add(writer, document("b.pdf", "x"))
        thread = threading.Thread(target=lambda: seen.append(catalogue.generation))
        thread.start()
        thread.join()
        assert (seen, catalogue.generation) == ([2], 1)


def test_more_ids_than_one_query_takes(writer: Writer, catalogue: Catalogue) -> None:
    add(writer, document("a.pdf", "x"), tuple(passage("a.pdf", f"text {n}") for n in range(1234)))
    assert [item.id for item in catalogue.passages(catalogue.passage_ids())] == list(range(1, 1235))


def test_what_is_staged_is_found_for_its_reader_only(writer: Writer, catalogue: Catalogue) -> None:
    read = document("a.pdf", "ett", "två")
    with writer.transaction():
        writer.stage(read, "1")
    assert catalogue.staged(read.sha256, "1") == read
    assert catalogue.staged(read.sha256, "2") is None
    assert catalogue.document("a.pdf") is None
    assert catalogue.generation == 0
