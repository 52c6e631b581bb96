"""What a batch did to each file, counted for the report: a file that moved is neither added nor removed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from corpus.stored import PlacedFile


@dataclass(slots=True)
class Tally:
    """Counts up while a batch runs."""

    unchanged: int = 0
    changed: int = 0
    reread: int = 0
    pages: int = 0
    embedded: int = 0
    _new: list[str] = field(default_factory=list)
    _gone: list[str] = field(default_factory=list)

    def placed(self, before: PlacedFile | None, sha256: str, *, reread: bool) -> str:
        """A file was looked into and is well; gives the word for the log."""
        if before is None:
            self._new.append(sha256)
            return "tillagd"
        if before.sha256 != sha256:
            self.changed += 1
            return "ändrad"
        self.unchanged += 1
        self.reread += reread
        return "omläst" if reread else "oförändrad"

    def gone(self, file: PlacedFile) -> None:
        """A file is there no more."""
        self._gone.append(file.sha256)

    @property
    def moved(self) -> int:
        """Files that went from one place and came at another with the same bytes."""
        return (Counter(self._new) & Counter(self._gone)).total()

    @property
    def added(self) -> int:
        """Files that came, without those that moved."""
        return len(self._new) - self.moved

    @property
    def removed(self) -> int:
        """Files that went, without those that moved."""
        return len(self._gone) - self.moved
