"""Decides what two papers must share to be compared at all: a number, a name, a day, words of a title or a demand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from zlib import crc32

from corpus.document import DocumentType
from corpus.petition import RESIDENTS, SHORTEST_NAME
from ingest.papers.matters import content
from ingest.papers.registered import registered_in
from ingest.papers.tie import is_telling
from ingest.papers.units import Unit


def _shingles(text: str) -> Iterator[str]:
    """Three of the hashes of a demand's runs of four words: like wordings share at least one."""
    tokens = re.findall(r"[a-zåäöéü0-9]+", text.lower())
    runs = {crc32(" ".join(tokens[i : i + 4]).encode()) for i in range(max(1, len(tokens) - 3))}
    yield from (f"krav:{run:08x}" for run in sorted(runs)[:3])


def identity_of(body: str | None, date: str | None, section: str | None) -> str | None:
    """The key of one § of one meeting, None where any of the three is not known."""
    return f"§:{body.lower()}|{date}|{section}" if body and date and section else None


def adopted_by(unit: Unit) -> str | None:
    """The § that a styrdokument says has adopted it."""
    adoption = unit.document.adoption if unit.section is None else None
    return identity_of(adoption.body, adoption.date, adoption.section) if adoption else None


def keys_of(unit: Unit) -> frozenset[str]:
    """What the unit may be tied by."""
    keys = {f"dnr:{number}" for number in unit.numbers | unit.head_numbers | unit.remitted_under}
    if unit.motion_number:
        keys.add(f"motion:{unit.motion_number}")
    keys |= {f"motion:{number}" for number in unit.told_numbers}
    keys |= {f"av:{name.lower()}" for name in unit.titled_movers}
    if unit.on_motion and is_telling(unit):
        keys.add(f"rubrik:{unit.matter_key}")
    if unit.on_motion and unit.section is None:
        keys |= {f"motionär:{person.name.lower()}" for person in unit.document.movers}
        keys |= {f"väckt:{day}" for day in days_put(unit)}
    if unit.on_motion and (unit.kind is DocumentType.MEDBORGARFORSLAG or RESIDENTS.search(unit.title)):
        keys |= {f"motionär:{name.lower()}" for name in unit.putters}
    if unit.is_motion and len(unit.matter_key) >= SHORTEST_NAME:
        keys.add(f"nämnd:{unit.matter_key}")
    keys |= {f"nämnd:{name}" for name in unit.motions_named}
    keys |= {f"väckte:{name.lower()}" for name in (unit.putters if unit.is_motion else unit.told_movers)}
    for title, number in registered_in(unit):
        keys |= {f"nämnd:{title}", f"dnr:{number}"}
    if unit.on_motion:
        telling = sorted(unit.words)[:6]
        keys |= {f"ord:{one}+{two}" for i, one in enumerate(telling) for two in telling[i + 1 :]}
    for demand in unit.demands:
        if len(content(demand.text)) >= 4:
            keys.update(_shingles(demand.text))
    own = identity_of(unit.part.body, unit.date, unit.section)
    named = (identity_of(r.body, r.date, r.section) for r in unit.references)
    return frozenset(keys | {key for key in (own, adopted_by(unit), *named) if key})


def days_put(unit: Unit) -> frozenset[str]:
    """The day a motion is dated, or an answer says that its motion was put."""
    if unit.is_motion:
        return frozenset({unit.date} if unit.date else ())
    inside = unit.part.first, unit.part.last
    told = (d for d in unit.document.dates if d.what == "motion" and d.paragraph is not None)
    return frozenset(d.date for d in told if inside[0] <= (d.paragraph or 0) <= inside[1])
