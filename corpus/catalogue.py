"""Reading the catalogue: documents, cases, passages, vectors, failures and counts, each call from one whole state.

    catalogue = Catalogue.open(Home(Path("data")))
    with catalogue.snapshot() as generation:   # several calls from the same state
        ...

Any number of threads and processes may read while one writes; none waits for another.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from corpus import counting
from corpus.case import Case
from corpus.codec import loads
from corpus.document import Document
from corpus.errors import HomeMissingError
from corpus.home import Home
from corpus.packing import unpack
from corpus.paragraph import Paragraph
from corpus.passage import Facets, Passage, PassageKind
from corpus.schema import connect
from corpus.stored import Changes, Counts, Failure, FoundPassage, Model, PlacedFile, StoredPassage

T = TypeVar("T")
BATCH = 500
PASSAGE_COLUMNS = 'id, kind, file, paragraphs, embed_text, terms, facets, "case", demands, embed_sha256'
FOUND_COLUMNS = (
    "id, kind, file, paragraphs, embed_text, terms, "
    """json_extract(facets, '$.status'), json_extract(facets, '$.replaced'), "case", demands"""
)
VECTORS_OF = (
    "select passages.id, vector from passages cross join vectors on sha256 = embed_sha256 "
    "and model = (select id from models where name = ?) where passages.id in ({})"
)
"""`cross join` keeps SQLite from going through all vectors for each batch of ids (2 s instead of 2 ms at 20,000)."""
HEAD_OF = (
    "select head from documents where file = ? "
    "union all select head from documents where sha256 = (select sha256 from files where name = ?) limit 1"
)

PARAGRAPHS_OF = (
    f"select n, body from paragraphs where document = ({HEAD_OF.replace('select head', 'select id')}) and n in ({{}})"
)


class Catalogue:
    """A reader of one home's catalogue."""

    def __init__(self, home: Home) -> None:
        """Open lazily, one connection a thread; prefer `open`."""
        self.home = home
        self._own = threading.local()
        self._all: list[sqlite3.Connection] = []

    @classmethod
    def open(cls, home: Home) -> Catalogue:
        """Open and verify the version.

        Raises:
            HomeMissingError: there is no catalogue.
            HomeNewerError: a newer version wrote it.
            HomeDamagedError: the file is no catalogue.
        """
        catalogue = cls(home)
        if not catalogue.rows("select 1 from sqlite_master where name = 'documents'"):
            raise HomeMissingError(f"I {home.root} är inget indexerat.", hint="Kör: beslutsminne index MAPP")
        return catalogue

    def close(self) -> None:
        """Close all connections."""
        for connection in self._all:
            connection.close()
        self._all.clear()
        self._own = threading.local()

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query, for questions that no method answers."""
        return self._connection.execute(sql, values).fetchall()

    @contextmanager
    def snapshot(self) -> Iterator[int]:
        """Within it, this thread's calls see one generation, whose number it gives; may be nested.

        Hold it for a question, not for hours: the write-ahead log grows meanwhile.
        """
        connection = self._connection
        if connection.in_transaction:
            yield self.generation
            return
        connection.execute("begin")
        try:
            yield self.generation
        finally:
            connection.rollback()

    @property
    def generation(self) -> int:
        """A number that grows with every change that a reader can see."""
        return int(self.rows("select value from meta where key = 'generation'")[0][0])

    # documents

    def documents(self) -> Iterator[Document]:
        """All documents, whole, by file name, one at a time in memory."""
        for (file,) in self.rows("select file from documents order by file"):
            document = self.document(file)
            if document is not None:
                yield document

    def document(self, file: str) -> Document | None:
        """One document, whole; `file` may be any of its places' names. None if there is none."""
        row = self._row(file)
        return None if row is None else _whole(row[1], self._paragraphs(row[0]))

    def raw(self, file: str) -> Document | None:
        """One document as its own pages say, without what other papers tell of it."""
        row = self._row(file)
        return None if row is None else _whole(row[2], self._paragraphs(row[0]))

    def raw_head(self, file: str) -> Document | None:
        """`raw` without the paragraphs."""
        row = self._row(file)
        return None if row is None else loads(Document, unpack(row[2]))

    def whole(self, head: Document) -> Document:
        """A document that came without its paragraphs, with them."""
        rows = self.rows(
            "select body from paragraphs join documents on id = document where sha256 = ? order by n", (head.sha256,)
        )
        return replace(head, paragraphs=tuple(loads(Paragraph, unpack(body)) for (body,) in rows))

    def staged(self, sha256: str, reader: str) -> Document | None:
        """What `reader` has read of these bytes in a batch that has not written it yet."""
        found = self.rows("select head, paragraphs from staged where sha256 = ? and reader = ?", (sha256, reader))
        return loads(Document, f'{found[0][0][:-1]},"paragraphs":{found[0][1]}}}') if found else None

    def heads(self, files: Iterable[str] | None = None) -> Iterator[Document]:
        """Documents without their paragraphs (quick), all by file name, or those of `files` in that order."""
        if files is None:
            yield from (
                loads(Document, unpack(head)) for (head,) in self.rows("select head from documents order by file")
            )
            return
        for file in files:
            found = self._connection.execute(HEAD_OF, (file, file)).fetchone()
            if found is not None:
                yield loads(Document, unpack(found[0]))

    def head(self, file: str) -> Document | None:
        """One document without its paragraphs."""
        return next(self.heads((file,)), None)

    def paragraphs(self, file: str, numbers: Iterable[int]) -> tuple[Paragraph, ...]:
        """Those paragraphs of a document, in the order asked; numbers that it does not have are left out."""
        asked = tuple(numbers)
        found = {
            n: body
            for marks, some in _batches(asked)
            for n, body in self.rows(PARAGRAPHS_OF.format(marks), (file, file, *some))
        }
        return tuple(loads(Paragraph, unpack(found[n])) for n in asked if n in found)

    def places(self, file: str) -> tuple[str, ...]:
        """The names of all files with the same bytes as `file`."""
        sql = (
            "select name from files where sha256 = (select sha256 from files where name = ?) "
            "or sha256 = (select sha256 from documents where file = ?) order by name"
        )
        return tuple(name for (name,) in self.rows(sql, (file, file)))

    def pdf(self, file: str) -> Path | None:
        """The kept bytes of a document."""
        row = self._row(file)
        return None if row is None else self.home.kept(row[3])

    def files(self) -> Iterator[PlacedFile]:
        """All files known, by path."""
        sql = (
            "select files.path, roots.path, name, size, mtime_ns, sha256 "
            "from files join roots on roots.id = root order by files.path"
        )
        yield from (PlacedFile(*row) for row in self.rows(sql))

    def failures(self) -> tuple[Failure, ...]:
        """The files that could not be read, by name."""
        sql = "select name, sha256, code, message, hint from files join failures using (sha256) order by name"
        return tuple(Failure(*row) for row in self.rows(sql))

    def names(self) -> dict[str, str]:
        """Each document's file name by its sha256."""
        return dict(self.rows("select sha256, file from documents"))

    def readers(self) -> dict[str, str]:
        """By sha256, the reader that has read these bytes or failed on them."""
        return dict(self.rows("select sha256, reader from failures union all select sha256, reader from documents"))

    def failed_by(self, reader: str) -> set[str]:
        """The sha256 of the bytes that `reader` failed on."""
        return {sha256 for (sha256,) in self.rows("select sha256 from failures where reader = ?", (reader,))}

    def counts(self) -> Counts:
        """What is covered."""
        with self.snapshot() as generation:
            return counting.counts(self.rows, generation)

    # cases

    def cases(self) -> Iterator[Case]:
        """All cases, by key."""
        yield from (loads(Case, unpack(body)) for (body,) in self.rows("select body from cases order by key"))

    def case(self, key: str) -> Case | None:
        """One case."""
        found = self.rows("select body from cases where key = ?", (key,))
        return loads(Case, unpack(found[0][0])) if found else None

    def case_keys(self, file: str) -> tuple[str, ...]:
        """The keys of the cases that a document belongs to, in order; `file` as for `cases_of`."""
        return tuple(
            key for (key,) in self.rows('select "case" from case_files where file = ? order by "case"', (file,))
        )

    def cases_of(self, file: str) -> tuple[Case, ...]:
        """The cases that a document belongs to, by key; `file` is the document's own name (`Document.file`)."""
        sql = 'select body from cases join case_files on "case" = key where file = ? order by key'
        return tuple(loads(Case, unpack(body)) for (body,) in self.rows(sql, (file,)))

    # passages

    def passages(self, ids: Iterable[int]) -> Iterator[StoredPassage]:
        """The passages with those ids, in batches, in ascending order within each; ids that are gone are left out."""
        for marks, some in _batches(ids):
            yield from map(_passage, self.rows(f"select {PASSAGE_COLUMNS} from passages where id in ({marks})", some))

    def found(self, ids: Iterable[int]) -> Iterator[FoundPassage]:
        """The same as searching weighs them."""
        for marks, some in _batches(ids):
            yield from map(_found, self.rows(f"select {FOUND_COLUMNS} from passages where id in ({marks})", some))

    def passages_of(self, file: str) -> tuple[StoredPassage, ...]:
        """A document's passages, by id."""
        row = self._row(file)
        sql = f"select {PASSAGE_COLUMNS} from passages where document = ? order by id"
        return () if row is None else tuple(map(_passage, self.rows(sql, (row[0],))))

    def passage_ids(self) -> tuple[int, ...]:
        """All ids, ascending."""
        return tuple(id for (id,) in self.rows("select id from passages order by id"))

    def facets(self, ids: Iterable[int]) -> Iterator[tuple[int, str, str, Facets]]:
        """For each id that exists: (id, kind, file, facets), in batches."""
        for marks, some in _batches(ids):
            for row in self.rows(f"select id, kind, file, facets from passages where id in ({marks})", some):
                yield row[0], row[1], row[2], loads(Facets, row[3])

    def terms(self, ids: Iterable[int]) -> Iterator[tuple[int, tuple[str, ...]]]:
        """For each id that exists: (id, its terms with repeats), in batches."""
        for marks, some in _batches(ids):
            for id_, terms in self.rows(f"select id, terms from passages where id in ({marks})", some):
                yield id_, tuple(terms.split("\n")) if terms else ()

    def changes(self, since: int) -> Changes:
        """What came and went after generation `since` (0 = from nothing)."""
        with self.snapshot() as generation:
            added = self.rows("select id from passages where generation > ? order by id", (since,))
            removed = self.rows("select id from removed_passages where generation > ? order by id", (since,))
        return Changes(generation, tuple(id for (id,) in added), tuple(id for (id,) in removed))

    # vectors

    def models(self) -> tuple[Model, ...]:
        """The models that vectors are kept for."""
        return tuple(Model(*row) for row in self.rows("select name, dim from models order by id"))

    def model(self) -> str | None:
        """The model that is in use, None before the first batch."""
        found = self.rows("select value from meta where key = 'model'")
        return found[0][0] if found else None

    def vectors(self, ids: Iterable[int], model: str) -> Iterator[tuple[int, bytes]]:
        """For each passage id that has one: (id, its vector as little-endian float16), in batches."""
        for marks, some in _batches(ids):
            yield from self.rows(VECTORS_OF.format(marks), (model, *some))

    def embedded(self, keys: Iterable[bytes], model: str) -> set[bytes]:
        """Those of `keys` (sha256 of embed texts) that `model` has a vector of."""
        sql = "select sha256 from vectors where model = (select id from models where name = ?) and sha256 in ({})"
        return {key for marks, some in _batches(keys) for (key,) in self.rows(sql.format(marks), (model, *some))}

    def missing_vectors(self, model: str) -> tuple[bytes, ...]:
        """The sha256 of each embed text that some passage has and `model` has no vector of; longest text first."""
        sql = (
            "select embed_sha256 from passages where not exists (select 1 from vectors "
            "where sha256 = embed_sha256 and model = (select id from models where name = ?)) "
            "group by embed_sha256 order by length(embed_text) desc, embed_sha256"
        )
        return tuple(key for (key,) in self.rows(sql, (model,)))

    def embed_texts(self, keys: Iterable[bytes]) -> dict[bytes, str]:
        """The embed text of each sha256 that some passage has."""
        sql = "select embed_sha256, embed_text from passages where embed_sha256 in ({}) group by embed_sha256"
        return {key: text for marks, some in _batches(keys) for key, text in self.rows(sql.format(marks), some)}

    @property
    def _connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if found is None:
            found = connect(self.home)
            self._own.connection = found
            self._all.append(found)
        return found

    def _row(self, file: str) -> tuple[int, bytes, bytes, str] | None:
        columns = "select id, head, iif(understood = '', head, understood), sha256 from documents"
        sql = f"{columns} where file = ? union all {columns} where sha256 = (select sha256 from files where name = ?)"
        row: tuple[int, bytes, bytes, str] | None = self._connection.execute(f"{sql} limit 1", (file, file)).fetchone()
        return row

    def _paragraphs(self, document: int) -> list[tuple[bytes]]:
        return self.rows("select body from paragraphs where document = ? order by n", (document,))


def _whole(head: bytes, paragraphs: Sequence[tuple[bytes]]) -> Document:
    bodies = ",".join(unpack(body) for (body,) in paragraphs)
    return loads(Document, f'{unpack(head)[:-1]},"paragraphs":[{bodies}]}}')


def _passage(row: tuple[Any, ...]) -> StoredPassage:
    id_, kind, file, paragraphs, text, terms, facets, case, demands, sha256 = row
    of_it = tuple(terms.split("\n")) if terms else ()
    passage = Passage(_KINDS[kind], file, _numbers(paragraphs), text, of_it, _facets(facets), case, _numbers(demands))
    return StoredPassage(id_, passage, sha256)


def _found(row: tuple[Any, ...]) -> FoundPassage:
    id_, kind, file, paragraphs, text, terms, status, replaced, case, demands = row
    return FoundPassage(
        id_, _KINDS[kind], file, _numbers(paragraphs), text, terms, status, bool(replaced), case, _numbers(demands)
    )


_KINDS = {str(kind): kind for kind in PassageKind}


@lru_cache(maxsize=10_000)
def _facets(body: str) -> Facets:
    """Most passages of a document have the same facets."""
    return loads(Facets, body)


@lru_cache(maxsize=10_000)
def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split()))


def _batches(ids: Iterable[T]) -> Iterator[tuple[str, tuple[T, ...]]]:
    rest = iter(ids)
    while some := tuple(islice(rest, BATCH)):
        yield ",".join("?" * len(some)), some
