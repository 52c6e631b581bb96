"""Finds who puts a motion: its movers and their parties, from the paper's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from corpus.document import DocumentType, Person
from corpus.paragraph import Kind, Paragraph
from ingest.papers.paper import Paper
from ingest.papers.sentences import sentences_of
from ingest.papers.tables import mapping

_TITLE = r"(?!(?:Till|Från|Av|För|Motion|Svar|Ledamot|Ordförande|Ordföranden)\b)"
NAME = (
    _TITLE + r"[A-ZÅÄÖ][\wåäöéèüÅÄÖ'’-]+"
    r"(?:[ \u00a0](?:von|af|de|van|der|el|al)?[ \u00a0]?[A-ZÅÄÖ][\wåäöéèüÅÄÖ'’-]+){1,3}"
)
"""A person's name of two to four words with capitals."""


@cache
def _letters() -> str:
    return "|".join(sorted(mapping("parties", "beteckningar"), key=len, reverse=True))


@cache
def _member() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{NAME}),?\s*\(\s*(?P<party>{_letters()}|[A-ZÅÄÖ]{{2,5}}|-)\s*\)")


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(rf"\(\s*(?P<parties>(?:{_letters()})(?:\s*(?:,|och|\+|/|;)\s*(?:{_letters()}))*)\s*\)")


@cache
def _named() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(mapping("parties", "namn"), key=len, reverse=True))
    return re.compile(rf"(?<![\wåäö])(?P<party>{names})(?![\wåäö])", re.IGNORECASE)


def parties_in_brackets(text: str) -> tuple[str, ...]:
    """The party letters in brackets: "Motion (V, MP) om …" → V, MP."""
    found: dict[str, None] = {}
    for match in _bracketed().finditer(text):
        for letters in re.findall(_letters(), match["parties"]):
            found.setdefault(letters)
    return tuple(found)


def parties_by_name(text: str) -> tuple[str, ...]:
    """The letters of the parties that a text names ("Vänsterpartiet föreslår" → V)."""
    table = mapping("parties", "namn")
    return tuple(dict.fromkeys(table[" ".join(m["party"].lower().split())] for m in _named().finditer(text)))


def members_in(text: str) -> tuple[Person, ...]:
    """The people with a party in brackets: "Björn Alling (V)"."""
    return tuple(
        Person(" ".join(m["name"].split()), None if m["party"] == "-" else m["party"]) for m in _member().finditer(text)
    )


@cache
def _together() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<names>{NAME}(?:,\s+{NAME})*\s+och\s+{NAME})\s*\(\s*(?P<party>{_letters()}|[A-ZÅÄÖ]{{2,5}})\s*\)"
    )


def named_together(text: str) -> tuple[Person, ...]:
    """The members in a text, those too whose one party stands behind the last of them: "Runa Ek och Bo Alm (V)"."""
    grouped = [Person(name, m["party"]) for m in _together().finditer(text) for name in re.findall(NAME, m["names"])]
    return _unique([*grouped, *members_in(text)])


_LOCAL_LETTERS = re.compile(r"\b[Mm]otion(?:en)?\s+(?:(?:från|av)\s+)?\((?P<letters>[A-ZÅÄÖ]{2,4})\)")
"""The letters of a local party, which no table has, where they stand right after the motion: "Svar på motion (ÄP)"."""
SIGNED_WITHIN = 8
"""Paragraphs at the end within which a petition is signed."""
LOCAL_PARTY = (
    r"(?:(?-i:[A-ZÅÄÖ])(?![\wåäöé]+(?:erna|partiet|listan)\b)[\wåäöé]+-?\s+och\s+[\wåäöé]+|(?-i:[A-ZÅÄÖ])[\wåäöé]+)"
    r"(?:partiet|listan|demokraterna|alternativet)"
)
"""A party of one municipality, by what such names end with ("Bodarpslistan", "Skol- och bygdepartiet"; to be used with
or without IGNORECASE)."""
_SIGNER = re.compile(rf"(?!(?:[A-ZÅÄÖ]\S+\s+){{3}})(?P<name>{NAME})(?:,\s+[a-zåäö][\wåäö -]{{2,40}})?")
"""A name alone, perhaps with a title after it; four words with capitals are two names that stand side by side."""


@cache
def _party_line() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(mapping("parties", "namn"), key=len, reverse=True))
    place = r"(?:\s+(?:i\s+)?(?-i:[A-ZÅÄÖ])[\wåäöé-]+)?"
    return re.compile(
        rf"(?:för\s+)?(?P<party>{names}|{LOCAL_PARTY}){place}(?:\s*\(\s*(?P<letters>[A-ZÅÄÖ]{{1,4}})\s*\))?[,:]?",
        re.IGNORECASE,
    )


def signed_for_party(paragraphs: Sequence[Paragraph]) -> tuple[Person, ...]:
    """Those who sign with their party: below or above it, each on a line of its own ("För Socialdemokraterna" / "Siv
    Ek"), or on one line with it ("Siv Ek, Miljöpartiet de gröna")."""
    lines = [p.text.strip() for p in paragraphs if p.kind is not Kind.FOOTNOTE][-SIGNED_WITHIN:]
    people: list[Person] = []
    for index, line in enumerate(lines):
        name, _, after = line.partition(", ")
        if party := _party_line().fullmatch(line):
            below = _signers(lines[index + 1 :])
            people += [Person(who, _letters_of(party)) for who in below or reversed(_signers(lines[:index][::-1]))]
        elif (party := _party_line().fullmatch(after)) and re.fullmatch(NAME, name):
            people.append(Person(name, _letters_of(party)))
        else:
            people += _beside_party(line)
    return tuple(people)


def _beside_party(line: str) -> list[Person]:
    """Who signs on one line with the party, nothing between: "Siv Ek Kristdemokraterna"."""
    words = line.split()
    for at in range(2, min(len(words), 5)):
        party = _party_line().fullmatch(" ".join(words[at:]))
        if party and _letters_of(party) and re.fullmatch(NAME, " ".join(words[:at])):
            return [Person(" ".join(words[:at]), _letters_of(party))]
    return []


def _letters_of(party: re.Match[str]) -> str | None:
    """The letters of the party that a line names; None for a local party without any."""
    return party["letters"] or mapping("parties", "namn").get(" ".join(party["party"].lower().split()))


def _signers(lines: Sequence[str]) -> list[str]:
    """The names on the lines before the first that bears none."""
    return [match["name"] for match in takewhile(bool, map(_SIGNER.fullmatch, lines)) if match]


_ASKING = re.compile(r"\bmotion|\bföreslå|\byrka|\bhemställ|\bvill\b|\banser\b|\blämnat\b", re.IGNORECASE)
_THROUGH = re.compile(
    rf"(?P<party>[A-ZÅÄÖ][a-zåäö]+)\s+(?:har\s+)?genom\s+(?P<names>{NAME}(?:,\s+{NAME})*(?:\s+och\s+{NAME})?)"
)
_BOTH = re.compile(
    rf"(?P<names>{NAME}(?:,\s+{NAME})*\s+och\s+{NAME}),\s+(?:båda|alla|samtliga)\s+(?:för\s+)?(?P<party>[A-ZÅÄÖ][a-zåäö]+)"
)


def _grouped(text: str) -> tuple[Person, ...]:
    """People named after their party ("Vänsterpartiet genom Runa Ek") or before it ("…, båda Centerpartiet")."""
    people: list[Person] = []
    for pattern in (_THROUGH, _BOTH):
        for match in pattern.finditer(text):
            letters = mapping("parties", "namn").get(match["party"].lower())
            if letters:
                people += [Person(name, letters) for name in re.findall(NAME, match["names"])]
    return tuple(people)


_A_PETITION = r"(?:en\s+(?:medborgar)?motion|ett\s+(?:medborgarförslag|e-förslag|invånarförslag))\b"
_PUTS_ONE = re.compile(rf"\b(?:i|in|lämnat|lämnade|lämnar|väckt|väckte|väcker|ställt|inkommit\s+med)\s+{_A_PETITION}")
_INHABITANT = re.compile(rf"(?P<name>{NAME})\s+(?:har\s+)?(?:lämnat|lämnade|lämnar|inkommit|föreslår)\b")
_FORM_LABEL = re.compile(r"(?:förslagsställare|förslagsställarens namn|inskickat av|inlämnat av)\s*:?", re.IGNORECASE)


def who_put(paragraph: Paragraph) -> tuple[str, ...]:
    """The names of those who a paragraph says have put a petition, or who stand beside a form's "Förslagsställare"."""
    if len(paragraph.cells) == 2 and _FORM_LABEL.fullmatch(paragraph.cells[0].strip()):
        return (" ".join(paragraph.cells[1].split()),)
    for sentence in re.split(r"(?<=[a-zåäö)\d])\.\s+(?=[A-ZÅÄÖ])", paragraph.text):
        if put := _PUTS_ONE.search(sentence):
            said = sentence[: put.start()]
            members = tuple(person.name for person in members_in(said))
            return members or tuple(match["name"] for match in _INHABITANT.finditer(sentence[: put.end()]))
    return ()


_MEMBER_ASKS = re.compile(
    r"\)(?:\s+(?:med\s+flera|m\.?\s?fl\.?))?\s+(?:har\s+)?(?:\w+\s+){0,3}?"
    r"(?:föresl[aå]\w*|yrka\w*|hemställ\w*|vill|motionera\w*|väck\w*|lämna\w*|inkom\w*)\b",
    re.IGNORECASE,
)
_AT_THE_MEETING = re.compile(
    r"\b(?:bifall|avslag|avslå|återremi|bordlägg|tilläggsyrk|ändringsyrk|reservera)|\b(?:första|andra)\s+hand\b",
    re.IGNORECASE,
)


def puts_motion(text: str) -> str:
    """The first sentence of a text that tells which members ask for something in a motion, empty where none does; what
    members move at a meeting is none."""
    for sentence in sentences_of(text):
        if _MEMBER_ASKS.search(sentence) and members_in(sentence) and not _AT_THE_MEETING.search(sentence):
            return sentence
    return ""


def _unique(people: list[Person]) -> tuple[Person, ...]:
    kept: dict[str, Person] = {}
    for person in people:
        if person.name not in kept or kept[person.name].party is None:
            kept[person.name] = person
    return tuple(kept.values())


def movers_of(paper: Paper, kind: DocumentType) -> tuple[Person, ...]:
    """Who put the motion: its signatures, or those an answer says have put it."""
    people: list[Person] = []
    if kind in (DocumentType.MOTION, DocumentType.INTERPELLATION):
        for paragraph in (*paper.paragraphs[:6], *paper.paragraphs[-12:]):
            if len(paragraph.text) < 200:
                people += members_in(paragraph.text)
        people += signed_for_party(paper.paragraphs)
    elif kind is DocumentType.MOTIONSSVAR:
        for paragraph in paper.paragraphs[:40]:
            if not people and paragraph.kind is not Kind.HEADING and _ASKING.search(paragraph.text):
                people += [*named_together(paragraph.text), *_grouped(paragraph.text)]
    return _unique(people)


_SETTLED = re.compile(
    r"\b(?:avslog|avslogs|avslagits|biföll|bifölls|bifallits|besvarades|förklarades|prövats)\b", re.IGNORECASE
)
_LOCAL_ASKS = re.compile(
    rf"(?:\b(?P<asks>{LOCAL_PARTY})\s+(?:\w+\s+){{0,3}}?(?:föreslår|yrkar|hemställer|vill|har|begär|önskar)\b"
    rf"|\bmotion(?:en)?\s+(?:från|av)\s+(?P<sends>{LOCAL_PARTY}))"
)


def _told_of_another(text: str) -> bool:
    """Whether an answer tells what became of an earlier motion: "fullmäktige avslog en motion från Vänsterpartiet"."""
    return _SETTLED.search(text) is not None


def _by_local_party(text: str) -> bool:
    """Whether a party of one municipality, which has no letters of its own in the tables, puts the motion."""
    names = (match["asks"] or match["sends"] for match in _LOCAL_ASKS.finditer(text))
    return any(not parties_by_name(name) for name in names)


def _from_file(file: str) -> tuple[str, ...]:
    stem = file.rsplit("/", 1)[-1].lower()
    match = re.match(r"motion[-_ ]\(?([a-zåäö]{1,2})\)?[-_ ]", stem)
    letters = match[1].upper() if match else ""
    return (letters,) if letters in mapping("parties", "beteckningar") else ()


def parties_of(
    paper: Paper, kind: DocumentType, title: str, movers: tuple[Person, ...], file: str
) -> tuple[tuple[str, ...], str | None]:
    """The parties that put the matter, and a warning where only the file's name says so.

    Evidence in order: brackets in the title, the movers' own, the party a motion names as its sender, the file's name.
    """
    if kind not in (DocumentType.MOTION, DocumentType.MOTIONSSVAR, DocumentType.INTERPELLATION, DocumentType.PROTOKOLL):
        return (), None
    by_title = parties_in_brackets(title) or (parties_by_name(title) if kind is not DocumentType.PROTOKOLL else ())
    by_title = by_title or tuple(match["letters"] for match in _LOCAL_LETTERS.finditer(title))
    if by_title or kind is DocumentType.PROTOKOLL:
        return by_title, None
    by_movers = tuple(dict.fromkeys(person.party for person in movers if person.party))
    if by_movers:
        return by_movers, None
    for paragraph in (*paper.head, *paper.paragraphs[:40]):
        if kind is DocumentType.MOTIONSSVAR and _told_of_another(paragraph.text):
            continue
        if kind is DocumentType.MOTIONSSVAR and _by_local_party(paragraph.text):
            break
        named = parties_by_name(paragraph.text)
        if named and (_ASKING.search(paragraph.text) or len(paragraph.text) < 60):
            return named[:3], None
    by_file = _from_file(file)
    return by_file, f"partiet ({', '.join(by_file)}) läst ur filnamnet" if by_file else None
