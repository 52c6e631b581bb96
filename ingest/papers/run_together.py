"""Cuts the outcomes that one sentence of an item runs together: "avslå …, att bifalla … samt att anse …"."""

from __future__ import annotations

import re

from ingest.papers.pointers import anothers_points, pointers_in, without_anothers

_NEXT_ATT = re.compile(r"\s*(?:[,;.]\s*|,?\s+)(?:samt\s+|och\s+|dels\s+)?att\s+(?=\w)", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"\b(?:för|så|av|om|genom|innebär|anser|motivering\w*|föreslår?(?:\s+\w+){1,3})$", re.IGNORECASE
)
"""Before "att": it belongs to the item's own words ("med motiveringen att", "för att")."""
_ON_TO_PROPOSE = re.compile(r"\s*,?\s+(?:samt|och)\s+(?=(?:att\s+)?föreslår?\s+[\wåäö-]*(?:fullmäktige|styrelsen)\b)")
"""Where a board goes on from what it decides itself: "…, samt föreslår kommunfullmäktige att …"."""
_INFINITIVE = re.compile(
    r"^(?:(?!att\b)\w+\s+){0,3}?(?:avslå|bifalla|anse|besvara|återremittera|bordlägga|godkänna|anta|fastställa|ge|uppdra|notera|"
    r"lägga|överlämna|tillstyrka|avstyrka|upphäva|delegera|avsätta|bevilja|utse|välja|ställa|avge|lämna|inte|hänskjuta|"
    r"remittera|förklara)\b",
    re.IGNORECASE,
)


def pieces_of(text: str) -> tuple[str, ...]:
    """The outcomes in order; the text alone where there is one."""
    text = re.sub(r"^\d{1,2}\s+(?=att\b)", "", text.strip())
    joints = (m for m in _NEXT_ATT.finditer(text) if m.start() and not _SUBORDINATE.search(text[: m.start()]))
    cuts = [m for m in joints if _INFINITIVE.match(text[m.end() :]) and not _goes_on_with_points(text, m)]
    cuts = sorted([*cuts, *_ON_TO_PROPOSE.finditer(text)], key=re.Match.start)
    if not cuts or not _INFINITIVE.match(re.sub(r"^att\s+", "", text, flags=re.IGNORECASE)):
        return (text,)
    bounds = [0, *(m.end() - len(_att(m[0])) for m in cuts)]
    ends = [*(m.start() for m in cuts), len(text)]
    pieces = (text[a:b].strip() for a, b in zip(bounds, ends, strict=True))
    return tuple(piece for piece in pieces if piece.lower() not in ("dels", "att", ""))


def _goes_on_with_points(text: str, joint: re.Match[str]) -> bool:
    """Whether the next outcome is of points of the proposal just named: only together do they tell whose points."""
    called = anothers_points(text[: joint.start()])
    after = re.split(r"[,;.]\s|\s(?:samt|och)\s+att\s", text[joint.end() :])[0]
    before = pointers_in(after)
    return without_anothers(before, after, called) != before


def _att(joint: str) -> str:
    return joint[joint.lower().rindex("att") :] if "att" in joint.lower() else ""
