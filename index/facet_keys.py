"""How facets and filters become keys, for both engines: a filter is groups of keys, and one of each must be there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.diarienummer import normalise
from corpus.document import STYRDOKUMENT
from corpus.errors import FilterError
from corpus.passage import Facets
from index.filters import Filter

NO_DATE = 0
"""A date that is not known; no bound on dates lets it through."""
FOREVER = 99991231
_IN_FORCE = "force:yes"


@dataclass(frozen=True, slots=True)
class FacetRow:
    """A passage's facets as engines store them: keys, and dates as yyyymmdd (NO_DATE and FOREVER where open)."""

    keys: tuple[str, ...]
    date: int
    force_from: int
    force_to: int


@dataclass(frozen=True, slots=True)
class Conditions:
    """A filter as engines apply it: of each group one key must be there, and dates lie within (inclusive)."""

    groups: tuple[tuple[str, ...], ...]
    since: int | None = None
    until: int | None = None
    in_force_on: int | None = None

    def admit(self, row: FacetRow) -> bool:
        """Whether a passage with these facets passes; what the engines do set-wise, said for one row."""
        keys = set(row.keys)
        return (
            all(not keys.isdisjoint(group) for group in self.groups)
            and (self.since is None or row.date >= self.since)
            and (self.until is None or NO_DATE < row.date <= self.until)
            and (self.in_force_on is None or row.force_from <= self.in_force_on <= row.force_to)
        )


def facet_row(facets: Facets, *, file: str, kind: str) -> FacetRow:
    """The keys and dates of a passage."""
    keys = [f"type:{facets.type}", f"file:{file}", f"kind:{kind}"]
    keys += [f"body:{body_key(body)}" for body in facets.bodies]
    keys += [f"party:{party.upper()}" for party in facets.party]
    keys += [key for dnr in facets.dnr for key in _dnr_keys(dnr)]
    if facets.status:
        keys.append(f"status:{facets.status}")
    if facets.type in STYRDOKUMENT and not facets.replaced:
        keys.append(_IN_FORCE)
    return FacetRow(
        keys=tuple(dict.fromkeys(keys)),
        date=_day_or(facets.date, NO_DATE),
        force_from=_day_or(facets.in_force_from, NO_DATE),
        force_to=_day_or(facets.in_force_to, FOREVER),
    )


def conditions(where: Filter) -> Conditions:
    """What a filter asks, in keys.

    Raises:
        FilterError: a date is not ISO.
    """
    groups: list[Iterable[str]] = [
        (f"type:{value}" for value in where.types),
        (f"body:{body_key(value)}" for value in where.bodies),
        (f"party:{value.upper()}" for value in where.parties),
        (f"status:{where.status}",) if where.status else (),
        (key for value in where.dnr for key in _asked_dnr_keys(value)),
        (f"file:{value}" for value in where.files),
        (f"kind:{value}" for value in where.kinds),
        (_IN_FORCE,) if where.in_force_on else (),
    ]
    return Conditions(
        groups=tuple(keys for group in groups if (keys := tuple(dict.fromkeys(group)))),
        since=day(where.since) if where.since else None,
        until=day(where.until, last=True) if where.until else None,
        in_force_on=day(where.in_force_on) if where.in_force_on else None,
    )


def body_key(body: str) -> str:
    """A body's name without case, genitive s and odd spaces: "Kommunstyrelsens" and "kommunstyrelsen" are one."""
    return " ".join(word.removesuffix("s") for word in body.casefold().split())


def day(iso: str, *, last: bool = False) -> int:
    """An ISO date as yyyymmdd; of a year or month alone the first day, or the last that can be.

    Raises:
        FilterError: it is no ISO date.
    """
    parts = iso.strip()[:10].split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4 or len(parts) > 3:
        raise FilterError(f"Datumet {iso!r} kan inte tolkas.", hint="Skriv det som ÅÅÅÅ-MM-DD.")
    rest = ("12", "31") if last else ("1", "1")
    year, month, of_month = map(int, (*parts, *rest[len(parts) - 1 :]))
    return year * 10000 + month * 100 + of_month


def _day_or(iso: str | None, default: int) -> int:
    """A paper's date that is no date must not keep the paper out of the index."""
    try:
        return day(iso) if iso else default
    except FilterError:
        return default


def _dnr_keys(written: str) -> tuple[str, ...]:
    known = normalise(written)
    board, _, number = known.rpartition(" ")
    return (f"dnr:{known}", f"dnr:* {number}") if board else (f"dnr:{known}",)


def _asked_dnr_keys(written: str) -> tuple[str, ...]:
    """A number without its board's letters means any board, and a passage's may lack them too (corpus.diarienummer)."""
    known = normalise(written)
    board, _, number = known.rpartition(" ")
    return (f"dnr:{known}", f"dnr:{number}") if board else (f"dnr:{known}", f"dnr:* {number}")
