"""Decides a paper's type: first its form (minutes, petition, officer's letter), only then what its title is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpus.document import DocumentType
from corpus.paragraph import Kind, Paragraph
from ingest.papers.form import LONGEST_BYLINE, Form, bylined
from ingest.papers.items import LONGEST_OPENING
from ingest.papers.leads import AN_OFFICE, Act, lead_of
from ingest.papers.paper import Paper
from ingest.papers.sections import section_of
from ingest.papers.sent_in import sent_as
from ingest.papers.tables import alternatives, mapping, table

T = DocumentType
PROPOSES_ALONE = 4
"""Points of a letter that nothing but a heading "Förslag till beslut" makes one."""

_ANSWER = re.compile(r"\b(?:svar|yttrande|besvarande|utlåtande|motionssvar)\b", re.IGNORECASE)
_ONE_MOTION = re.compile(r"\bmotion(?:en|ssvar)?\b", re.IGNORECASE)
_ON_MOTIONS = re.compile(
    r"\b(?:svar|yttrande|utlåtande)\b\W+(?:på|över|om)\s+(?:\w+\s+)?motioner(?:na)?\b", re.IGNORECASE
)
_TITLED_MOTION = re.compile(r"^motion\b|[–:,-]\s*motion$|\(motion\)$", re.IGNORECASE)
_POINT = r"(?:att-sats|yrkande|(?:del)?förslag|punkt)"
"""What a motion's answer names one by one: "att avslå motionens första och andra att-sats"."""
_DECIDES_MOTION = re.compile(
    r"(?:att\s+)?motionens?\b.{0,80}\b(?:avslås|bifalls|anses?|besvara\w*|avslå|bifalla)\b"
    r"|(?:att\s+)?(?:avslå|bifalla|avslår|bifaller) motionen\b"
    rf"|(?:att\s+)?(?:avslår?|bifall(?:a|er)|anser?)\s+motionens\s+(?:\S+\s+){{0,3}}?{_POINT}",
    re.IGNORECASE,
)
_ANSWERS_IT = re.compile(rf"{_DECIDES_MOTION.pattern}|(?:att\s+)?anser?\s+motionen\s+besvarad\b", re.IGNORECASE)
_MOVED = re.compile(
    r"(?:(?:gemensamt|skriftligt|nytt)\s+)?[\wåäö-]*yrkanden?\b"
    r"|(?:(?:gemensam|skriftlig|vår)\s+)?reservation\b|särskilt\s+yttrande\b|begäran\s+om\s+återremiss\b",
    re.IGNORECASE,
)
_RESIDENTS = re.compile(
    r"(?:medborgar|invånar|kommuninvånar)(?:förslag|motion|initiativ)(?:et|en)?\b|e-förslag|e-petition\b", re.IGNORECASE
)
"""What a municipality calls what residents put to it."""
_MOVED_BY = re.compile(r"[\wåäö-]*yrkanden?\s*(?:\(|från\b|av\b)", re.IGNORECASE)
MOVED_WITHIN = 3
"""Paragraphs from the top within which a paper says that it is what members move at a meeting: "Yrkande (S, MP)"."""
_INFO_BOX = re.compile(
    r"(?:typ av (?:styr)?dokument|(?:styr)?dokumenttyp|dokumentinfo|dokumentkategori)\s*[:|]?\s*(?P<kind>[\wåäö]+)",
    re.IGNORECASE,
)
_PRINTED = re.compile(r"(?:kommunstyrelsens\s+)?utlåtande\s+(?:nr\s+)?(?:\d{4}:\d+|\d+[:/]\d{4})", re.IGNORECASE)
"""What heads a printed paper by which a large city's executive proposes to its council: "Utlåtande 2024:31 R II"."""
_NUMBERED_MOTION = re.compile(r"motion\s*\(?(?:nr\s+)?\d{4}[:/]\d+\)?\s+av\s", re.IGNORECASE)
"""A line beside a motion's title that names its number and mover: "Motion 2023:66 av Eva Ek (S)"."""
HEADED_WITHIN = 4
"""Paragraphs from the top within which such lines stand."""
_REMISS = re.compile(
    r"^remiss?(?:svar|yttrande)|^svar på remiss|^yttrande\b(?!.*\bmotion)|\bremiss?(?:svar|yttrande)$",
    re.IGNORECASE,
)


@cache
def _nouns() -> tuple[tuple[str, DocumentType], ...]:
    found = sorted(mapping("types", "styrdokument").items(), key=lambda pair: -len(pair[0]))
    return tuple((word, T(kind)) for word, kind in found)


def _kind_of_word(word: str) -> DocumentType | None:
    lower = word.lower()
    if lower in table("types")["inte_styrdokument"]["ord"]:
        return None
    return next((kind for noun, kind in _nouns() if lower.endswith(noun)), None)


def styrdokument_of(title: str) -> DocumentType | None:
    """The styrdokument that is a title's head noun: "Riktlinjer för …" is one, "Uppföljning av riktlinjer" is not."""
    about = table("types")["handlar_om"]
    draft = False
    for position, token in enumerate(re.findall(r"[\wåäöÅÄÖ-]+", title)):
        lower = token.lower()
        if lower in about["undantag"]:
            draft = True
        elif lower in about["ord"]:
            if not draft or position > 2:
                return None
        elif any(lower.startswith(word) for word in about["foregas_av"]):
            return None
        elif kind := _kind_of_word(token):
            return kind
    return None


def _from_box(paper: Paper) -> DocumentType | None:
    """The kind that a cover's box names ("Typ av styrdokument: Policy"), övrigt for kinds without a name."""
    for paragraph in paper.paragraphs[:20]:
        if match := _INFO_BOX.search(paragraph.text):
            return _kind_of_word(match["kind"]) or T.OVRIGT
    return None


@cache
def _declares() -> re.Pattern[str]:
    adopted = rf"\b(?:{alternatives('validity', 'antaget')})\b.{{0,40}}\bav\b"
    return re.compile(rf"{adopted}|\b(?:{alternatives('validity', 'om_sig_sjalv')})\b", re.IGNORECASE)


def _self_declared(paper: Paper) -> bool:
    """Whether the head says that the paper itself is adopted or in force."""
    return any(_declares().search(p.text) for p in paper.paragraphs[:25] if len(p.text) < 250)


def _beside_title(paper: Paper) -> DocumentType | None:
    """A styrdokument named under a title that is a name ("Sätt Norrvik i rörelse" / "Program för idrott")."""
    lines = (p.text for p in paper.head[:8] if len(p.text) < 120 and not p.cells)
    return next((kind for line in lines if (kind := styrdokument_of(line))), None)


def _answers_motion(paper: Paper, title: str) -> bool:
    if _ONE_MOTION.search(title) or _ON_MOTIONS.search(title):
        return True
    return any(_DECIDES_MOTION.match(p.text) for p in paper.paragraphs[:60])


def _motion_worded_as_decision(title: str, form: Form, paper: Paper) -> bool:
    """Whether a paper called a motion that ends in "Förslag till beslut" is one: an answer speaks of "motionen"."""
    if (
        not (_TITLED_MOTION.search(title) or "motion" in form.banners)
        or _ANSWER.search(title)
        or form.has_officer
        or form.letter > PROPOSES_ALONE
    ):
        return False
    return form.signed_by_party or not re.search(r"\bmotion(?:en|ens|ären|ärerna)\b", paper.text, re.IGNORECASE)


def _passed_on(title: str, paper: Paper) -> bool:
    """Whether a paper titled as the motion is what a board proposes on it, as printed papers of a council are."""
    if not re.match(r"motion\b", title, re.IGNORECASE) or not any(_ANSWERS_IT.match(p.text) for p in paper.paragraphs):
        return False
    for paragraph in paper.paragraphs:
        lead = lead_of(paragraph.text, None) if len(paragraph.text) < LONGEST_OPENING else None
        section = section_of(paragraph.text, None) if paragraph.kind is Kind.HEADING else None
        proposing = lead if lead and lead.act is Act.PROPOSED else section
        if proposing and proposing.proposer not in (None, AN_OFFICE):
            return True
    return False


def moved_by_members(title: str, above: Sequence[Paragraph]) -> bool:
    """Whether a paper's title or the first lines `above` call it what members move, or why they do not agree: no body
    proposes it."""
    lines = (p.text.strip() for p in above[:MOVED_WITHIN] if len(p.text) < LONGEST_BYLINE)
    return _MOVED.match(title) is not None or any(_MOVED_BY.match(line) for line in lines)


_CALLS_VOTE = re.compile(r"(?:begäran|krav|initiativ)\s+(?:om|till)\s+(?:\w+\s+){0,2}folkomröstning\b", re.IGNORECASE)
"""How those call their paper who ask for a vote under the law."""


def _petition(title: str, form: Form, paper: Paper) -> DocumentType | None:
    lower = title.lower()
    if re.search(r"\binterpellation", lower) or "interpellation" in form.banners:
        return T.INTERPELLATION
    if _RESIDENTS.match(title) or "medborgarförslag" in form.banners:
        return T.MEDBORGARFORSLAG
    if form.filled_in and not _ANSWER.search(title) and not _TITLED_MOTION.match(title):
        return T.MEDBORGARFORSLAG
    if _CALLS_VOTE.match(title) and not (form.has_officer or form.banners or form.is_minutes):
        return T.MEDBORGARFORSLAG
    if _ANSWER.search(title) or re.search(r"\bmotioner\b|\b(?:nämnd|ledamots)initiativ\b", lower):
        return None
    if not form.has_officer and (said := bylined(paper)):
        return T(said)
    if _TITLED_MOTION.search(title) or "motion" in form.banners:
        return T.MOTION
    if said_in := sent_as(title, form, paper):
        return said_in
    speaks_of_itself = re.search(r"\bmotion(?:en|ären|ärerna)?\b", paper.text[:1500], re.IGNORECASE)
    return T.MOTION if form.petition == 6 or form.is_petition or (form.petition >= 4 and speaks_of_itself) else None


def _letter(title: str, form: Form, paper: Paper) -> DocumentType:
    if _answers_motion(paper, title):
        return T.MOTIONSSVAR
    if re.match(r"remiss?(?:svar|yttrande)", title, re.IGNORECASE) or (not form.proposes and _REMISS.search(title)):
        return T.REMISSVAR
    return T.TJANSTESKRIVELSE


def type_of(paper: Paper, title: str, form: Form) -> DocumentType:
    """The paper's type by its form and title."""
    if form.is_minutes:
        return T.PROTOKOLL
    box = _from_box(paper)
    if box:
        return box if box is not T.OVRIGT else styrdokument_of(title) or T.OVRIGT
    if form.signed_by_party and not form.has_officer and moved_by_members(title, paper.head):
        return T.OVRIGT
    above = [p.text.strip() for p in paper.paragraphs[:HEADED_WITHIN]]
    numbered = any(_NUMBERED_MOTION.match(line) for line in above)
    answered = any(_ANSWERS_IT.match(p.text) for p in paper.paragraphs)
    if any(_PRINTED.match(line) for line in above):
        return T.MOTIONSSVAR if numbered or _answers_motion(paper, title) else T.TJANSTESKRIVELSE
    if numbered and not (answered or form.has_officer or _ANSWER.search(title)):
        return T.MOTION
    if _passed_on(title, paper):
        return T.MOTIONSSVAR
    styr = styrdokument_of(title)
    if _motion_worded_as_decision(title, form, paper):
        return T.MOTION
    if form.filled_in and form.letter <= PROPOSES_ALONE and (asked := _petition(title, form, paper)):
        return asked
    if form.is_letter and not (styr and form.letter < 5 and _self_declared(paper)):
        return _letter(title, form, paper)
    if petition := _petition(title, form, paper):
        return petition
    if styr:
        return styr
    if _ONE_MOTION.search(title) and _ANSWER.search(title):
        return T.MOTIONSSVAR
    if _REMISS.search(title) or "remissvar" in form.banners:
        return T.REMISSVAR
    named = _beside_title(paper) if _self_declared(paper) else None
    styrdokument = set(mapping("types", "styrdokument").values())
    return named or next((T(kind) for kind in form.banners if kind in styrdokument), T.OVRIGT)
