"""Which files hold which bytes, as the batch will leave them, and what each document is called by its places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.stored import PlacedFile
from ingest.batch.naming import name_of


@dataclass(frozen=True, slots=True)
class Placement:
    """What a round does to the files: rows to put, paths to remove, the sha256 that have no file left, and the name
    of every other sha256 that the round touched."""

    put: tuple[PlacedFile, ...]
    removed: tuple[str, ...]
    gone: frozenset[str]
    names: Mapping[str, str]


class Places:
    """The files of the catalogue with the changes of a batch; `settle` gives those since the last time."""

    def __init__(self, files: Iterable[PlacedFile], names: Mapping[str, str]) -> None:
        """Start from the catalogue; `names` gives each document's name by its sha256."""
        self.by_path: dict[str, PlacedFile] = {}
        self._document_names = dict(names)
        self._taken: dict[str, str] = {}
        self._holders: dict[str, set[str]] = defaultdict(set)
        for file in files:
            self._add(file)
        self._put: set[str] = set()
        self._removed: set[str] = set()
        self._touched: set[str] = set()

    def put(self, path: str, root: str, *, size: int, mtime_ns: int, sha256: str) -> None:
        """A file is there with these bytes."""
        self.remove(path)
        self._removed.discard(path)
        name = name_of(path, root, self._taken)
        self._add(PlacedFile(path, root, name, size, mtime_ns, sha256))
        self._put.add(path)
        self._touched.add(sha256)

    def remove(self, path: str) -> None:
        """A file is there no more."""
        old = self.by_path.pop(path, None)
        if old is None:
            return
        del self._taken[old.name]
        self._holders[old.sha256].discard(path)
        self._put.discard(path)
        self._removed.add(path)
        self._touched.add(old.sha256)

    def settle(self) -> Placement:
        """The changes since the last time; a document keeps its name while a file of that name has its bytes."""
        gone = frozenset(sha256 for sha256 in self._touched if not self._holders[sha256])
        names = {sha256: self._settled_name(sha256) for sha256 in self._touched - gone}
        for sha256 in gone:
            self._document_names.pop(sha256, None)
        self._document_names.update(names)
        put = tuple(self.by_path[path] for path in sorted(self._put))
        placement = Placement(put, tuple(sorted(self._removed)), gone, names)
        self._put, self._removed, self._touched = set(), set(), set()
        return placement

    def _settled_name(self, sha256: str) -> str:
        names = {self.by_path[path].name for path in self._holders[sha256]}
        before = self._document_names.get(sha256)
        return before if before in names else min(names)

    def _add(self, file: PlacedFile) -> None:
        self.by_path[file.path] = file
        self._taken[file.name] = file.path
        self._holders[file.sha256].add(file.path)
