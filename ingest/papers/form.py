"""Weighs what form a paper has (minutes, officer's letter, motion …), from its build alone: form goes before subject."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from ingest.papers.headings import bare
from ingest.papers.paper import Paper
from ingest.papers.paragrafs import Start
from ingest.papers.tables import table


@dataclass(frozen=True, slots=True)
class Form:
    """Points for each form; `minutes` and `letter` say which build it has, if any."""

    minutes: int
    letter: int
    petition: int
    banners: tuple[str, ...]

    @property
    def is_minutes(self) -> bool:
        """Six points: one sign alone (a heading "Reservation" in a reglemente, a lone §) never makes minutes."""
        return self.minutes >= 6 and self.minutes > self.letter

    @property
    def is_letter(self) -> bool:
        """An officer's letter: a proposal under its own heading, or a banner, a sender and a receiver."""
        return not self.is_minutes and self.letter >= 4


_ATTENDANCE = re.compile(
    r"^(?:plats och tid|beslutande|närvarande(?: ledamöter)?|närvarolista|tjänstgörande|justerare|utses att justera|paragrafer|övriga deltagare)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"utdragsbestyrkande|justerandes? sign|justerarnas sign|justerares? sign|ordförandes? sign|protokollet är justerat|paragrafen (?:är|förklaras) (?:omedelbart )?justerad|vid protokollet|omedelbart justerad|rätt utdraget|bestyrks|signatur:?\s*_",
    re.IGNORECASE,
)
_COURSE = re.compile(
    r"^(?:yrkande|propositionsordning|beslutsgång|beslutsordning|omröstning|votering|reservation|protokollsanteckning|särskil(?:t|da) yttrande|anförande|framlagda förslag|förslag (?:till beslut )?på sammanträdet|deltar inte i|jäv\b|framställda)",
    re.IGNORECASE,
)
_BESLUT = re.compile(
    r"^(?:[\wåäö ,-]{0,60}s )?beslut(?:et|ar|ade)?(?: att)?$|^(?:[\wåäö ,-]{3,60}) beslutar?(?: att)?$", re.IGNORECASE
)
_PROPOSAL = re.compile(
    r"^(?:[\wåäö ,-]{0,60}s? )?förslag (?:till|på) .{0,90}$|^beslutsförslag$|^förslag$|^(?:[\wåäö ,-]{3,60}) föreslår .{3,90}$|^(?:[\wåäö ,-]{0,60}s )förslag.{0,60}$",
    re.IGNORECASE,
)
_CASE_OFFICER = re.compile(
    r"\b(?:handläggare|kontaktperson|tjänsteskrivelse|tjänsteutlåtande|ansvarig tjänsteperson)\b", re.IGNORECASE
)
_SENT = re.compile(
    r"^(?:beslutet|beslut|ärendet|protokollsutdrag|paragrafen)?\s*(?:ska )?(?:skickas|expedieras|sänds|delges)(?: till)?\b|^(?:expedieras|expediering|sändlista|kopia till|delges)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:(?:jag|vi|undertecknad\w*|motionär\w*|partiet|\w+partiet|\w+demokraterna|moderaterna|liberalerna|centern)\s+(?:\w+\s+){0,3}?(?:föreslår|yrkar|hemställer|vill)|(?:föreslår|yrkar|hemställer)\s+(?:\w+\s+){0,2}?(?:jag|vi|undertecknad\w*|\w+partiet|\w+demokraterna|moderaterna|liberalerna|centern))\b",
    re.IGNORECASE,
)
_PARTY_NAME = re.compile(r"[A-ZÅÄÖ][\wåäöéü-]+ [A-ZÅÄÖ][\wåäöéü-]+,? \(?(?:S|M|SD|V|C|KD|L|FP|MP|FI|[A-ZÅÄÖ]{2,5})\)")


@cache
def _banner_kinds() -> dict[str, str]:
    return {word: kind for kind, some in table("types")["banderoller"].items() for word in some}


def banners(paper: Paper) -> tuple[str, ...]:
    """The kinds of paper that its banner lines name."""
    kinds = _banner_kinds()
    return tuple(dict.fromkeys(kinds[bare(line)] for line in paper.banner if bare(line) in kinds))


def _minutes_points(paper: Paper, starts: tuple[Start, ...], said: tuple[str, ...]) -> int:
    headings = [bare(p.text) for p in paper.headings]
    lines = [p.text.strip() for p in paper.paragraphs]
    points: Counter[str] = Counter()
    if "protokoll" in said:
        points["banner"] = 3
    elif any(
        re.match(r"(?:sammanträdes)?protokoll(?:sutdrag)?\b", line, re.IGNORECASE) and len(line) < 60
        for line in (*paper.first_margins, *(p.text for p in paper.head[:6]))
    ):
        points["banner"] = 3
    if sum(bool(_ATTENDANCE.match(line)) for line in lines[:40]) >= 2:
        points["attendance"] = 3
    if starts and starts[0].index <= 30:
        points["paragraf"] = 3
    if len(starts) >= 3:
        points["paragrafer"] = 2
    if any(_BESLUT.match(heading) for heading in headings):
        points["beslut"] = 2
    if any(_COURSE.match(heading) for heading in headings):
        points["course"] = 2
    if any(_SIGNED.search(line) for line in (*paper.margin_texts, *lines[-30:])):
        points["signed"] = 3
    hard = (
        points["banner"]
        or points["attendance"]
        or points["signed"]
        or (points["paragraf"] and points["beslut"] and len(starts) < 3)
    )
    return sum(points.values()) if hard else 0


def _letter_points(paper: Paper, said: tuple[str, ...]) -> int:
    headings = [bare(p.text) for p in paper.headings]
    top = [*paper.first_margins, *(p.text for p in paper.head)]
    points = 0
    if "tjänsteskrivelse" in said:
        points += 5
    elif any(re.match(r"tjänste(?:manna)?(?:skrivelse|utlåtande|yttrande)\b", line, re.IGNORECASE) for line in top):
        points += 4
    if any(_PROPOSAL.match(heading) and not _COURSE.match(heading) for heading in headings):
        points += 4
    if any(_CASE_OFFICER.search(line) for line in top):
        points += 2
    if any(_SENT.match(p.text) for p in paper.paragraphs[-25:]):
        points += 1
    return points


def _petition_points(paper: Paper) -> int:
    points = 0
    if any(
        re.match(
            r"(?:ställd )?till\s+(?:kommun|region|stads)?fullmäktige|till\s+(?:kommun|region)styrelsen|.*fullmäktige i \w+$",
            p.text,
            re.IGNORECASE,
        )
        and len(p.text) < 80
        for p in paper.paragraphs[:8]
    ):
        points += 2
    if _ASKS.search(paper.text):
        points += 2
    if any(_PARTY_NAME.search(p.text) for p in paper.paragraphs[-8:]):
        points += 2
    return points


def form_of(paper: Paper, starts: tuple[Start, ...]) -> Form:
    """The form's points; `starts` are the paragrafer that begin in the paper."""
    said = banners(paper)
    return Form(_minutes_points(paper, starts, said), _letter_points(paper, said), _petition_points(paper), said)
