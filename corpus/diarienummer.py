"""What a diarienummer is: found in text in every spelling that municipalities use, kept as written, made comparable.

The same matter is `KS 2021-845`, `KS/2021:845`, `KS2021/0845` or `2021.845 KS`; all of them normalise to `KS 2021-845`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

_NOT_REGISTERS = (
    "AFS BFS BBR COM DIR DS EG EKS EU FFS FN HFD HSLF ISBN ISSN ISO JO KIFS KKV LVFS MIG MOTION MSBFS MÖD NFS NJA PROP "
    "PTSFS "
    "RA RH RÅ SCB SFS SIS SJVFS SKOLFS SKR SOSFS SOU SS SSMFS SVK TFS TSFS VVFS"
)
NOT_REGISTERS = frozenset(re.split(" ", _NOT_REGISTERS))
"""Series of laws, reports and cases whose numbers look like a diarienummer ("SFS 2010-800", "SOU 2021:12")."""

_LABEL = (
    r"(?:dnr|d\.nr|diarie(?:nummer|nr|beteckning)|ärende(?:nummer|nr|beteckning|-?id)|ärende(?=\s*:)|"
    r"vår(?:t)?\s+(?:ref(?:erens)?\.?|beteckning|dnr|diarienummer)|beteckning|registreringsnummer)"
)
_BOARD = r"[A-ZÅÄÖ]{2,8}"
_YEAR = r"(?:19[89]|20[0-4])\d"
_END = r"(?![\d\w])(?!-\d{2}\b)"  # KF 2015-03-24 is a date
_WITH_BOARD = re.compile(
    rf"(?<![\w/])(?P<board>{_BOARD})[\s.\-/]{{0,2}}(?P<year>{_YEAR})\s?[-/:.]\s?(?P<serial>\d{{1,6}})(?:[-:]\d{{1,3}}(?![.\d]))?{_END}"
)
_BOARD_LAST = re.compile(
    rf"(?<![\w/.\-])(?P<year>{_YEAR})\s?[-/:.]\s?(?P<serial>\d{{1,6}})[\s-]{{1,2}}(?P<board>{_BOARD})(?!\w)"
    r"(?!\s?[-/:]?\d{2,4}[-/:.]\d)"
)
_BOARD_NUMBERED = re.compile(rf"(?<![\w/])(?P<board>[A-ZÅÄÖ]\d{{3}})-(?P<serial>\d{{3,5}})/(?P<year>\d{{2}}){_END}")
_SHORT_YEAR = re.compile(rf"(?<![\w/])(?P<board>{_BOARD})[\s-]?(?P<year>\d{{2}})[/:-](?P<serial>\d{{2,6}}){_END}")
_BOARD_BETWEEN = re.compile(rf"(?<![\w/])(?P<year>{_YEAR}|\d{{2}})(?P<board>{_BOARD})(?P<serial>\d{{1,6}}){_END}")
_YEAR_BOARD = re.compile(
    rf"(?<![\w/.\-])(?P<year>{_YEAR})\s?/\s?(?P<board>{_BOARD})[\s/-]\s?(?P<serial>\d{{2,6}}){_END}"
)
_MIXED_BOARD = re.compile(
    rf"(?<![\w/])(?P<board>[A-ZÅÄÖ][a-zåäö]{{1,4}})[\s/-](?P<year>{_YEAR})\s?[-/:]\s?(?P<serial>\d{{1,6}})(?:[-:]\d{{1,3}}(?![.\d]))?{_END}"
)
_BOARD_SERIAL = re.compile(
    rf"(?<![\w/])(?P<board>[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{{1,4}})\s(?P<serial>\d{{1,6}})/(?P<year>{_YEAR}|(?<=\d{{3}}/)\d{{2}}){_END}"
)
_BARE = re.compile(
    rf"(?<![\w/.\-:])(?P<year>{_YEAR})\s?[-/:.]\s?(?P<serial>\d{{1,6}})(?:[-:]\d{{1,3}}(?![.\d]))?{_END}"
)
_SHORT_YEAR_FIRST = re.compile(rf"(?<![\w/.\-:])(?P<year>\d{{2}})/(?P<serial>\d{{3,6}})(?:-\d{{1,3}})?{_END}")
_SERIAL_FIRST = re.compile(rf"(?<![\w/.\-:])(?P<serial>\d{{1,6}})[/-](?P<year>{_YEAR}|\d{{2}}){_END}")
_CLASS_GLUED = re.compile(
    rf"(?<![\w/.\-:])(?P<serial>\d{{1,6}})/(?P<year>{_YEAR})(?=\d{{1,2}}(?:\.\d{{1,2}})*\.(?!\d))"
)
"""Before the matter's code in the diarieplan, set without a space: "00123/20212.6."."""
_LABELLED = re.compile(rf"(?<!\w){_LABEL}\s*[.:]?\s*", re.IGNORECASE)
_PLAN_CODE = re.compile(r"(?:[\s.-]{1,3}(?:\d{3}|\d{1,2}(?:\.\d{1,2}){1,3})|[\s.-]{0,3}\d{1,2}(?:\.\d{1,2})*\.)?\s*")
"""What may follow a number that stands alone: the matter's code in the diarieplan."""
_NEXT = re.compile(r"\s*(?:,|;|och|samt|\|)\s*")


@dataclass(frozen=True, slots=True)
class Diarienummer:
    """One diarienummer in a text: as written (without "Dnr"), its half-open span, and whether a label stood before."""

    written: str
    start: int
    end: int
    labelled: bool


def _tidy(written: str) -> str:
    return " ".join(written.split())


_HYPHENS = str.maketrans("‐‑−", "---")
_SPELLINGS = (
    _WITH_BOARD,
    _BOARD_LAST,
    _BOARD_NUMBERED,
    _YEAR_BOARD,
    _MIXED_BOARD,
    _BOARD_SERIAL,
    _SHORT_YEAR,
    _BOARD_BETWEEN,
    _BARE,
    _SHORT_YEAR_FIRST,
    _SERIAL_FIRST,
    _CLASS_GLUED,
)
BELIEVED = 4
"""Spellings, in the order they are tried, that are believed without a label."""


def _plausible(match: re.Match[str]) -> bool:
    board = match.groupdict().get("board")
    return board is None or board.upper() not in NOT_REGISTERS


def _dates_aside(match: re.Match[str], text: str) -> bool:
    """False where year and serial are the beginning of a date, or a span of years such as 2020-2026."""
    serial, year_end = match["serial"], match.end("year")
    mark = text[year_end : match.start("serial")].strip() if year_end <= match.start("serial") else ""
    after = text[match.end("serial") : match.end("serial") + 4]
    day = mark and re.match(rf"{re.escape(mark)}\d\d?(?!\d)", after) and int(serial) <= 12
    return not day and not re.fullmatch(_YEAR, serial)


def _labelled(text: str) -> Iterable[Diarienummer]:
    for label in _LABELLED.finditer(text):
        at = label.end()
        while match := next((m for spelling in _SPELLINGS if (m := spelling.match(text, at))), None):
            if not _plausible(match) or not (_dates_aside(match, text) or match.groupdict().get("board")):
                break
            yield Diarienummer(_tidy(match[0]), match.start(), match.end(), True)
            step = _NEXT.match(text, match.end())
            if step is None:
                break
            at = step.end()


def _alone(text: str) -> Iterable[Diarienummer]:
    """The number that is the whole text, perhaps with its code in the diarieplan: "Ks 2021/118 821"."""
    for spelling in (_MIXED_BOARD, _BOARD_SERIAL):
        match = spelling.match(text)
        if match and _plausible(match) and _dates_aside(match, text) and _PLAN_CODE.fullmatch(text, match.end()):
            yield Diarienummer(_tidy(match[0]), match.start(), match.end(), False)
            return


def whole(text: str) -> Diarienummer | None:
    """The number that is the whole text, labelled or not, in any spelling, perhaps with its code in the diarieplan."""
    label = _LABELLED.match(text)
    at = label.end() if label else 0
    for spelling in _SPELLINGS:
        match = spelling.match(text, at)
        if match and _plausible(match) and _dates_aside(match, text) and _PLAN_CODE.fullmatch(text, match.end()):
            return Diarienummer(_tidy(match[0]), match.start(), match.end(), label is not None)
    return None


def find(text: str) -> tuple[Diarienummer, ...]:
    """Every diarienummer in `text`, in order, each span once.

    Without a label ("Dnr", "Diarienummer", "Ärendenummer") only a number with its board's letters counts, and where
    only the first of these is a capital ("Ks 2021/118") only if it stands alone.
    """
    printed, text = text, text.translate(_HYPHENS)
    found: list[Diarienummer] = list(_labelled(text)) or list(_alone(text))
    for pattern in _SPELLINGS[:BELIEVED]:
        for match in pattern.finditer(text):
            if (
                _plausible(match)
                and _dates_aside(match, text)
                and not any(f.start < match.end() and match.start() < f.end for f in found)
            ):
                found.append(Diarienummer(_tidy(match[0]), match.start(), match.end(), False))
    kept = (replace(one, written=_tidy(printed[one.start : one.end])) for one in found)
    return tuple(sorted(kept, key=lambda one: one.start))


def _parsed(written: str) -> tuple[str, str, int] | None:
    text = _LABELLED.sub("", " ".join(written.split()).translate(_HYPHENS))
    for pattern in _SPELLINGS:
        if match := pattern.search(text):
            year = match["year"]
            year = year if len(year) == 4 else ("19" if year >= "80" else "20") + year
            return ((match.groupdict().get("board") or "").upper(), year, int(match["serial"]))
    return None


def normalise(written: str) -> str:
    """The comparable form: `KS 2021-845`; `2021-845` without a board; the squeezed text where it is no diarienummer."""
    parsed = _parsed(written)
    if parsed is None:
        return " ".join(written.upper().split())
    board, year, serial = parsed
    return f"{board} {year}-{serial}".strip()


def same(first: str, second: str) -> bool:
    """Whether two spellings name the same matter; a number without its board's letters matches any board."""
    a, b = _parsed(first), _parsed(second)
    if a is None or b is None:
        return normalise(first) == normalise(second)
    return a[1:] == b[1:] and (a[0] == b[0] or not a[0] or not b[0])


def unique(written: Iterable[str]) -> tuple[str, ...]:
    """The spellings in order, each matter once: the first way it was written stays."""
    kept: dict[str, str] = {}
    for one in written:
        kept.setdefault(normalise(one), one)
    return tuple(kept.values())
