"""What a decision is about that has no subject, or only "förslaget": its title's motion, or what was proposed before.

"Motion om bänkar" above "har avslagits."; "Bifalles enligt kommunstyrelsens förslag", which may be one to reject it.
"""

from __future__ import annotations

import re

from ingest.papers.bodies import mentions

_BARE = re.compile(
    r"(?:att\s+)?(?:(?:har|ska|skall|är|blir)\s+)?(?:därmed\s+|härmed\s+)?"
    r"(?:avslås|avslagits|avslogs|avslå|avslag|bifalls|bifalles|bifallits|bifölls|bifalla|bifall|besvaras|besvarats"
    r"|(?:anses?|ansågs)\s+(?:därmed\s+|härmed\s+|vara\s+)?besvara[dt]|återremitteras|bordläggs)\b"
    r"\s*(?:$|[.,;]|(?:med\s+(?:hänvisning|motivering)|enligt|eftersom|då|mot\s+bakgrund)\b)",
    re.IGNORECASE,
)
_AS_PROPOSED = re.compile(
    r"(?:att\s+)?(?:har\s+)?bif[aö]ll\w*\s+(?:(?:enligt|i\s+enlighet\s+med|till|på)\s+)?(?P<whose>[^.;,]{0,60}?)"
    r"(?:besluts)?förslag(?:et)?\W*$",
    re.IGNORECASE,
)


def is_bare(text: str) -> bool:
    """Whether a decision begins with its verb and says nothing of what it is about."""
    return _BARE.match(text.strip()) is not None


def as_proposed(text: str) -> bool:
    """Whether a bare bifall follows a proposal: "Bifalles enligt kommunstyrelsens förslag", "Bifall till förslaget"."""
    match = _AS_PROPOSED.match(text.strip())
    if match is None:
        return False
    whose = match["whose"].strip()
    return not whose or whose.lower() in ("liggande", "föreliggande") or bool(mentions(whose))
