"""The tables of the catalogue, its schema version, and how a connection is opened."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from corpus.errors import HomeDamagedError, HomeMissingError, HomeNewerError
from corpus.home import Home

VERSION = 2
"""1 kept paragraphs, heads and cases as text, which this version reads, and what it writes anew it packs
(`corpus.packing`), which version 1 cannot read."""
BUSY_SECONDS = 10.0
LARGEST_LOG = 64_000_000
"""Bytes that the write-ahead log keeps on disk between batches."""

TABLES = """
create table meta (key text primary key, value text not null) without rowid;
create table roots (id integer primary key, path text not null unique);
create table documents (
    id integer primary key autoincrement,
    sha256 text not null unique,
    file text not null unique,
    type text not null,
    title text not null,
    date text,
    bodies text not null,
    pages integer not null,
    unread_pages integer not null,
    paragraphs integer not null,
    reader text not null,
    understood blob not null, -- '' where it equals head
    head blob not null
);
create table paragraphs (
    document integer not null references documents (id) on delete cascade,
    n integer not null,
    body blob not null,
    primary key (document, n)
) without rowid;
create table files (
    path text primary key,
    root integer not null references roots (id),
    name text not null unique,
    size integer not null,
    mtime_ns integer not null,
    sha256 text not null
);
create index files_sha256 on files (sha256);
create table failures (
    sha256 text primary key,
    code text not null,
    message text not null,
    hint text not null,
    reader text not null
) without rowid;
create table staged (sha256 text primary key, reader text not null, head text not null, paragraphs text not null);
create table cases (key text primary key, body blob not null) without rowid;
create table case_files (
    "case" text not null references cases (key) on delete cascade,
    file text not null,
    primary key ("case", file)
) without rowid;
create index case_files_file on case_files (file);
create table tie_keys (
    key text not null,
    document integer not null references documents (id) on delete cascade,
    primary key (key, document)
) without rowid;
create index tie_keys_document on tie_keys (document);
create table passages (
    id integer primary key autoincrement,
    document integer not null references documents (id) on delete cascade,
    generation integer not null,
    kind text not null,
    file text not null,
    paragraphs text not null,
    embed_text text not null,
    embed_sha256 blob not null,
    terms text not null,
    facets text not null,
    "case" text,
    demands text not null
);
create index passages_document on passages (document);
create index passages_generation on passages (generation);
create index passages_embed on passages (embed_sha256);
create table removed_passages (id integer primary key, generation integer not null);
create index removed_generation on removed_passages (generation);
create trigger passage_removed after delete on passages begin
    insert into removed_passages (id, generation)
    values (old.id, (select cast(value as integer) from meta where key = 'generation') + 1);
end;
create table models (id integer primary key, name text not null unique, dim integer not null);
create table vectors (
    id integer primary key,
    model integer not null references models (id) on delete cascade,
    sha256 blob not null,
    vector blob not null,
    unique (model, sha256)
);
insert into meta (key, value) values ('generation', '0');
"""


def connect(home: Home) -> sqlite3.Connection:
    """A connection that only reads; it works on a read-only file system too.

    Raises:
        HomeMissingError: there is no catalogue.
        HomeNewerError: a newer version wrote it.
        HomeDamagedError: the file is no catalogue.
    """
    if not home.catalogue.is_file():
        raise HomeMissingError(f"I {home.root} är inget indexerat.", hint="Kör: beslutsminne index MAPP")
    last: sqlite3.Error | None = None
    for mode in ("mode=rw", "mode=ro", "mode=ro&immutable=1"):
        try:
            return _checked(_open(home.catalogue, mode, writing=False), home)
        except sqlite3.Error as error:
            last = error
    raise damaged(home, last) from last


def connect_writing(home: Home) -> sqlite3.Connection:
    """A connection that writes; the tables are made if the catalogue is new.

    Raises:
        HomeNewerError: a newer version wrote it.
        HomeDamagedError: the file is no catalogue.
    """
    try:
        connection = _checked(_open(home.catalogue, "mode=rwc", writing=True), home)
        found = connection.execute("pragma user_version").fetchone()[0]
        if found == 0:
            connection.execute("pragma journal_mode = wal")
            connection.executescript(f"begin immediate; {TABLES} pragma user_version = {VERSION}; commit;")
        elif found < VERSION:
            connection.execute(f"pragma user_version = {VERSION}")
    except sqlite3.Error as error:
        raise damaged(home, error) from error
    return connection


def damaged(home: Home, error: sqlite3.Error | None) -> HomeDamagedError:
    """The error to raise when SQLite refuses the catalogue."""
    return HomeDamagedError(
        f"Katalogen {home.catalogue} kan inte läsas ({error}).",
        hint="Återställ den ur en säkerhetskopia, eller ta bort mappen och indexera på nytt.",
    )


def _open(path: Path, mode: str, *, writing: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute("pragma foreign_keys = on")
    if not writing:
        connection.execute("pragma query_only = on")
        return connection
    connection.execute("pragma synchronous = full")
    connection.execute(f"pragma journal_size_limit = {LARGEST_LOG}")
    connection.execute("pragma secure_delete = on")  # a paper that was withdrawn must not linger in free pages
    return connection


def _checked(connection: sqlite3.Connection, home: Home) -> sqlite3.Connection:
    found = connection.execute("pragma user_version").fetchone()[0]
    connection.execute("select count(*) from sqlite_master").fetchone()
    if found > VERSION:
        connection.close()
        raise HomeNewerError(
            f"{home.root} är skriven av en nyare version (schema {found}, det här programmet kan {VERSION}).",
            hint="Uppgradera programmet, eller välj en annan mapp med --home.",
        )
    return connection
