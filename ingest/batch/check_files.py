"""The catalogue against the bytes: every document has its kept PDF, whole; every file is accounted for."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.catalogue import Catalogue
from corpus.writer import Writer
from ingest.batch.findings import Area, Finding
from ingest.batch.keeping import SourceError, digest, keep, sweep


def check_files(catalogue: Catalogue, writer: Writer | None) -> Iterator[Finding]:
    """Read every kept byte; with a `writer`, put right what can be."""
    yield from _kept(catalogue, writer)
    yield from _unplaced(catalogue, writer)
    yield from _unaccounted(catalogue, writer)
    yield from _leftovers(catalogue, writer)


def _kept(catalogue: Catalogue, writer: Writer | None) -> Iterator[Finding]:
    for sha256, file in sorted(catalogue.names().items()):
        path = catalogue.home.kept(sha256)
        try:
            whole = digest(str(path)) == sha256
            trouble = "är skadad"
        except SourceError:
            whole, trouble = False, "saknas"
        if not whole:
            repaired = writer is not None and _fetched(catalogue, writer, sha256)
            yield Finding(Area.FILES, f"Den sparade PDF-filen till {file} {trouble}.", repaired)


def _fetched(catalogue: Catalogue, writer: Writer, sha256: str) -> bool:
    """Copy the bytes anew from where the paper lies, if they are still there."""
    for (path,) in catalogue.rows("select path from files where sha256 = ?", (sha256,)):
        try:
            if digest(path) == sha256 and keep(path, writer.home) == sha256:
                return True
        except SourceError:
            continue
    return False


def _unplaced(catalogue: Catalogue, writer: Writer | None) -> Iterator[Finding]:
    sql = "select sha256, file from documents where sha256 not in (select sha256 from files) order by file"
    for sha256, file in catalogue.rows(sql):
        if writer is not None:
            with writer.transaction():
                writer.remove_document(sha256)
        yield Finding(Area.FILES, f"Dokumentet {file} hör till ingen fil.", writer is not None)


def _unaccounted(catalogue: Catalogue, writer: Writer | None) -> Iterator[Finding]:
    sql = (
        "select path, name from files where sha256 not in (select sha256 from documents) "
        "and sha256 not in (select sha256 from failures) order by name"
    )
    for path, name in catalogue.rows(sql):
        if writer is not None:
            with writer.transaction():
                writer.remove_file(path)
        message = f"Filen {name} är varken läst eller misslyckad; nästa indexering läser den."
        yield Finding(Area.FILES, message, writer is not None)


def _leftovers(catalogue: Catalogue, writer: Writer | None) -> Iterator[Finding]:
    wanted = frozenset(sha256 for (sha256,) in catalogue.rows("select sha256 from files"))
    staged = catalogue.rows("select count(*) from staged")[0][0]
    stray = sum(path.stem not in wanted for path in catalogue.home.files.iterdir())
    if not staged and not stray:
        return
    if writer is not None:
        with writer.transaction():
            writer.clear_staged()
        sweep(catalogue.home, wanted)
    message = f"En avbruten indexering har lämnat {staged} läsningar och {stray} filer efter sig."
    yield Finding(Area.LEFTOVERS, message, writer is not None)
