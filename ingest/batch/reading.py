"""Reading what a round has not read before: in processes of their own, understood, and staged one by one."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping

from corpus.document import Document
from corpus.errors import UnreadableCode, UnreadableError
from corpus.reading import Reading
from ingest.batch.context import Context
from ingest.batch.looking import Looked


def read_new(looked: Iterable[Looked], names: Mapping[str, str], context: Context) -> None:
    """Read the bytes that this reader has neither read nor failed on; `names` gives each sha256 a file name.

    A document is staged, and a failure noted, in a transaction of its own: a kill costs the files being read. Small
    files go first, so that scans, which take minutes, do not hold up the rest.
    """
    catalogue, reader = context.catalogue, context.stages.reader
    readers = catalogue.readers()
    new: dict[str, Looked] = {}
    for file in looked:
        if file.error is not None:
            _keep(file.sha256, file.error, context)
        elif not context.stages.has_read(readers.get(file.sha256)) and catalogue.staged(file.sha256, reader) is None:
            new.setdefault(file.sha256, file)
            continue
        context.meter.read(names[file.sha256], pages=0, size=file.size)
    _read(sorted(new.values(), key=lambda file: file.size), names, context)


def note_failure(sha256: str, error: UnreadableError, context: Context) -> None:
    """Keep why bytes could not be read, so that they are not tried again each night."""
    context.writer.put_failure(
        sha256, code=error.code.value, message=error.message, hint=error.hint, reader=context.stages.reader
    )


def _read(files: Iterable[Looked], names: Mapping[str, str], context: Context) -> None:
    by_path = {context.writer.home.kept(file.sha256): file for file in files}
    if not by_path:
        return
    readings = context.stages.read_many(by_path)
    try:
        for path, reading in readings:
            file = by_path[path]
            name = names[file.sha256]
            understood = _understood(reading, name, context)
            if not isinstance(understood, UnreadableError):
                context.stages.warm_up()
            _keep(file.sha256, understood, context)
            pages = 0 if isinstance(reading, UnreadableError) else len(reading.page_sizes)
            context.meter.read(name, pages=pages, size=file.size)
    finally:
        if isinstance(readings, Generator):
            readings.close()  # at once, not when it is collected: it has processes running


def _keep(sha256: str, result: Document | UnreadableError, context: Context) -> None:
    with context.writer.transaction():
        if isinstance(result, UnreadableError):
            note_failure(sha256, result, context)
        else:
            context.writer.stage(result, context.stages.reader)


def _understood(reading: Reading | UnreadableError, file: str, context: Context) -> Document | UnreadableError:
    if isinstance(reading, UnreadableError):
        return reading
    try:
        return context.finish(context.stages.understand(reading, file))
    except Exception as error:  # one paper that the rules did not foresee must not stop a batch
        return UnreadableError(
            UnreadableCode.CRASH,
            f"Handlingen lästes men kunde inte tolkas ({type(error).__name__}: {error}).",
            hint="Rapportera felet och bifoga filen.",
        )
