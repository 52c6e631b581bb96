"""The engine for one machine: FAISS and mapped postings below HOME/vectors, all derived from the catalogue."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from corpus.errors import HomeDamagedError
from index.embedded_manifest import Manifest, read_manifest, when_written
from index.embedded_options import EmbeddedOptions
from index.embedded_snapshot import Snapshot
from index.embedded_store import damage
from index.embedded_sync import catch_up, load, prepare, sync
from index.engine import EngineStatus, Scored, Vectors
from index.entries import EntrySource
from index.filters import Filter


class EmbeddedEngine:
    """An `Engine` over a folder and the source that it is derived from. Opening costs nothing until it is asked.

    Every answer comes from one snapshot, which equals the source at one generation: what the files lack (a writer is at
    work, or was killed) is added in memory. Safe to share between threads.
    """

    def __init__(self, folder: Path, source: EntrySource, *, options: EmbeddedOptions | None = None) -> None:
        """Name the folder and the source; nothing is read yet."""
        self._folder = folder
        self._source = source
        self._options = options or EmbeddedOptions()
        self._snapshot: Snapshot | None = None
        self._read: tuple[tuple[int, int] | None, Manifest | None] | None = None
        self._lock = threading.Lock()

    def dense(self, vector: Vectors, k: int, *, where: Filter) -> tuple[Scored, ...]:
        """The k nearest passages by cosine, among those `where` allows; ties by lower id.

        The question is rounded to float16 as passages are: PostgreSQL's halfvec does, and both must rank alike.
        """
        return self._now.dense(vector.astype(np.float16).astype(np.float32), k, where)

    def lexical(self, terms: Mapping[str, float], k: int, *, where: Filter) -> tuple[Scored, ...]:
        """The k best passages by BM25, among those `where` allows; ties by lower id."""
        return self._now.lexical(terms, k, where)

    def document_frequency(self, terms: Sequence[str]) -> dict[str, int]:
        """In how many passages each term stands."""
        now = self._now
        return {term: now.document_frequency(term) for term in terms}

    def refresh(self) -> bool:
        """Move to the source's generation.

        Raises:
            HomeDamagedError: a file is missing, cut or exchanged.
        """
        with self._lock:
            before = self._snapshot
            model = self._source.model
            name = None if model is None else model.name
            now = (self._source.generation, name)
            if before is not None and (before.generation, before.model) == now and not before.pending:
                return False
            after = load(self._folder, before, model=model, options=self._options)
            if before is not None and before.model == name and before.generation >= after.generation:
                after = before
            if model is not None:
                after = catch_up(after, self._source, model.dim, options=self._options)
            self._snapshot = after
            return before is None or (before.generation, before.count) != (after.generation, after.count)

    def sync(self) -> None:
        """Write what is new to disk; only the writer that holds the home's lock may call it."""
        sync(self._folder, self._source, options=self._options)

    def prepare(self, source: EntrySource) -> None:
        """Write another model's files beside those in use, so that readers find them when the catalogue changes."""
        prepare(self._folder, source, options=self._options)

    def problems(self) -> tuple[str, ...]:
        """What is wrong with the files, in Swedish: damage, or other passages than the catalogue's; reads all."""
        try:
            manifest = read_manifest(self._folder)
            if manifest is None:
                return ("sökindexet saknas",) if len(self._source.ids()) else ()
            return tuple(damage(self._folder, manifest)) or tuple(self._against_source(manifest))
        except HomeDamagedError as error:
            return (error.message,)

    def _against_source(self, manifest: Manifest) -> Iterator[str]:
        model = self._source.model
        if model is None or manifest.model != model.name:
            yield f"sökindexet är gjort med modellen {manifest.model}"
            return
        parts = load(self._folder, None, model=model, options=self._options).parts
        held = {int(id_) for part in parts for id_ in part.ids}
        there = set(self._source.ids().tolist())
        if lacking := len(there - held):
            yield f"{lacking} passager saknas i sökindexet"
        if ghosts := len(held - there):
            yield f"{ghosts} passager i sökindexet finns inte i katalogen"

    def status(self) -> EngineStatus:
        """What the files and the memory hold."""
        now = self._now
        manifest = self._manifest()
        largest = max(manifest.segments, key=lambda s: s.count, default=None) if manifest else None
        return EngineStatus(
            kind=largest.kind if largest else "exact",
            passages=now.count,
            generation=now.generation,
            size_bytes=manifest.size_bytes if manifest else 0,
        )

    def _manifest(self) -> Manifest | None:
        """What the files are, read anew when they were written anew: every question asks for the number of passages."""
        written = when_written(self._folder)
        kept = self._read
        if kept is None or kept[0] != written:
            kept = self._read = (written, read_manifest(self._folder))
        return kept[1]

    @property
    def _now(self) -> Snapshot:
        if self._snapshot is None:
            self.refresh()
        assert self._snapshot is not None
        return self._snapshot
