"""What is said around a demand and is the same in all of them, taken off before it is searched for."""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"""^\s*(?:\d+[.)]\s*)?(?:
    (?:riksdagen|kommunfullmäktige|fullmäktige|regionfullmäktige|kommunstyrelsen|nämnden)\s+
      (?:ställer\s+sig\s+bakom\s+(?:det\s+)?som\s+anförs\s+i\s+motionen\s+(?:om\s+(?:att\s+)?)?
       |tillkännager\s+för\s+regeringen\s+(?:som\s+sin\s+mening\s+)?(?:vad\s+som\s+anförs\s+i\s+motionen\s+)?(?:om\s+(?:att\s+)?)?
       |beslutar\s+(?:att\s+)?)
    |(?:jag|vi|undertecknade?|\w+partiet|moderaterna|liberalerna|(?:social|kristdemo|sverige)\w*demokraterna)\s+
      (?:yrkar|föreslår|hemställer|vill)\s+(?:därför\s+|härmed\s+)?(?:att\s*:?\s*)?
    |att\s+)""",
    re.IGNORECASE | re.VERBOSE,
)
_AFTER = re.compile(
    r"\s*(?:,?\s*och\s+(?:detta\s+)?(?:tillkännager\s+(?:riksdagen\s+)?detta\s+(?:för|till)\s+regeringen|ger\s+regeringen\s+detta\s+till\s*känna))"
    r"\s*\.?\s*$",
    re.IGNORECASE,
)
SHORTEST_LEFT = 3
"""Words that must be left; else the text is searched for as it is."""


def without_boilerplate(text: str) -> str:
    """The words of a demand that say what it is about; `text` itself where nothing is boilerplate."""
    left = _AFTER.sub("", " ".join(text.split()))  # a run of blanks would take the pattern the cube of its length
    while (cut := _BEFORE.sub("", left, count=1)) != left:
        left = cut
    return left.strip() if len(left.split()) >= SHORTEST_LEFT else text.strip()
