"""Which words say that a paper asks, or repeats what another asks: those of `vocabulary/demands.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ingest.papers.phrases import phrase_pattern, phrases
from ingest.papers.tables import mapping, table

REACH = 160
"""Characters from the verb that asks to the "att" of its first demand."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Patterns. `asks` finds a verb that asks, `wishes` begins with a weak one; `names` finds a phrase that names a
    motion's demands, `petitioner` who asks; `counts` says how many demands follow; `asker` ends with who puts a motion
    (a member with party letters, a party, "motionären"), `asker_anywhere` finds one; `opens_list` ends a sentence
    before a list of demands; `run_in` finds a verb that asks up to the "att" of the demand that follows in the
    sentence; `bids` begins a sentence that asks in itself ("Bygg en bro."); `initiative` finds what a member puts to
    the own board."""

    asks: re.Pattern[str]
    wishes: re.Pattern[str]
    names: re.Pattern[str]
    petitioner: re.Pattern[str]
    counts: re.Pattern[str]
    asker: re.Pattern[str]
    asker_anywhere: re.Pattern[str]
    opens_list: re.Pattern[str]
    run_in: re.Pattern[str]
    bids: re.Pattern[str]
    initiative: re.Pattern[str]


def _words(group: str, *keys: str) -> str:
    items = [item for key in keys for item in table("demands")[group][key]]
    return "|".join(phrase_pattern(item) for item in sorted(items, key=len, reverse=True))


@cache
def asking() -> Asking:
    """The patterns, made once."""
    verbs, between = _words("asking", "verbs", "wishes"), _words("asking", "between")
    puts = _words("asking", "puts")
    papers, demands, people = (_words("petition", key) for key in ("papers", "demands", "people"))
    ends = (
        r":|\batt:?|\bska(?:ll)?|\bbeslut(?:a|ar|at|as)?(?:\s+att)?:?|\bföljande:?|\bär:?|\blyder:?",
        rf"\b(?:{verbs})(?:\s+(?:{between}))*:?",
        rf"\b(?:{puts}):?",
        r"\bföljande\s+(?:förslag|yrkanden?|att-satser|punkter|krav|lydelse)\.",
    )
    party = r"\((?-i:[A-ZÅÄÖ]{1,4})\)|partiet\b"
    parties = "|".join(re.escape(name) for name in mapping("parties", "namn"))
    who = (
        rf"\((?-i:(?:båda\s+)?[A-ZÅÄÖ]{{1,4}})\)|\b(?:{parties}|motionär\w*|förslagsställar\w*|(?:en\s+)?medborgare\w*)"
    )
    return Asking(
        asks=phrases([phrase for key in ("verbs", "wishes", "puts") for phrase in table("demands")["asking"][key]]),
        wishes=re.compile(_words("asking", "wishes"), re.IGNORECASE),
        names=re.compile(
            rf"\b(?:{papers})\b.*\b(?:{demands}|att)\b|\b(?:{demands})\b.*\b(?:{papers})\b", re.IGNORECASE
        ),
        counts=phrases(table("demands")["asking"]["counts"]),
        petitioner=re.compile(rf"\b(?:{papers}|{people})\b|{party}", re.IGNORECASE),
        asker=re.compile(
            rf"(?:{who}|(?-i:[A-ZÅÄÖ][\wåäöé-]+\s+[A-ZÅÄÖ][\wåäöé-]+))(?:\s+(?:genom\s+)?[\wåäö,]+){{0,4}}\s*$",
            re.IGNORECASE,
        ),
        asker_anywhere=re.compile(who, re.IGNORECASE),
        bids=re.compile(rf"(?:{_words('asking', 'bidding')})\b", re.IGNORECASE),
        initiative=re.compile(rf"\b(?:{_words('petition', 'initiatives')})", re.IGNORECASE),
        opens_list=re.compile(rf"(?:{'|'.join(ends)})$", re.IGNORECASE),
        run_in=re.compile(rf"\b(?:{verbs})\b[^.;]{{0,{REACH}}}?\b(?<!\w-)att\s+|\b(?:{puts})\s+att\s+", re.IGNORECASE),
    )
