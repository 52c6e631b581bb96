"""Weighs what form a paper has (minutes, officer's letter, petition) from its build alone: form before subject."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from corpus.paragraph import Kind
from ingest.papers.bodies import bodies_in
from ingest.papers.headings import bare
from ingest.papers.leads import AN_OFFICE, Act, lead_of
from ingest.papers.mails import answers_petition
from ingest.papers.paper import Paper
from ingest.papers.paragrafs import Start
from ingest.papers.people import LOCAL_PARTY, SIGNED_WITHIN, members_in, signed_for_party
from ingest.papers.sections import Scene, section_of
from ingest.papers.tables import mapping, table, words
from ingest.papers.written_dates import dates_in


@dataclass(frozen=True, slots=True)
class Form:
    """Points for each form; `banners` are the kinds of paper that the banner names, in the order they stand.

    `filled_in` where a resident has filled in an e-service's form ("Mitt förslag").
    """

    minutes: int
    letter: int
    petition: int
    banners: tuple[str, ...]
    signed_by_party: bool
    has_officer: bool
    proposes: bool
    filled_in: bool = False

    @property
    def is_minutes(self) -> bool:
        """Six points: one sign alone (a heading "Reservation" in a reglemente, a lone §) never makes minutes."""
        return self.minutes >= 6 and self.minutes > self.letter

    @property
    def is_petition(self) -> bool:
        """Members ask and sign, and no officer has written it, even where it ends in "Förslag till beslut"."""
        return self.signed_by_party and self.petition >= 4 and not self.has_officer and not self.is_minutes

    @property
    def is_letter(self) -> bool:
        """An officer's letter: a proposal under its own heading, or a banner."""
        return not self.is_minutes and not self.is_petition and self.letter >= 4


_DECIDES = re.compile(
    r"^(?:[\wåäö ,-]{0,60}s )?beslut(?:et|ar|ade)?(?: att)?$|^[\wåäö ,-]{3,60} beslutar?(?: att)?$", re.IGNORECASE
)
_PROPOSAL = re.compile(
    r"^(?:[\wåäö ,-]{0,60}s )?(?:förslag (?:till|på) (?:[\wåäö ,-]{1,60}s )?beslut\b.{0,60}|beslutsförslag)$"
    r"|^förslag$|^förslag till ställningstagande$|^[\wåäö ,-]{3,60} föreslår\b.{0,60}\bbeslut\w*.{0,20}$",
    re.IGNORECASE,
)
_BANNER_LINE = re.compile(
    r"(?:sammanträdes)?protokoll(?:sutdrag)?\b|utdrag ur (?:sammanträdes)?protokoll", re.IGNORECASE
)
_BYLINE = re.compile(
    r"(?P<kind>motion|medborgarförslag|interpellation)\s*(?:(?P<colon>:)|[,–-])?\s+(?:(?P<by>från|av|inlämnad|väckt)\s)?(?P<rest>.*)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:nr\.?|nummer)?\s*\(?(?:19|20)\d{2}\s?[:/]\s?\d{1,4}\)?(?:\s+till\s.*)?", re.IGNORECASE)
"""What a motion's number alone follows: "Motion 2019:7", "Motion nr 2021:18 till kommunfullmäktige"."""
_TO_WHOM = re.compile(
    r"till\s+(?:(?:[A-ZÅÄÖ][\wåäöé-]+\s+){1,2}(?:kommun|stad)|[Rr]egion\s+[A-ZÅÄÖ][\wåäöé-]+"
    r"|(?:kommun|stads|region)?fullmäktige(?:\s+i\s+[A-ZÅÄÖ].*)?)\W*"
)
"""To whom a petition is put, and no more: "Medborgarförslag till Bodarps kommun"."""
BYLINE_WITHIN, LONGEST_BYLINE = 6, 90
"""Paragraphs from the top, and characters, within which a byline stands."""
OPENED_WITHIN = 15
"""Paragraphs from the top within which an officer's letter says what it proposes, be it in a heading or not."""
_LETTER_LINE = re.compile(r"tjänste(?:manna)?(?:skrivelse|utlåtande|yttrande)\b", re.IGNORECASE)
_MEMO = frozenset({"pm", "promemoria"})
_ASK = r"(?:föreslår|yrkar|hemställer|vill)"
_I_ASK = re.compile(
    r"\bjag\s+(?:\w+\s+){0,2}(?:föreslår|vill|önskar)\b|\b(?:föreslår|vill|önskar)\s+jag\b|^förslag\s+(?:om\s+)?att\b",
    re.IGNORECASE | re.MULTILINE,
)
_BRAND = re.compile(r"[A-ZÅÄÖ][\wåäöé-]*(?:förslag|initiativ)(?:et)?(?:,?\s+(?:nr\.?\s*)?\d{1,4}(?:[-:/]\d{1,4})?)?")
"""What a municipality calls what its residents propose, alone on a line: "Bodarpsförslaget", "Sjöinitiativ nr 12"."""
FORM_LABELS = 2
"""Labels of a form that make one person's asking a resident's, whatever the municipality calls such proposals."""
_OUTSIDE = ("jag", "vi", r"undertecknad\w*")


@cache
def _asks() -> re.Pattern[str]:
    parties = [rf"{re.escape(name)}" for name in mapping("parties", "namn")]
    who = "|".join((*_OUTSIDE, r"motionär\w*", LOCAL_PARTY, *sorted(parties, key=len, reverse=True)))
    return re.compile(
        rf"\b(?:{who})\s+(?:\w+\s+){{0,3}}?{_ASK}\b|\b{_ASK}\s+(?:\w+\s+){{0,2}}?(?:{who})\b"
        rf"|^{_ASK}\s+(?:härmed|därför)\b",
        re.IGNORECASE | re.MULTILINE,
    )


@cache
def _signs(key: str) -> re.Pattern[str]:
    each = (re.escape(word).replace(r"\*", r".*") for word in words("forms", key))
    return re.compile("|".join(f"(?:{one})" for one in each), re.IGNORECASE)


@cache
def _banner_kinds() -> dict[str, str]:
    return {word: kind for kind, some in table("types")["banderoller"].items() for word in some}


def _count(key: str, lines: Iterable[str]) -> int:
    return sum(_signs(key).match(line.strip()) is not None for line in lines)


def banners(paper: Paper) -> tuple[str, ...]:
    """The kinds of paper that its banner lines name."""
    kinds = _banner_kinds()
    said = dict.fromkeys(kinds[bare(line)] for line in paper.banner if bare(line) in kinds)
    plain = {kinds[bare(line)] for line in paper.plain_banner if bare(line) in kinds}
    return tuple(kind for kind in said if kind in plain or kind in ("protokoll", "tjänsteskrivelse"))


def bylined(paper: Paper) -> str | None:
    """The kind that a line near the top says with its sender or day: "Motion från Centerpartiet", "Motion 9 maj 2022",
    "Motion 2019:7", "Medborgarförslag till Bodarps kommun", "Medborgarförslag: …" on top; None if none does."""
    for paragraph in paper.head[:BYLINE_WITHIN]:
        match = _BYLINE.match(paragraph.text.strip())
        numbered = match and match["kind"].lower() == "motion" and _NUMBERED.fullmatch(match["rest"].strip())
        colon = match and match["colon"] and paragraph is paper.head[0]
        to = match and _TO_WHOM.fullmatch(match["rest"])
        said = match and (match["by"] or dates_in(match["rest"]) or colon or numbered or to)
        if match and said and len(paragraph.text) < LONGEST_BYLINE:
            return match["kind"].lower()
    return None


def _top(paper: Paper) -> tuple[str, ...]:
    return (*paper.first_margins, *(p.text for p in paper.head))


def _is_minutes_banner(line: str) -> bool:
    """Whether a line reads "Sammanträdesprotokoll", or is short and has a body or a date beside "protokoll"."""
    if len(line) >= 60:
        return False
    beside = re.search(r"\bprotokoll(?:sutdrag)?\b", line, re.IGNORECASE) and (bodies_in(line) or dates_in(line))
    return _BANNER_LINE.match(line) is not None or bool(beside)


def _minutes_points(paper: Paper, starts: tuple[Start, ...], said: tuple[str, ...]) -> int:
    headings = [bare(p.text) for p in paper.headings]
    lines = [p.text.strip() for p in paper.paragraphs]
    top = (*paper.first_margins, *(p.text for p in paper.head[:6]))
    banner = "protokoll" in said or any(_is_minutes_banner(line) for line in top)
    attendance = len({label[0].lower() for line in lines[:40] if (label := _signs("narvaro").match(line))}) >= 2
    signed = any(_signs("justering").search(line) for line in (*paper.margin_texts, *lines[-30:]))
    begins = bool(starts) and starts[0].index <= 30
    opens = bool(starts) and starts[0].index <= 3
    course = _count("gang", headings) > 0
    decides = any(_DECIDES.match(heading) for heading in headings)
    few = begins and len(starts) < 3 and (decides or course)
    if not (banner or attendance or signed or few):
        return 0
    build = 3 * begins + opens + 2 * (len(starts) >= 3) + 2 * decides + 2 * course
    return 3 * banner + 3 * attendance + 3 * signed + build


def _proposes(heading: str) -> bool:
    """Whether a heading opens what a body is proposed to decide."""
    if _signs("gang").match(heading) or _asks().search(heading):
        return False
    directed = heading.startswith("förslag till ") and len(heading) < 120 and bool(bodies_in(heading))
    return directed or _PROPOSAL.match(heading) is not None


def _opens_proposal(heading: str) -> bool:
    """Whether a line of an officer's letter says what a body is to decide: "Vi föreslår att nämnden beslutar"."""
    lead = lead_of(heading.strip(), None)
    return lead is not None and lead.act is Act.PROPOSED and not lead.past and lead.end >= len(heading.strip(" :."))


def _office_proposes(heading: str) -> bool:
    """Whether a heading says that an office proposes what stands under it: "Kontorets förslag"."""
    section = section_of(heading, None)
    return section is not None and section.scene is Scene.PROPOSAL and section.proposer == AN_OFFICE


def _is_memo(paper: Paper, *, proposes: bool) -> bool:
    """Whether an office's PM proposes what a body is to decide; others (a consultant's, a party's) are no letters."""
    return _headed_memo(paper) and (proposes or any(_office_proposes(p.text) for p in paper.headings))


def _headed_memo(paper: Paper) -> bool:
    return any(bare(line) in _MEMO for line in paper.plain_banner)


def _letter_points(paper: Paper, said: tuple[str, ...], *, officer: bool, proposes: bool) -> int:
    banner = "tjänsteskrivelse" in said or any(_LETTER_LINE.match(line) for line in _top(paper))
    sent = _count("sandlista", (p.text for p in paper.paragraphs[-25:])) > 0
    return 5 * banner + 4 * proposes + 2 * officer + sent


def _signed(paper: Paper) -> bool:
    """Whether members sign with party letters or beside their party: lines at the end, not names in running text."""
    last = [p for p in paper.paragraphs[-SIGNED_WITHIN:] if p.kind is not Kind.FOOTNOTE]
    with_letters = any(members_in(p.text) and len(p.text) < 160 and not p.text.rstrip().endswith(".") for p in last)
    return with_letters or bool(signed_for_party(paper.paragraphs))


def _filled_in(paper: Paper) -> bool:
    """Whether a resident has filled in a form: a heading asks for one's own proposal and the head bears a form's
    labels, or the labels are several (who supports it, when it came in, what such proposals are called) and one person
    asks ("Jag föreslår att").
    """
    labels = [p.cells[0] if p.cells else p.text for p in paper.head if p.cells or len(p.text) < LONGEST_BYLINE]
    branded = any(_BRAND.fullmatch(line.strip()) for line in (*paper.first_margins, *labels))
    signs = _count("e_tjanst", labels)
    run_in = (p.text.partition(":")[0].strip().lower() for p in paper.head if ":" in p.text)
    if signs and _count("eget_forslag", (*(bare(p.text) for p in paper.headings), *run_in)):
        return True
    return signs + _count("stod", labels) + branded >= FORM_LABELS and _I_ASK.search(paper.text) is not None


def form_of(paper: Paper, starts: tuple[Start, ...]) -> Form:
    """The form's points; `starts` are the paragrafer that begin in the paper."""
    said = banners(paper)
    officer = any(_signs("tjansteman").match(line.strip()) or _LETTER_LINE.match(line) for line in _top(paper))
    signed = _signed(paper)
    proposes = any(_proposes(bare(p.text)) for p in paper.headings)
    short = [p.text for p in paper.paragraphs[:OPENED_WITHIN] if len(p.text) < LONGEST_BYLINE]
    proposes = proposes or (officer and any(_opens_proposal(text) for text in short))
    proposes = proposes or (_headed_memo(paper) and any(_proposes(bare(text)) for text in short))
    memo = not signed and _is_memo(paper, proposes=proposes)
    mailed = not signed and answers_petition(paper)
    addressed = _count("adress", (p.text for p in paper.paragraphs[:8] if len(p.text) < 80)) > 0
    asks = _asks().search(paper.text) is not None
    return Form(
        minutes=_minutes_points(paper, starts, said),
        letter=_letter_points(paper, said, officer=officer, proposes=proposes) + 5 * (memo or mailed),
        petition=2 * addressed + 2 * asks + 2 * signed,
        banners=said,
        signed_by_party=signed,
        has_officer=officer or memo or mailed,
        proposes=proposes,
        filled_in=_filled_in(paper) and not officer and not mailed and not signed,
    )
