"""What lists of motions tell: an account of those not yet answered, or a § that makes new ones known, gives with each
motion's title the diarienummer under which its answer will stand, be the answer called what it may.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus import diarienummer
from corpus.petition import SHORTEST_NAME
from ingest.papers.matters import matter_of, squeeze
from ingest.papers.units import Unit

_LISTS = re.compile(r"\bmotioner(?:na)?\b|\bny(?:\s+inkommen)?\s+motion\b|\banmälan\s+av\s+motion", re.IGNORECASE)
LONGEST_ENTRY = 300
"""Characters of the longest line or row that names one motion."""


@lru_cache(maxsize=1024)
def _entry(text: str, cells: tuple[str, ...]) -> tuple[str, frozenset[str]] | None:
    """The one diarienummer of a line or row, comparable, with what its cells or words may name, squeezed."""
    pieces = cells or (text,)
    numbers = [one for one in diarienummer.find(text) if one.labelled or one.written[:1].isalpha()]
    written = {one.written for one in numbers} | {cell.strip() for cell in cells if _ALONE.fullmatch(cell.strip())}
    if len({diarienummer.normalise(one) for one in written}) != 1:
        return None
    number = diarienummer.normalise(next(iter(written)))
    printed = re.compile(rf"(?:{_LABEL})?(?:{'|'.join(map(re.escape, written))})", re.IGNORECASE)
    bare = (printed.sub("", piece) for piece in pieces)
    titles = frozenset(squeeze(matter_of(piece)) for piece in bare if len(squeeze(piece)) >= SHORTEST_NAME)
    return number, titles


_LABEL = r"\b(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer)\.?\s*:?\s*"
_ALONE = re.compile(r"(?:[A-ZÅÄÖ]{1,6}[ /-]?)?(?:19|20)?\d\d(?:[A-ZÅÄÖ]{2,6}\s?|[-/:.])\d{1,5}")
"""A diarienummer that is all of its cell ("23KS169", "KS 2023-169")."""


def registered_in(unit: Unit) -> frozenset[tuple[str, str]]:
    """What a list of motions may call each and its diarienummer, both comparable: ("fribuss", "KS 2023-169"); nothing
    where the paper is no such list."""
    if unit.is_motion or not _LISTS.search(unit.title):
        return frozenset()
    entries = (_entry(p.text, p.cells) for p in unit.paragraphs if len(p.text) <= LONGEST_ENTRY)
    return frozenset((title, entry[0]) for entry in entries if entry for title in entry[1])
