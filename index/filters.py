"""What a filter is: conditions on passages that every engine applies exactly, before it takes the nearest."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filter:
    """All given conditions must hold; an empty tuple or None asks nothing.

    Dates are ISO and inclusive. `bodies` match without case or genitive s. `in_force_on` keeps styrdokument in force
    on that date. `status` is "proposed" or "adopted". `files` and `kinds` (PassageKind values) are for inner use.
    """

    types: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    status: str | None = None
    in_force_on: str | None = None
    dnr: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it asks nothing."""
        return self == Filter()
