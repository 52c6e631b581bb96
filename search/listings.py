"""Questions for all matters that went a certain way: "vilka ärenden har återremitterats", "where the council went
against the board". They are answered from the decisions themselves, newest first, not by likeness."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from corpus.decision import Decision, Status
from corpus.document import DocumentType
from corpus.stored import FoundPassage
from index.engine import Engine
from index.filters import Filter
from index.terms import analyse
from search.candidates import Asked, Place
from search.cues import cue_spans
from search.decisions import Item, Role, history
from search.meetings import YEAR, years_in
from search.question import read_question
from search.shelf import Shelf
from search.ways import pattern, written

MOST = 5_000
"""Decision passages looked through: more than any council has turned down, since the newest are wanted of all."""
PETITION_TYPES = {
    "motion": (DocumentType.MOTION,),
    "medborgarförslag": (DocumentType.MEDBORGARFORSLAG,),
    "": (DocumentType.MOTION, DocumentType.MEDBORGARFORSLAG, DocumentType.INTERPELLATION),
}
"""Which papers are asked for by a petition's name; "" where none is named."""
_BODY = re.compile(
    r"(?<!\w)(?:kf|kommunfullmäktige|fullmäktige|the council|council|ks|kommunstyrelsen|styrelsen)\b", re.I
)
_COUNCIL = re.compile(r"kf|fullmäktige|council", re.I)
_PREPARING = re.compile(r"styrelse", re.I)
_OFFICERS = re.compile(r"förvaltning|administration|officer|tjänste", re.I)


@dataclass(frozen=True, slots=True)
class Listing:
    """What is asked for: dispositions, or that a body's proposal was not followed (`overruled`); in which years and by
    which bodies ("fullmäktige", "styrelse") if said. `officers`: the proposal not followed is the administration's.

    `parties` are the letters of those who moved, `petition` the paper that asked ("motion", "medborgarförslag"), if
    said. `latest`: how each demand stands, proposed ones too, since no way was named.
    """

    dispositions: tuple[str, ...]
    overruled: bool
    officers: bool
    years: tuple[str, ...]
    bodies: tuple[str, ...]
    words: str
    parties: tuple[str, ...] = ()
    petition: str = ""
    latest: bool = False


def _besides() -> re.Pattern[str]:
    """What a question for a list may say besides, each a whole word."""
    return pattern(f"(?:{written()['besides']['words']})(?!\\w)")


def listing_asked(text: str) -> Listing | None:
    """What listing `text` asks for; None where it asks for none, or names a subject besides."""
    tables = written()
    several, of_a_party = pattern(tables["several"]), pattern(tables["of_a_party"])
    ever, of_what = pattern(tables["ever"]), pattern(tables["of_what"])
    ways, overruled = _ways_said(text)
    against = pattern(tables["overruled"]["asked"])
    parties = _named(tables["parties"], text)
    theirs = bool(parties) and of_a_party.search(text) is not None
    many = several.search(text) or (ever.search(text) and of_what.search(text))
    if not theirs and not (many and (ways or overruled)):
        return None
    patterns = [several, against, _BODY, YEAR, *(pattern(way["asked"]) for way in ways), _besides()]
    patterns += [ever, *map(pattern, tables["petitions"].values())]
    patterns += [of_a_party, *(pattern(tables["parties"][one]) for one in parties)] if parties else []
    if _subject(text, patterns):
        return None
    latest = not ways and not overruled
    ways = tables["ways"] if latest else ways
    bodies = () if overruled else tuple(dict.fromkeys(_body(match[0]) for match in _BODY.finditer(text)))
    return Listing(
        tuple(one for way in ways for one in way["dispositions"]),
        overruled,
        overruled and _OFFICERS.search(text) is not None,
        tuple(years_in(text)),
        bodies if len(ways) < 2 else (),
        " ".join(way["words"] for way in ways) or tables["overruled"]["words"],
        parties,
        next(iter(_named(tables["petitions"], text)), ""),
        latest,
    )


def _ways_said(text: str) -> tuple[list[dict[str, Any]], bool]:
    """The ways (listings.toml) that a text says matters went, and whether against what was proposed."""
    tables = written()
    ways = [way for way in tables["ways"] if pattern(way["asked"]).search(text)]
    return ways, pattern(tables["overruled"]["asked"]).search(text) is not None


def way_asked(text: str) -> Listing | None:
    """The turn that `text` says a matter took, a subject beside it or not; None where it says none."""
    ways, overruled = _ways_said(text)
    turns = [way for way in ways if way.get("turn")]
    if not turns and not overruled:
        return None
    dispositions = () if overruled else tuple(one for way in turns for one in way["dispositions"])
    return Listing(dispositions, overruled, overruled and _OFFICERS.search(text) is not None, (), (), "")


def went(shelf: Shelf, items: tuple[Item, ...], way: Listing) -> Item | None:
    """The decision by which the demand with that history went the way that was asked for; None if it did not."""
    if way.overruled:
        return _against(shelf, items, officers=way.officers)
    adopted = (item for item in items if item.decision and item.decision.status is Status.ADOPTED)
    decided = (item for item in adopted if item.role in (Role.FINAL, Role.EARLIER))
    return next((one for one in decided if one.decision and one.decision.disposition in way.dispositions), None)


def wants_all_of_a_mover(text: str) -> bool:
    """Whether `text` asks what someone has moved ("motionerat", "förslag", "tabled"), whoever it is."""
    return pattern(written()["of_a_party"]).search(text) is not None


def asks_for(text: str, table: str) -> re.Match[str] | None:
    """Where `text` asks for the listing that `table` of listings.toml tells of."""
    return pattern(written()[table]["asked"]).search(text)


def petition_and_parties(text: str) -> tuple[str, tuple[str, ...]]:
    """The paper that asked ("motion", "medborgarförslag", "" if not said) and the letters of the parties named."""
    return next(iter(_named(written()["petitions"], text)), ""), _named(written()["parties"], text)


def has_subject(text: str, tables: tuple[str, ...]) -> bool:
    """Whether a question is about anything besides listings, years, bodies, parties and what `tables` ask for."""
    every = written()
    words = [
        *(every[table]["asked"] for table in tables),
        *every["parties"].values(),
        *every["petitions"].values(),
    ]
    named = [pattern(every["several"]), pattern(every["of_a_party"]), _BODY, YEAR, _besides()]
    return _subject(text, [*map(pattern, words), *named])


def left_of_a_movers(text: str) -> str:
    """What is left, in its place, of a question for what someone has moved once the words of such questions are out."""
    tables = written()
    return _without(text, [pattern(tables["several"]), pattern(tables["of_a_party"]), _BODY, YEAR, _besides()])


def _named(words: dict[str, str], text: str) -> tuple[str, ...]:
    """The keys of `words` whose pattern stands in the text."""
    return tuple(key for key, asked in words.items() if pattern(asked).search(text))


def _body(word: str) -> str:
    return "fullmäktige" if _COUNCIL.search(word) else "styrelse"


def _subject(text: str, patterns: list[re.Pattern[str]]) -> bool:
    """Whether anything is left to be about once the listing's own words are taken out."""
    rest = _without(text, patterns)
    return any(unit.subject for unit in read_question(rest).units) if rest.strip(" ?.!,") else False


def _without(text: str, patterns: list[re.Pattern[str]]) -> str:
    """The text with blanks in the place of what the patterns and the cues are."""
    rest = text
    for one in patterns:
        rest = one.sub(lambda match: " " * len(match[0]), rest)
    for start, end in cue_spans(rest):
        rest = rest[:start] + " " * (end - start) + rest[end:]
    return rest


def listed(engine: Engine, shelf: Shelf, listing: Listing, *, where: Filter) -> tuple[Place, ...]:
    """The items that decided so, newest first, each once."""
    status = where.status or ("" if listing.latest else Status.ADOPTED.value)
    where = replace(where, kinds=("decision",), status=status or None, parties=where.parties or listing.parties)
    terms = dict.fromkeys(analyse(listing.words), 1.0)
    scored = engine.lexical(terms, MOST, where=where)
    found: dict[Place, str] = {}
    for passage in shelf.passages(one.passage for one in scored).values():
        if listing.petition and not _answers(shelf, passage, listing.petition):
            continue
        place = (passage.file, passage.paragraphs[0])
        keys = [(str(passage.case), n) for n in passage.demands] if passage.case else []
        if listing.latest and not any(_is_final(shelf, key, place) for key in keys):
            continue
        decisions = _overruling(shelf, keys, place, listing) if listing.overruled else _going(shelf, place, listing)
        for decision in decisions:
            if not listing.years or (decision.date or "")[:4] in listing.years:
                found[place] = max(found.get(place, ""), decision.date or "")
    return tuple(sorted(sorted(found), key=lambda place: found[place], reverse=True))


def _answers(shelf: Shelf, passage: FoundPassage, petition: str) -> bool:
    """Whether a decision answers a petition of that kind: its case holds one, or is named after it."""
    case = shelf.case(passage.case) if passage.case else None
    heads = (shelf.head(file) for file in (case.files if case else ()))
    kinds = {head.type for head in heads if head}
    title = (case.title if case else passage.embed_text.split("\n")[0]).lower()
    citizens = DocumentType.MEDBORGARFORSLAG in kinds or DocumentType.MEDBORGARFORSLAG.value in title
    return citizens if petition == DocumentType.MEDBORGARFORSLAG.value else case is not None and not citizens


def _going(shelf: Shelf, place: Place, listing: Listing) -> Iterator[Decision]:
    head = shelf.head(place[0])
    for decision in head.decisions if head else ():
        if (
            decision.paragraph == place[1]
            and decision.disposition in listing.dispositions
            and (not listing.bodies or any(body in (decision.body or "").lower() for body in listing.bodies))
        ):
            yield decision


def _is_final(shelf: Shelf, asked: Asked, place: Place) -> bool:
    """Whether the outcome of a demand stands in this place."""
    return any(item.place == place and item.role is Role.FINAL for item in history(shelf, asked))


def _overruling(shelf: Shelf, keys: list[tuple[str, int]], place: Place, listing: Listing) -> Iterator[Decision]:
    """The final decision where it is another than the one that was proposed to the body."""
    for key in keys:
        found = _against(shelf, history(shelf, key), officers=listing.officers)
        if found is not None and found.place == place and found.decision is not None:
            yield found.decision


def _against(shelf: Shelf, items: tuple[Item, ...], *, officers: bool) -> Item | None:
    """The final decision where it was adopted and is another than the one proposed."""
    final = next((item for item in items if item.role is Role.FINAL), None)
    decided, proposed = final.decision if final else None, _proposal(shelf, items, officers=officers)
    if decided is None or proposed is None or decided.status is not Status.ADOPTED:
        return None
    return final if proposed.disposition is not decided.disposition else None


def _proposal(shelf: Shelf, items: tuple[Item, ...], *, officers: bool) -> Decision | None:
    """What the board's minutes (or, for `officers`, the letter) last proposed on the demand."""
    proposed = []
    for item in items:
        head = shelf.head(item.place[0])
        if head and item.decision and item.decision.status is Status.PROPOSED:
            minutes = head.type is DocumentType.PROTOKOLL
            by_board = minutes and any(_PREPARING.search(body) for body in head.bodies)
            if not minutes if officers else by_board:
                proposed.append(item.decision)
    return max(proposed, key=lambda one: one.date or "", default=None)
