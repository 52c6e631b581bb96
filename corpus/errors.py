"""Every error that the program raises on purpose; each message says in one line what happened and what to do next.

BeslutsminneError
├── UsageError                 what was asked for cannot be done as asked
│   ├── PathMissingError       a file or folder that is not there
│   ├── NothingToIndexError    no PDF below the given paths
│   └── FilterError            a filter value that cannot be understood
├── HomeError                  the home folder (catalogue and index)
│   ├── HomeMissingError       nothing has been indexed there
│   ├── HomeNewerError         written by a newer version
│   ├── HomeBusyError          another process is writing
│   └── HomeDamagedError       files are missing, cut or exchanged
├── UnreadableError            one PDF that cannot be read (the batch goes on)
├── ModelError                 the embedding model is missing or is another one than the index was made with
├── EngineError                the search engine (FAISS, PostgreSQL) refused or is not reachable
└── ClusterError               the Dask cluster is not reachable, or its workers are of another version or model
"""

from __future__ import annotations

from enum import StrEnum


class BeslutsminneError(Exception):
    """The root: `message` for people, `hint` what to do next; `str()` gives both in one line."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        """Keep the message and the hint apart, so that a page can show them apart."""
        super().__init__(f"{message} {hint}".strip())
        self.message = message
        self.hint = hint


class UsageError(BeslutsminneError):
    """What was asked for cannot be done as asked."""


class PathMissingError(UsageError):
    """A file or folder that is not there."""


class NothingToIndexError(UsageError):
    """No PDF below the given paths."""


class FilterError(UsageError):
    """A filter value that cannot be understood."""


class HomeError(BeslutsminneError):
    """Something about the home folder."""


class HomeMissingError(HomeError):
    """Nothing has been indexed there."""


class HomeNewerError(HomeError):
    """The home was written by a newer version of the program."""


class HomeBusyError(HomeError):
    """Another process is writing to the home."""


class HomeDamagedError(HomeError):
    """Files of the home are missing, cut or exchanged."""


class UnreadableCode(StrEnum):
    """Why a PDF could not be read."""

    EMPTY = "empty"
    NOT_PDF = "not_pdf"
    PASSWORD = "password"
    DAMAGED = "damaged"
    NO_PAGES = "no_pages"
    NO_TEXT = "no_text"
    TOO_LARGE = "too_large"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASH = "crash"
    NO_ACCESS = "no_access"


class UnreadableError(BeslutsminneError):
    """One PDF that cannot be read; `code` is the reason."""

    def __init__(self, code: UnreadableCode, message: str, *, hint: str = "") -> None:
        """Keep the code for counting failures by reason."""
        super().__init__(message, hint=hint)
        self.code = code


class ModelError(BeslutsminneError):
    """The embedding model is missing, damaged, or another one than the index was made with."""


class EngineError(BeslutsminneError):
    """The search engine refused or is not reachable."""


class ClusterError(BeslutsminneError):
    """The Dask cluster is not reachable, or its workers are of another version or model."""
