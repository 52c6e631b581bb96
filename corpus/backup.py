"""Copying a home while it is read and written, and putting a copy in its place."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from corpus.errors import HomeDamagedError, HomeError, UsageError
from corpus.home import Home, WriterLock
from corpus.schema import connect

STEP_PAGES = 1000
ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy holds: documents, files of bytes, bytes in all."""

    documents: int
    files: int
    size: int


def back_up(home: Home, target: Path) -> Copied:
    """Copy the catalogue and the kept PDFs to the empty or new folder `target`; nobody has to wait.

    The catalogue is copied through SQLite's own backup, which gives one whole state. Kept files are copied before and
    after, so that those of that state are there whatever a batch removes or adds meanwhile. Derived files and models
    are left out: they are made again.

    Raises:
        UsageError: `target` holds something.
        HomeMissingError: there is no catalogue.
        HomeError: `target` cannot be written, or is full.
    """
    if target.exists() and any(target.iterdir()):
        raise UsageError(f"{target} är inte tom.", hint="Ange en ny mapp för säkerhetskopian.")
    copy = Home(target)
    try:
        with closing(connect(home)) as source:
            copy.create()
            for _ in range(ATTEMPTS):
                _copy_files(home, copy)
                with closing(sqlite3.connect(copy.catalogue)) as into:
                    source.backup(into, pages=STEP_PAGES)
                _copy_files(home, copy)
                if not _lacking(copy):
                    break
        return _trim(copy)
    except (OSError, sqlite3.OperationalError) as error:
        raise HomeError(f"Kopian i {target} kunde inte skrivas ({error}).", hint="Frigör plats och gör om.") from error


def restore(backup: Path, home: Home) -> Copied:
    """Put a copy in the place of a home, which must not be in use; what was there is replaced at the very end.

    Raises:
        HomeMissingError: `backup` holds no catalogue.
        HomeDamagedError: it is not whole.
        HomeBusyError: the home is being written.
    """
    source = Home(backup)
    found = verify(source)
    home.create()
    with WriterLock(home):
        _copy_files(source, home, read_all=True)
        part = home.catalogue.with_suffix(".part")
        with closing(connect(source)) as old, closing(sqlite3.connect(part)) as new:
            old.backup(new)
        for suffix in ("-wal", "-shm"):
            home.catalogue.with_name(home.catalogue.name + suffix).unlink(missing_ok=True)
        os.replace(part, home.catalogue)
        if home.vectors.is_dir():
            shutil.rmtree(home.vectors)
    return found


def verify(copy: Home) -> Copied:
    """Read every byte of a copy.

    Raises:
        HomeMissingError: there is no catalogue.
        HomeDamagedError: the catalogue or a kept file is not whole.
    """
    with closing(connect(copy)) as connection:
        (verdict,) = connection.execute("pragma integrity_check(1)").fetchone()
        if verdict != "ok":
            raise HomeDamagedError(f"{copy.catalogue} är skadad ({verdict}).", hint="Ta en annan säkerhetskopia.")
        documents = [sha for (sha,) in connection.execute("select sha256 from documents")]
    for sha in documents:
        path = copy.kept(sha)
        if not path.is_file() or _digest(path) != sha:
            raise HomeDamagedError(f"{path} saknas eller är skadad.", hint="Ta en annan säkerhetskopia.")
    return _counted(copy, len(documents))


def _copy_files(home: Home, copy: Home, *, read_all: bool = False) -> None:
    """Copy the kept files that are not there in the same size; with `read_all` also those that are damaged there."""
    for path in sorted(home.files.glob("*.pdf")):
        target = copy.files / path.name
        part = target.with_suffix(".part")
        try:
            there = target.exists() and target.stat().st_size == path.stat().st_size
            if there and (not read_all or _digest(target) == target.stem):
                continue
            shutil.copyfile(path, part)
        except FileNotFoundError:
            continue  # a batch has removed it meanwhile
        os.replace(part, target)


def _lacking(copy: Home) -> bool:
    """Whether a paper came and went between the copies: its bytes are gone, but the copied state names it."""
    with closing(connect(copy)) as connection:
        return any(not copy.kept(sha).exists() for (sha,) in connection.execute("select sha256 from documents"))


def _trim(copy: Home) -> Copied:
    """Drop the files that the copied state does not name."""
    with closing(connect(copy)) as connection:
        wanted = {sha for (sha,) in connection.execute("select sha256 from files")}
        (documents,) = connection.execute("select count(*) from documents").fetchone()
    for path in copy.files.iterdir():
        if path.stem not in wanted:
            path.unlink()
    return _counted(copy, documents)


def _counted(copy: Home, documents: int) -> Copied:
    sizes = [path.stat().st_size for path in copy.files.glob("*.pdf")]
    return Copied(documents, len(sizes), sum(sizes) + copy.catalogue.stat().st_size)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        digest = sha256()
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
