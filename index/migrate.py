"""How a home moves from one engine to another, and back, without embedding anything again.

Both engines are derived from the catalogue, which keeps every vector. So the new one is filled from it, shown to hold
the same, and the old one is left as it is: going back is the same call the other way round.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from corpus.errors import EngineError
from index.engine import EngineStatus
from index.engines import DerivedEngine
from index.entries import Entry, EntrySource
from index.filters import Filter

Say = Callable[[str], None]
PROBES = 25
"""Passages that must find themselves by their own vector and their own terms."""


@dataclass(frozen=True, slots=True)
class Migration:
    """What a migration did: what the engine holds now, and how many of the probes found themselves."""

    status: EngineStatus
    probed: int


def migrate(source: EntrySource, target: DerivedEngine, *, say: Say = lambda message: None) -> Migration:
    """Fill `target` from the catalogue and prove it.

    Raises:
        EngineError: it refused, or does not hold what the catalogue holds.
    """
    say("Fyller sökmotorn ur katalogen; inga vektorer räknas om …")
    target.sync()
    target.refresh()
    say("Kontrollerar …")
    ids = source.ids()
    status = target.status()
    wrong = [*target.problems(), *_missing(source, target)]
    if status.passages != len(ids):
        wrong.insert(0, f"{status.passages} passager i stället för {len(ids)}")
    if wrong:
        raise EngineError(
            f"Sökmotorn stämmer inte med katalogen: {'; '.join(wrong)}.", hint="Kör: beslutsminne check --repair"
        )
    return Migration(status, min(PROBES, len(ids)))


def _missing(source: EntrySource, target: DerivedEngine) -> list[str]:
    ids = source.ids()
    some = ids[np.linspace(0, len(ids) - 1, min(PROBES, len(ids))).astype(int)]
    return [problem for entry in source.entries(some.tolist()) if (problem := _lost(entry, target))]


def _lost(entry: Entry, target: DerivedEngine) -> str | None:
    """Why a passage does not find itself: others with the same vector or terms may stand before it, lesser may not."""
    files = tuple(key.removeprefix("file:") for key in entry.facets.keys if key.startswith("file:"))
    where = Filter(files=files)
    vector = entry.vector.astype(np.float32)
    found = {one.passage for one in target.dense(vector, 1000, where=where)}
    if entry.id not in found:
        return f"passage {entry.id} hittas inte på sin vektor"
    terms = dict.fromkeys(entry.terms, 1.0)
    if terms and entry.id not in {one.passage for one in target.lexical(terms, 10_000, where=where)}:
        return f"passage {entry.id} hittas inte på sina ord"
    return None
