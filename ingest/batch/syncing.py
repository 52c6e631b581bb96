"""When the engine is brought up to the catalogue during a long batch: seldom enough that it costs little."""

from __future__ import annotations

from collections.abc import Callable

from corpus.catalogue import Catalogue

SHARE = 0.25
"""A sync may write all vectors anew; at a quarter more each time, all of them together cost some four final ones."""
LEAST = 2_000


class SyncSchedule:
    """Counts what came and went since the last sync."""

    def __init__(self, catalogue: Catalogue, sync: Callable[[], None]) -> None:
        """Take the catalogue as synced now."""
        self._catalogue = catalogue
        self._sync = sync
        self._generation = catalogue.generation

    def after_round(self) -> None:
        """Sync if enough has changed."""
        changes = self._catalogue.changes(self._generation)
        changed = len(changes.added) + len(changes.removed)
        if changed >= max(LEAST, SHARE * len(self._catalogue.passage_ids())):
            self._go(changes.generation)

    def at_end(self) -> None:
        """Sync whatever has changed, and what an earlier batch was kept from."""
        self._go(self._catalogue.generation)

    def _go(self, generation: int) -> None:
        self._sync()
        self._generation = generation
