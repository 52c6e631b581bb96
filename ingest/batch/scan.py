"""Which PDFs lie below the given paths, which root each belongs to, and how far "it is not there" can be trusted."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import NothingToIndexError, PathMissingError

UNKNOWN = -1
"""The modification time of a file that the system tells nothing of."""


@dataclass(frozen=True, slots=True)
class Found:
    """One PDF on disk; paths are absolute."""

    path: str
    root: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found. A known file below `scopes` that was not found, and does not lie below `unlisted` (folders that
    cannot be listed, known files that the system tells nothing of), is gone."""

    found: tuple[Found, ...]
    scopes: tuple[str, ...]
    unlisted: tuple[str, ...]
    unnameable: tuple[str, ...] = ()
    """PDFs whose names are no text (not UTF-8), as they can be shown."""

    def covers(self, path: str) -> bool:
        """Whether the scan would have found `path`, were it there."""
        return _below_any(path, self.scopes) and not _below_any(path, self.unlisted)


@dataclass(frozen=True, slots=True)
class _Places:
    """What is known before, and what a scan adds to: the places of which it cannot tell."""

    known: frozenset[str]
    unlisted: list[str]


def scan(paths: Iterable[Path], known_roots: Sequence[str], *, known: Iterable[str], home: Path, forget: bool) -> Scan:
    """Find the PDFs at `paths`; `known` are the paths of the files in the catalogue.

    The PDFs below `home`, where bytes are kept, are not papers. A missing or empty folder whose papers are in the
    catalogue is taken for a share that is not mounted, unless `forget`; a single file that is known and gone is gone.

    Raises:
        PathMissingError: a path is not there.
        NothingToIndexError: no PDF below the paths.
    """
    before, kept = tuple(known), os.path.abspath(home)
    scopes = tuple(os.path.abspath(path) for path in paths)
    roots = _outermost((*known_roots, *(scope for scope in scopes if os.path.isdir(scope))))
    found: dict[str, Found] = {}
    places = _Places(frozenset(before), [])
    for scope in scopes:
        _must_exist(scope, before, forget=forget)
        found.update((file.path, file) for file in _pdfs(scope, roots, places) if not _below(file.path, kept))
    if not found and not forget and not any(path in scopes for path in before):
        _nothing(scopes, before)
    named = tuple(found[path] for path in sorted(found) if _is_text(path))
    unnameable = tuple(_shown(path) for path in sorted(found) if not _is_text(path))
    return Scan(named, scopes, tuple(places.unlisted), unnameable)


def _must_exist(scope: str, known: Sequence[str], *, forget: bool) -> None:
    if os.path.exists(scope) or scope in known:
        return
    below = sum(_below(path, scope) for path in known)
    if below and forget:
        return
    hint = "Kontrollera sökvägen."
    if below:
        hint = f"{below} handlingar därifrån är kvar i katalogen; ta bort dem med --forget om mappen är borta för gott."
    raise PathMissingError(f"{scope} finns inte.", hint=hint)


def _nothing(scopes: Sequence[str], known: Sequence[str]) -> None:
    below = sum(_below_any(path, scopes) for path in known)
    hint = "Ange en mapp med PDF-filer."
    if below:
        hint = f"{below} handlingar därifrån är kvar i katalogen; ta bort dem med --forget om mappen ska vara tom."
    raise NothingToIndexError(f"Ingen PDF i {', '.join(scopes)}.", hint=hint)


def _pdfs(scope: str, roots: Sequence[str], places: _Places) -> Iterator[Found]:
    if os.path.isfile(scope):
        root = next((root for root in roots if _below(scope, root)), os.path.dirname(scope))
        yield from _stat(scope, root, places)
        return
    if not os.path.isdir(scope):
        return
    root = next((root for root in roots if _below(scope, root)), scope)
    for folder, names, files in os.walk(scope, onerror=lambda error: places.unlisted.append(str(error.filename))):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(".pdf") and not name.startswith("."):
                yield from _stat(os.path.join(folder, name), root, places)


def _stat(path: str, root: str, places: _Places) -> Iterator[Found]:
    try:
        status = os.stat(path)
    except FileNotFoundError:
        return
    except OSError:
        if path in places.known:  # a share that stutters is no reason to forget a paper
            places.unlisted.append(path)
        else:  # links in a circle, no access: looking into it will say why it cannot be opened
            yield Found(path, root, 0, UNKNOWN)
        return
    if stat.S_ISREG(status.st_mode):  # opening a pipe that is called .pdf would wait for ever
        yield Found(path, root, status.st_size, status.st_mtime_ns)


def _is_text(path: str) -> bool:
    return _shown(path) == path


def _shown(path: str) -> str:
    return path.encode("utf-8", "replace").decode("utf-8")


def _outermost(paths: Iterable[str]) -> tuple[str, ...]:
    kept: list[str] = []
    for path in sorted(set(paths), key=len):
        if not _below_any(path, kept):
            kept.append(path)
    return tuple(kept)


def _below_any(path: str, folders: Iterable[str]) -> bool:
    return any(_below(path, folder) for folder in folders)


def _below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
