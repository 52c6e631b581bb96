from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue
from corpus.errors import HomeDamagedError, HomeMissingError, HomeNewerError
from corpus.home import Home
from corpus.packing import unpack
from corpus.schema import VERSION, connect, connect_writing
from corpus.stored import Understood
from corpus.writer import Writer
from tests.corpus.made import case, document
from tests.corpus.unprivileged import as_nobody


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path)
    home.create()
    connect_writing(home).close()
    return home


def test_a_new_catalogue_has_the_version_and_a_write_ahead_log(home: Home) -> None:
    connection = connect(home)
    assert connection.execute("pragma user_version").fetchone() == (VERSION,)
    assert connection.execute("pragma journal_mode").fetchone() == ("wal",)
    assert connection.execute("select value from meta where key = 'generation'").fetchone() == ("0",)


def test_a_reader_cannot_write(home: Home) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connect(home).execute("delete from meta")


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(HomeMissingError, match="beslutsminne index"):
        connect(Home(tmp_path))


def test_a_newer_version_is_refused_and_left_alone(home: Home) -> None:
    raw = sqlite3.connect(home.catalogue)
    raw.execute(f"pragma user_version = {VERSION + 1}")
    raw.close()
    for opener in (connect, connect_writing):
        with pytest.raises(HomeNewerError, match=f"schema {VERSION + 1}"):
            opener(home)


def test_the_first_version_is_read_as_it_is_and_taken_over_by_the_first_writer(home: Home) -> None:
    paper, matter = document("a.pdf", "Motionen avslås."), case("KS 1", "a.pdf")
    with Writer.open(home) as writer, writer.transaction():
        writer.put_document(Understood(paper, paper, "1"))
        writer.put_cases((matter,))
    raw = sqlite3.connect(home.catalogue)
    raw.create_function("unpack", 1, unpack)
    raw.execute("update documents set head = unpack(head), understood = unpack(head)")
    raw.execute("update paragraphs set body = unpack(body)")
    raw.execute("update cases set body = unpack(body)")
    raw.execute("pragma user_version = 1")
    raw.commit()
    raw.close()
    catalogue = Catalogue.open(home)
    assert (list(catalogue.documents()), list(catalogue.cases())) == ([paper], [matter])
    with Writer.open(home) as writer, writer.transaction():
        writer.put_head(replace(paper, replaced_by="b.pdf"))
    assert (catalogue.document("a.pdf"), catalogue.raw("a.pdf")) == (replace(paper, replaced_by="b.pdf"), paper)
    assert catalogue.rows("pragma user_version") == [(VERSION,)]


def test_a_file_that_is_no_catalogue(home: Home) -> None:
    home.catalogue.write_bytes(b"<html>" * 1000)
    for opener in (connect, connect_writing):
        with pytest.raises(HomeDamagedError, match="säkerhetskopia"):
            opener(home)


def test_a_read_only_home_can_be_read(home: Home) -> None:
    home.root.chmod(0o555)
    try:
        with as_nobody(home.root):
            assert connect(home).execute("select count(*) from documents").fetchone() == (0,)
    finally:
        home.root.chmod(0o755)


def test_a_removed_passage_is_remembered_with_the_coming_generation(home: Home) -> None:
    connection = connect_writing(home)
    connection.execute("pragma foreign_keys = off")
    connection.execute("update meta set value = '4' where key = 'generation'")
    connection.execute(
        "insert into passages (id, document, generation, kind, file, paragraphs, embed_text, embed_sha256, terms, "
        "facets, demands) values (9, 1, 1, 'text', 'a', '1', 't', x'00', '', '{}', '')"
    )
    connection.execute("delete from passages where id = 9")
    assert connection.execute("select id, generation from removed_passages").fetchall() == [(9, 5)]
