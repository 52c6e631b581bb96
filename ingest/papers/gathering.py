"""Gathers tied units into matters: strongest ties first, and none that would join two motions into one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.papers.matters import alike
from ingest.papers.several import Motion, deals_with_several, motion_of, numbered_by
from ingest.papers.tie import Edge, contradicts
from ingest.papers.ties import edges, names
from ingest.papers.units import Unit

CERTAIN = 5.0
"""Ties from this strength on (diarienummer, motion number, appended) hold whatever the titles say."""

TELLS_OF = 4.0
"""Ties from this strength on (a number, a demand's wording) tell that a paper on several motions is on this one."""


@dataclass(slots=True)
class Matter:
    """Units of one matter, with the reason each was tied for.

    A § that decides several motions, each named by its title, is of the matter of each; `others` has the keys of the
    titles of the other motions that such a unit (by id) decides. `motions` has, for each unit on several motions that
    does not name them so, this matter's motion and then the others.
    """

    units: list[Unit]
    reasons: dict[int, str] = field(default_factory=dict)
    others: dict[int, tuple[str, ...]] = field(default_factory=dict)
    motions: dict[int, tuple[Motion, ...]] = field(default_factory=dict)


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


def _gathered(found: Sequence[Edge], units: Sequence[Unit], apart: Mapping[int, object]) -> dict[int, Matter]:
    """The matter of each unit, those `apart` alone in theirs."""
    home: dict[int, Matter] = {index: Matter([unit]) for index, unit in enumerate(units)}
    place = {id(unit): index for index, unit in enumerate(units)}
    for edge in found:
        first, second = home[edge.first], home[edge.second]
        if first is second or edge.first in apart or edge.second in apart or _two_motions(first, second):
            continue
        if edge.strength < CERTAIN and _conflict(first, second):
            continue
        _joined(first, second, edge, units)
        for unit in second.units:
            home[place[id(unit)]] = first
    return home


def _places(
    found: Sequence[Edge], units: Sequence[Unit], apart: Sequence[int], home: Mapping[int, Matter]
) -> dict[int, list[Matter]]:
    """The matters that each unit on several motions is tied to, and those that another one of its numbers is."""
    places: dict[int, list[Matter]] = {index: [] for index in apart}
    for edge in found:
        for own, other in ((edge.first, edge.second), (edge.second, edge.first)):
            tells = edge.strength >= TELLS_OF and own in places and other not in places
            if tells and all(home[other] is not one for one in places[own]):
                places[own].append(home[other])
    for own in apart:
        for other in apart:
            if units[own].numbers and units[own].numbers == units[other].numbers:
                places[own] += [m for m in places[other] if all(m is not one for one in places[own])]
    return places


def _tells_mover(matter: Matter, motion: Matter) -> bool:
    """Whether the papers of a matter name who put the motion."""
    movers = {person for unit in motion.units for person in unit.putters}
    return any(name in paragraph.text for unit in matter.units for paragraph in unit.paragraphs for name in movers)


def _bridged(places: Sequence[Matter]) -> Iterator[tuple[Matter, Matter]]:
    """The motions without a number, each with the one numbered matter without a motion that names its mover."""
    asked = [matter for matter in places if any(unit.is_motion for unit in matter.units)]
    others = [matter for matter in places if all(matter is not one for one in asked)]
    for motion in asked:
        fit = [matter for matter in others if _tells_mover(matter, motion) and not _conflict(matter, motion)]
        rivals = [one for one in asked if one is not motion and any(_tells_mover(matter, one) for matter in fit)]
        if len(fit) == 1 and not rivals:
            yield motion, fit[0]


def _unite(places: dict[int, list[Matter]], home: dict[int, Matter], units: Sequence[Unit]) -> None:
    """Join the matters that only the paper on several motions ties: a motion and the minutes that name its mover."""
    for index, own in places.items():
        for motion, matter in list(_bridged(own)):
            edge = Edge(index, index, TELLS_OF, "motionären nämns, och svaret gäller båda")
            _joined(motion, matter, edge, units)
            for at, one in home.items():
                home[at] = motion if one is matter else one
            for held in places.values():
                known = [motion if one is matter else one for one in held]
                held[:] = [one for at, one in enumerate(known) if all(one is not before for before in known[:at])]


def _told_apart(unit: Unit, places: Sequence[Matter]) -> list[Motion]:
    """What the motions of these matters are told by; the one without a number has the unit's number that is left.

    Where one matter alone is known there is another motion, of which no more is known than those numbers.
    """
    motions = list(numbered_by(unit, [motion_of(matter.units) for matter in places]))
    left = unit.numbers - {number for motion in motions for number in motion.numbers}
    without = [index for index, motion in enumerate(motions) if not motion.numbers & unit.numbers]
    if len(left) == 1 and len(without) == 1:
        motions[without[0]] = replace(motions[without[0]], numbers=motions[without[0]].numbers | left)
        left = frozenset()
    return motions if len(motions) > 1 else [*motions, Motion(numbers=left)]


def _put(places: Mapping[int, Sequence[Matter]], units: Sequence[Unit]) -> None:
    """Put each unit on several motions into the matter of each."""
    told = {index: _told_apart(units[index], own) for index, own in places.items()}
    for index, own in places.items():
        unit, motions = units[index], told[index]
        for at, matter in enumerate(own):
            called = next((one.matter for one in matter.units if one.is_motion), matter.units[0].matter)
            matter.units.append(unit)
            matter.reasons[id(unit)] = f"om flera motioner, bland dem ”{called}”"
            matter.motions[id(unit)] = (motions[at], *(one for i, one in enumerate(motions) if i != at))


def gather(units: Sequence[Unit]) -> tuple[Matter, ...]:
    """The matters that the units make, in the order of their first units."""
    found = edges(units)
    places: dict[int, list[Matter]] = {i: [] for i, unit in enumerate(units) if deals_with_several(unit)}
    while True:
        home = _gathered(found, units, places)
        apart = tuple(places)
        places = _places(found, units, apart, home)
        _unite(places, home, units)
        places = {index: own for index, own in places.items() if own}
        if len(places) == len(apart):
            break
    home = {index: matter for index, matter in home.items() if index not in places}
    _put(places, units)
    _share(found, units, home)
    matters = {id(matter): matter for matter in home.values()}
    for matter in matters.values():
        matter.units.sort(key=lambda unit: (unit.date or "9999", unit.file, unit.part.first))
    return tuple(matters.values())
