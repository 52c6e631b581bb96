"""Reading the files of a round: bytes kept, read in processes of their own, understood, and staged one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from corpus.catalogue import Catalogue
from corpus.document import Document
from corpus.errors import UnreadableCode, UnreadableError
from corpus.home import Home
from corpus.reading import Reading
from corpus.writer import Writer
from ingest.batch.stages import Stages


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of some bytes: the pages read, or why they could not be read."""

    sha256: str
    pages: int
    error: UnreadableError | None


def read_round(
    names: Mapping[str, str], stages: Stages, writer: Writer, finish: Callable[[Document], Document]
) -> Iterator[Outcome]:
    """Read the kept bytes of each sha256 of `names` (its file's name), as they finish.

    A document is staged, and a failure noted, in its own transaction before its outcome is given. `finish` has the
    last word on a document (personal numbers).
    """
    home: Home = writer.home
    paths = {home.kept(sha256): sha256 for sha256 in names}
    for path, reading in stages.read_many(paths):
        sha256 = paths[path]
        result = _understood(reading, names[sha256], stages, finish)
        with writer.transaction():
            if isinstance(result, UnreadableError):
                note_failure(writer, sha256, result, stages.reader)
            else:
                writer.stage(result, stages.reader)
        error = result if isinstance(result, UnreadableError) else None
        yield Outcome(sha256, 0 if error else _pages(reading), error)


def note_failure(writer: Writer, sha256: str, error: UnreadableError, reader: str) -> None:
    """Keep why bytes could not be read, so that they are not tried again each night."""
    writer.put_failure(sha256, code=error.code.value, message=error.message, hint=error.hint, reader=reader)


def staged(catalogue: Catalogue, sha256: str, file: str, reader: str) -> Document | None:
    """What is staged of these bytes, under the name `file`."""
    found = catalogue.staged(sha256, reader)
    return None if found is None else renamed(found, file)


def renamed(document: Document, file: str) -> Document:
    """The document under another name."""
    return document if document.file == file else replace(document, file=file)


def _understood(
    reading: Reading | UnreadableError, file: str, stages: Stages, finish: Callable[[Document], Document]
) -> Document | UnreadableError:
    if isinstance(reading, UnreadableError):
        return reading
    try:
        return finish(stages.understand(reading, file))
    except Exception as error:  # one paper that the rules did not foresee must not stop a batch
        return UnreadableError(
            UnreadableCode.CRASH,
            f"Handlingen lästes men kunde inte tolkas ({type(error).__name__}: {error}).",
            hint="Rapportera felet och bifoga filen.",
        )


def _pages(reading: Reading | UnreadableError) -> int:
    return 0 if isinstance(reading, UnreadableError) else len(reading.page_sizes)
