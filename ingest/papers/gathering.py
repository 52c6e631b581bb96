"""Gathers tied units into matters: strongest ties first, and none that would join two motions into one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.papers.matters import alike
from ingest.papers.ties import Edge, contradicts, edges, names
from ingest.papers.units import Unit

CERTAIN = 5.0
"""Ties from this strength on (diarienummer, motion number, appended) hold whatever the titles say."""


@dataclass(slots=True)
class Matter:
    """Units of one matter, with the reason each was tied for.

    A § that decides several motions, each named by its title, is of the matter of each; `others` has the keys of the
    titles of the other motions that such a unit (by id) decides.
    """

    units: list[Unit]
    reasons: dict[int, str] = field(default_factory=dict)
    others: dict[int, tuple[str, ...]] = field(default_factory=dict)


def _two_motions(first: Matter, second: Matter) -> bool:
    """Whether joining would put two different motions into one matter."""
    mine = [unit for unit in first.units if unit.is_motion]
    yours = [unit for unit in second.units if unit.is_motion]
    return any(alike(a.matter, b.matter) < 0.8 or a.date != b.date for a in mine for b in yours)


def _conflict(first: Matter, second: Matter) -> bool:
    return any(contradicts(a, b) for a in first.units for b in second.units)


def _joined(into: Matter, other: Matter, edge: Edge, units: Sequence[Unit]) -> None:
    for end in (edge.first, edge.second):
        into.reasons.setdefault(id(units[end]), edge.reason)
    for key, reason in other.reasons.items():
        into.reasons.setdefault(key, reason)
    into.units += other.units


def _share(found: Sequence[Edge], units: Sequence[Unit], home: dict[int, Matter]) -> None:
    """Put each § that names several motions into the matter of each, and what bears the same diarienummer as it."""
    named: dict[int, dict[int, Matter]] = {}
    for edge in found:
        for own, motion in ((edge.first, edge.second), (edge.second, edge.first)):
            if names(units[own], units[motion]):
                named.setdefault(own, {})[motion] = home[motion]
    for own in sorted(named):
        for index, unit in enumerate(units):
            if unit.on_motion and len(unit.numbers) > 1 and unit.numbers == units[own].numbers:
                named.setdefault(index, {}).update(named[own])
    for own, motions in named.items():
        for motion, into in motions.items():
            unit = units[own]
            if all(other is not unit for other in into.units):
                into.units.append(unit)
                into.reasons[id(unit)] = f"om flera motioner, bland dem ”{units[motion].matter}”"
            others = (units[other].matter_key for other, place in motions.items() if place is not into)
            into.others[id(unit)] = tuple(sorted(others))


def gather(units: Sequence[Unit]) -> tuple[Matter, ...]:
    """The matters that the units make, in the order of their first units."""
    home: dict[int, Matter] = {index: Matter([unit]) for index, unit in enumerate(units)}
    place = {id(unit): index for index, unit in enumerate(units)}
    found = edges(units)
    for edge in found:
        first, second = home[edge.first], home[edge.second]
        if first is second or _two_motions(first, second):
            continue
        if edge.strength < CERTAIN and _conflict(first, second):
            continue
        _joined(first, second, edge, units)
        for unit in second.units:
            home[place[id(unit)]] = first
    _share(found, units, home)
    matters = {id(matter): matter for matter in home.values()}
    for matter in matters.values():
        matter.units.sort(key=lambda unit: (unit.date or "9999", unit.file, unit.part.first))
    return tuple(matters.values())
