"""Writing the catalogue: one writer at a time, and nothing that a reader sees changes outside a transaction.

with Writer.open(home) as writer, writer.transaction():
    writer.put_document(understood)
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from types import TracebackType
from typing import Any

from corpus.case import Case
from corpus.codec import dumps
from corpus.document import Document
from corpus.home import Home, WriterLock
from corpus.packing import pack
from corpus.paragraph import Paragraph
from corpus.passage import Passage, PassageKind
from corpus.schema import connect_writing
from corpus.stored import PlacedFile, Understood


def embed_key(text: str) -> bytes:
    """What a text's vector is kept under: its sha256."""
    return sha256(text.encode("utf-8", "surrogatepass")).digest()


class Writer:
    """The one writer of a home. Changes go through `transaction`; a reader in it sees them with `rows`."""

    def __init__(self, home: Home, connection: sqlite3.Connection, lock: WriterLock) -> None:
        """Prefer `open`."""
        self.home = home
        self._connection = connection
        self._lock = lock
        self._changed = False

    @classmethod
    def open(cls, home: Home, *, wait: float = 0.0) -> Writer:
        """Take the lock, waiting up to `wait` seconds for it, and make the home if it is new.

        Raises:
            HomeBusyError: another process is writing.
            HomeError: the folder cannot be written to.
            HomeNewerError: a newer version wrote it.
            HomeDamagedError: the catalogue is no catalogue.
        """
        home.create()
        lock = WriterLock(home)
        lock.take(wait=wait)
        try:
            return cls(home, connect_writing(home), lock)
        except BaseException:
            lock.release()
            raise

    def __enter__(self) -> Writer:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the catalogue, then release the lock."""
        self._connection.close()
        self._lock.release()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; the generation moves on if something that readers see has changed."""
        self._connection.execute("begin immediate")
        self._changed = False
        try:
            yield
            if self._changed:
                self._connection.execute("update meta set value = cast(value as integer) + 1 where key = 'generation'")
        except BaseException:
            self._connection.rollback()
            raise
        self._connection.execute("commit")

    # documents

    def put_document(self, understood: Understood) -> None:
        """Add a document, or bring the one with its sha256 up to date (its passages stay)."""
        document = understood.document
        head, own = (dumps(replace(one, paragraphs=())) for one in (document, understood.raw))
        row = (
            document.sha256,
            document.file,
            document.type.value,
            document.title,
            document.date,
            json.dumps(document.bodies, ensure_ascii=False),
            document.pages,
            document.unread_pages,
            len(document.paragraphs),
            understood.reader,
            "" if own == head else pack(own),
            pack(head),
        )
        columns = "sha256, file, type, title, date, bodies, pages, unread_pages, paragraphs, reader, understood, head"
        updates = ", ".join(f"{column} = excluded.{column}" for column in columns.split(", ")[1:])
        sql = (
            f"insert into documents ({columns}) values ({', '.join('?' * len(row))}) "
            f"on conflict (sha256) do update set {updates} returning id"
        )
        (number,) = self._write(sql, row).fetchone()
        self._put_paragraphs(number, document.paragraphs)
        self._put_tie_keys(number, understood.tie_keys)

    def put_head(self, document: Document) -> None:
        """Change what other papers tell of a document (and its file name); paragraphs are not touched."""
        own = "iif(understood = '', head, understood)"
        sql = f"update documents set file = ?, understood = {own}, head = ? where sha256 = ?"
        self._write(sql, (document.file, pack(dumps(replace(document, paragraphs=()))), document.sha256))

    def remove_document(self, sha256: str) -> None:
        """Remove a document with its paragraphs and passages; the cases are the caller's."""
        self._write("delete from passages where document = (select id from documents where sha256 = ?)", (sha256,))
        self._write("delete from documents where sha256 = ?", (sha256,))

    def free_names(self, shas: Iterable[str]) -> None:
        """Before documents swap names: let go of those they have (within the same transaction they get new ones)."""
        sql = "update documents set file = '/' || sha256 where sha256 = ?"
        self._connection.executemany(sql, ((sha256,) for sha256 in shas))

    def stage(self, raw: Document, reader: str) -> None:
        """Keep what was read until its round is written, so that nothing is read twice; readers do not see it."""
        paragraphs = dumps(raw.paragraphs)
        row = (raw.sha256, reader, dumps(replace(raw, paragraphs=())), paragraphs)
        self._connection.execute(
            "insert or replace into staged (sha256, reader, head, paragraphs) values (?, ?, ?, ?)", row
        )

    def unstage(self, sha256: str) -> None:
        """Forget what was staged of these bytes."""
        self._connection.execute("delete from staged where sha256 = ?", (sha256,))

    def clear_staged(self) -> None:
        """Forget all that was staged."""
        self._connection.execute("delete from staged")

    def unsettle(self, sha256: str) -> None:
        """Let the next batch read a document again; until then it stays as it is."""
        self._connection.execute("update documents set reader = '' where sha256 = ?", (sha256,))

    def unsettle_failures(self) -> None:
        """Let the next batch try again what could not be read; until then it stays a failure."""
        self._connection.execute("update failures set reader = ''")

    def drop_vectors(self, numbers: Iterable[int]) -> None:
        """Forget vectors by their row numbers (damaged ones); readers see the passages without them at once."""
        self._changed = True
        self._connection.executemany("delete from vectors where id = ?", ((number,) for number in numbers))

    def drop_unused_vectors(self) -> None:
        """Forget the vectors, of whatever model, whose text no passage has any more."""
        self._connection.execute(
            "delete from vectors where not exists (select 1 from passages where embed_sha256 = vectors.sha256)"
        )

    # files

    def put_files(self, files: Sequence[PlacedFile]) -> None:
        """Add or change files on disk; two of them may swap names."""
        self._connection.executemany("delete from files where path = ?", [(file.path,) for file in files])
        for file in files:
            self._connection.execute("insert into roots (path) values (?) on conflict do nothing", (file.root,))
            sql = (
                "insert into files (path, root, name, size, mtime_ns, sha256) "
                "values (?, (select id from roots where path = ?), ?, ?, ?, ?)"
            )
            row = (file.path, file.root, file.name, file.size, file.mtime_ns, file.sha256)
            self._connection.execute(sql, row)

    def remove_file(self, path: str) -> None:
        """Forget one file on disk."""
        self._write("delete from files where path = ?", (path,))

    def put_failure(self, sha256: str, *, code: str, message: str, hint: str, reader: str) -> None:
        """Note that bytes cannot be read."""
        row = (sha256, code, message, hint, reader)
        self._write("insert or replace into failures (sha256, code, message, hint, reader) values (?,?,?,?,?)", row)

    def remove_failure(self, sha256: str) -> None:
        """Forget a failure."""
        self._write("delete from failures where sha256 = ?", (sha256,))

    # cases and passages

    def put_cases(self, cases: Iterable[Case], *, removed: Iterable[str] = ()) -> None:
        """Remove the cases with keys `removed`, then add or replace `cases`."""
        for key in removed:
            self._write("delete from cases where key = ?", (key,))
        for case in cases:
            self._write("delete from cases where key = ?", (case.key,))
            self._write("insert into cases (key, body) values (?, ?)", (case.key, pack(dumps(case))))
            pairs = ((case.key, file) for file in dict.fromkeys(case.files))
            self._connection.executemany('insert into case_files ("case", file) values (?, ?)', pairs)

    def put_passages(
        self, sha256: str, passages: Sequence[Passage], *, kinds: Collection[PassageKind] = tuple(PassageKind)
    ) -> int:
        """Make `passages` the document's passages of those kinds; those that are there already keep their ids.

        Returns:
            How many were added or removed.
        """
        (document,) = self.rows("select id from documents where sha256 = ?", (sha256,))[0]
        columns = 'kind, file, paragraphs, embed_text, embed_sha256, terms, facets, "case", demands'
        old: dict[tuple[object, ...], list[int]] = {}
        marks = ",".join("?" * len(kinds))
        sql = f"select id, {columns} from passages where document = ? and kind in ({marks}) order by id"
        for id_, *row in self.rows(sql, (document, *(kind.value for kind in kinds))):
            old.setdefault(tuple(row), []).append(id_)
        new = [row for row in map(_row, passages) if not (old.get(row) and old[row].pop(0))]
        gone = [(id_,) for ids in old.values() for id_ in ids]
        if gone:
            self._changed = True
            self._connection.executemany("delete from passages where id = ?", gone)
        if new:
            generation = self.generation + 1
            self._changed = True
            self._connection.executemany(
                f"insert into passages (document, generation, {columns}) values (?,?,?,?,?,?,?,?,?,?,?)",
                ((document, generation, *row) for row in new),
            )
        return len(gone) + len(new)

    @property
    def generation(self) -> int:
        """The generation before this transaction."""
        return int(self.rows("select value from meta where key = 'generation'")[0][0])

    # vectors

    def put_vectors(self, model: str, dim: int, vectors: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep vectors: (sha256 of the embed text, little-endian float16); readers do not notice."""
        self.add_model(model, dim)
        (number,) = self.rows("select id from models where name = ?", (model,))[0]
        sql = "insert or ignore into vectors (model, sha256, vector) values (?, ?, ?)"
        self._connection.executemany(sql, ((number, key, vector) for key, vector in vectors))

    def add_model(self, model: str, dim: int) -> None:
        """Make a model known; readers do not notice."""
        self._connection.execute("insert into models (name, dim) values (?, ?) on conflict do nothing", (model, dim))

    def use_model(self, model: str) -> None:
        """Make `model` the one in use."""
        self._write("insert or replace into meta (key, value) values ('model', ?)", (model,))

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query, within this transaction."""
        return self._connection.execute(sql, values).fetchall()

    def _write(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        self._changed = True
        return self._connection.execute(sql, values)

    def _put_paragraphs(self, document: int, paragraphs: Sequence[Paragraph]) -> None:
        self._write("delete from paragraphs where document = ?", (document,))
        rows = ((document, paragraph.n, pack(dumps(paragraph))) for paragraph in paragraphs)
        self._connection.executemany("insert into paragraphs (document, n, body) values (?, ?, ?)", rows)

    def _put_tie_keys(self, document: int, keys: Iterable[str]) -> None:
        self._write("delete from tie_keys where document = ?", (document,))
        rows = ((key, document) for key in keys)
        self._connection.executemany("insert into tie_keys (key, document) values (?, ?)", rows)


def _row(passage: Passage) -> tuple[object, ...]:
    return (
        passage.kind.value,
        passage.file,
        " ".join(map(str, passage.paragraphs)),
        passage.embed_text,
        embed_key(passage.embed_text),
        "\n".join(passage.terms),
        dumps(passage.facets),
        passage.case,
        " ".join(map(str, passage.demands)),
    )
