"""What a decision is about that has no subject, or only "förslaget": its title's motion, or what was proposed before.

"Motion om bänkar" above "har avslagits."; "Bifalles enligt kommunstyrelsens förslag", which may be one to reject it.
"""

from __future__ import annotations

import re

from ingest.papers.bodies import mentions

_BARE = re.compile(
    r"(?:att\s+)?(?:(?:har|ska|skall|är|blir)\s+)?(?:därmed\s+|härmed\s+)?"
    r"(?:avslås|avslagits|avslogs|avslå|avslag|bifalls|bifalles|bifallits|bifölls|bifalla|bifall|besvaras|besvarats"
    r"|(?:(?:anses?|ansågs)\s+(?:därmed\s+|härmed\s+|vara\s+)?)?besvara[dt]|(?:återremitteras|bordläggs)(?:\s+till\b)?)\b"
    r"\s*(?:$|[.,;]|(?<=\still)|(?:med\s+(?:hänvisning|motivering)|enligt|eftersom|då|mot\s+bakgrund)\b)",
    re.IGNORECASE,
)
_ADOPT = r"(?:bif[aö]ll\w*|godkän\w+|anta(?:s|r|ga|gits)?|antog)"
_PROPOSAL = r"(?P<whose>[^.;,]{0,60}?)(?:besluts)?förslag(?:et)?(?:\s+till\s+beslut)?"
_AS_PROPOSED = (
    re.compile(
        rf"(?:att\s+)?(?:har\s+)?{_ADOPT}\s+(?:(?:enligt|i\s+enlighet\s+med|till|på)\s+)?{_PROPOSAL}\W*$", re.IGNORECASE
    ),
    re.compile(rf"{_PROPOSAL}\s+(?:har\s+)?(?:{_ADOPT}|vinner\s+bifall|vann\s+bifall)\W*$", re.IGNORECASE),
)


def is_bare(text: str) -> bool:
    """Whether a decision begins with its verb and says nothing of what it is about."""
    return _BARE.match(text.strip()) is not None


def as_proposed(text: str) -> bool:
    """Whether a decision only follows a proposal: "Bifalles enligt kommunstyrelsens förslag", "Förslaget antas"."""
    text = text.strip()
    if (subject := mentions(text)) and not subject[0].start and not text[: subject[0].end].lower().endswith("s"):
        text = text[subject[0].end :].strip()
    whose = [match["whose"].strip() for one in _AS_PROPOSED if (match := one.match(text))]
    return any(not one or one.lower() in ("liggande", "föreliggande") or _is_bodys(one) for one in whose)


def _is_bodys(whose: str) -> bool:
    """Whether "kommunstyrelsens" is all that stands before "förslag"."""
    found = mentions(whose)
    return len(found) == 1 and not found[0].start and len(whose) - found[0].end <= 1
