"""Looking into a candidate: its bytes are hashed and kept, or the reason why they cannot be reached is noted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from corpus.errors import UnreadableCode, UnreadableError
from corpus.home import Home
from ingest.batch.keeping import SourceError, digest, keep
from ingest.batch.plan import UNTRUSTED_MTIME, Candidate, trusted_mtime


@dataclass(frozen=True, slots=True)
class Looked:
    """A candidate's bytes. `error`: they could not be reached, and `sha256` stands for the path instead."""

    path: str
    root: str
    size: int
    mtime_ns: int
    sha256: str
    error: UnreadableError | None = None


def look_into(candidates: Iterable[Candidate], home: Home) -> Iterator[Looked]:
    """Hash and keep each candidate's bytes; files that vanished meanwhile are left out."""
    for candidate in candidates:
        found = candidate.found
        try:
            key = _kept(candidate, home)
        except SourceError as error:
            if error.vanished:
                continue
            yield Looked(found.path, found.root, found.size, UNTRUSTED_MTIME, _stand_in(found.path), _closed(error))
            continue
        yield Looked(found.path, found.root, found.size, trusted_mtime(found), key)


def _kept(candidate: Candidate, home: Home) -> str:
    known = candidate.sha256 or digest(candidate.found.path)
    return known if home.kept(known).exists() else keep(candidate.found.path, home)


def _stand_in(path: str) -> str:
    return f"path-{sha256(path.encode('utf-8', 'surrogateescape')).hexdigest()}"


def _closed(error: SourceError) -> UnreadableError:
    return UnreadableError(
        UnreadableCode.NO_ACCESS,
        f"Filen kan inte öppnas ({error.reason}).",
        hint="Ge programmet läsrätt till den.",
    )
