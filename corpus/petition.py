"""What somebody asks the municipality to do, by the words that papers have for it."""

from __future__ import annotations

import re

_OWN_NAME = r"\b(?!besluts|ändrings|tilläggs|budget|samråds|gransknings)[\wåäö]{3,}s(?:förslag|initiativ)(?:et)?,?\s+"
_SERIAL = r"(?:(?:nr|nummer)\b|(?!(?:19|20)\d\d\b)\d{3,6}(?![\w:/-]))"
RESIDENTS = re.compile(
    rf"medborgarförslag|medborgarmotion|medborgarinitiativ|e-förslag|invånarförslag|folkinitiativ|{_OWN_NAME}{_SERIAL}",
    re.IGNORECASE,
)
"""A proposal from the inhabitants, in any form of the word; a municipality's own name for these is known by its number
("Bodarpsförslag nr 12", "Bodarpsförslag 12883")."""
NUMBERED = re.compile(
    rf"\b(?:(?:medborgarförslag|e-förslag|invånarförslag)(?:et)?\s+(?:nr\.?|nummer)?\s*(?=\d)|{_OWN_NAME}(?:(?:nr\.?|nummer)\s*)?(?=\d))"
    r"[\d:/-]+",
    re.IGNORECASE,
)
"""One of these by its number: "Bodarpsförslag 12883", "Medborgarförslag 2024:12"."""
PETITION = re.compile(rf"\bmotion|{RESIDENTS.pattern}", re.IGNORECASE)
"""A motion or a proposal from the inhabitants."""
PROPOSER = re.compile(
    r"(?:namn|förslagsställare|motionär|(?:in(?:lämna|skicka|sän)t|lämnat|skickat) av)\b"
    r"[^|:]{0,20}(?:\| *|: *)(?P<name>\S.*)",
    re.IGNORECASE,
)
"""A form's line for who it is that proposes; what stands there, should it be a name, is how later papers know them."""
_NAMING = re.compile(r"\b[Mm]otionen\s+[\"”“»']?(?=[A-ZÅÄÖ])")
SHORTEST_NAME = 8
"""Letters of the shortest title by which a motion is told from others."""
LONGEST_NAME = 12
"""Words of the longest."""


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())


def motions_named(text: str) -> tuple[tuple[str, ...], ...]:
    """For each "motionen" that is named by its title, what the title may be: the first words after it, one, two and so
    on, squeezed to their letters ("motionen Fri buss avslås" → fribuss, fribussavslås)."""
    found = []
    for match in _NAMING.finditer(text):
        words = text[match.end() :].split()[:LONGEST_NAME]
        names = (_letters(" ".join(words[:count])) for count in range(1, len(words) + 1))
        found.append(tuple(name for name in names if len(name) >= SHORTEST_NAME))
    return tuple(found)


def names_motion(text: str, title: str) -> bool:
    """Whether a text names the motion of that title: "motionen Svensk mat på skolbordet avslås"."""
    return any(_letters(title) in names for names in motions_named(text))
