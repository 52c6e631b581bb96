"""Decides a paper's type: first its form (minutes, officer's letter, motion), only then what its title is about."""

from __future__ import annotations

import re
from functools import cache

from corpus.document import DocumentType
from ingest.papers.form import Form
from ingest.papers.headings import bare
from ingest.papers.paper import Paper
from ingest.papers.tables import mapping, table, words

T = DocumentType

_ANSWER = re.compile(r"\b(?:svar|yttrande|besvarande|utlåtande|motionssvar|beredning)\b", re.IGNORECASE)
_ONE_MOTION = re.compile(r"\bmotion(?:en|ssvar)?\b|\bmotion(?=\s*[(:–-])", re.IGNORECASE)
_INFO_BOX = re.compile(
    r"(?:typ av styrdokument|dokumenttyp|dokumentinfo|typ av dokument|styrdokumenttyp|dokumentkategori)\s*[:|]?\s*(?P<kind>[A-Za-zåäö]+)",
    re.IGNORECASE,
)
_ADOPTED = re.compile(
    r"\b(?:antagen|antaget|antagna|antagits|fastställd|fastställt|fastställda|beslutad|beslutat|beslutade|godkänd)\b.{0,60}\bav\b|\bgäller (?:från|för|tills)|\bbeslutande instans|\bgiltighetstid|\bersätter\b",
    re.IGNORECASE,
)


@cache
def _nouns() -> tuple[tuple[re.Pattern[str], DocumentType], ...]:
    found = sorted(mapping("types", "styrdokument").items(), key=lambda pair: -len(pair[0]))
    return tuple((re.compile(rf"[\w-]*{re.escape(word)}$", re.IGNORECASE), T(kind)) for word, kind in found)


def _kind_of_word(word: str) -> DocumentType | None:
    lower = word.lower()
    if lower in words_not():
        return None
    return next((kind for pattern, kind in _nouns() if pattern.fullmatch(lower)), None)


@cache
def words_not() -> frozenset[str]:
    """Words that end like a styrdokument's and are something else."""
    return frozenset(table("types")["inte_styrdokument"]["ord"])


def styrdokument_of(title: str) -> DocumentType | None:
    """The styrdokument a title's head noun names: "Riktlinjer för …" is one, "Uppföljning av riktlinjer" is about one."""
    about = table("types")["handlar_om"]
    tokens = re.findall(r"[\wåäöÅÄÖ-]+", title)
    seen_draft = False
    for position, token in enumerate(tokens):
        lower = token.lower()
        if lower in about["undantag"]:
            seen_draft = True
            continue
        if lower in about["ord"] and seen_draft and position <= 2:
            continue
        if lower in about["ord"]:
            return None if position else None
        if any(lower.startswith(word) for word in about["foregas_av"]):
            return None
        kind = _kind_of_word(token)
        if kind is not None:
            return kind
    return None


def _from_box(paper: Paper) -> DocumentType | None:
    for paragraph in (*paper.head, *paper.paragraphs[:20]):
        match = _INFO_BOX.search(paragraph.text)
        if match and (kind := _kind_of_word(match["kind"])):
            return kind
    return None


def _subtitle_kind(paper: Paper) -> DocumentType | None:
    """A styrdokument named in the head beside a title that is a name ("Sätt Alingsås i rörelse" / "Program för idrott")."""
    for paragraph in paper.head[:8]:
        if len(paragraph.text) < 120 and (kind := styrdokument_of(paragraph.text)):
            return kind
    return None


def _answers_motion(paper: Paper, title: str) -> bool:
    if _ONE_MOTION.search(title):
        return True
    decided = [
        p.text
        for p in paper.paragraphs[:40]
        if re.match(
            r"(?:att\s+)?motionens?\b.{0,80}\b(?:avslås|bifalls|anses?|besvara|avslå|bifalla)", p.text, re.IGNORECASE
        )
    ]
    return bool(decided)


def _petition(title: str, form: Form, paper: Paper) -> DocumentType | None:
    lower = title.lower()
    answer = _ANSWER.search(title) is not None
    said = form.banners
    if re.search(r"\binterpellation", lower) or "interpellation" in said:
        return T.INTERPELLATION
    if re.match(r"(?:medborgarförslag|e-förslag|invånarförslag)", lower) or "medborgarförslag" in said:
        return T.MEDBORGARFORSLAG
    titled = re.match(r"motion\b", lower) or re.search(r"[–:,-]\s*motion$|\(motion\)$", lower) or "motion" in said
    if titled and not answer and not re.search(r"\bmotioner\b", lower):
        return T.MOTION
    if (
        not answer
        and form.petition >= 4
        and re.search(r"\bmotion(?:en|ären|ärerna)?\b", paper.text[:1500], re.IGNORECASE)
    ):
        return T.MOTION
    if not answer and form.petition == 6:
        return T.MOTION
    return None


def _letter(title: str, paper: Paper) -> DocumentType:
    if _answers_motion(paper, title):
        return T.MOTIONSSVAR
    if re.match(r"remiss(?:svar|yttrande)", title, re.IGNORECASE):
        return T.REMISSVAR
    return T.TJANSTESKRIVELSE


def type_of(paper: Paper, title: str, form: Form) -> DocumentType:
    """The paper's type by its form and title."""
    if form.is_minutes:
        return T.PROTOKOLL
    styr = _from_box(paper) or styrdokument_of(title)
    if form.is_letter and not (styr and form.letter < 5 and _ADOPTED.search(paper.text[:3000])):
        return _letter(title, paper)
    petition = _petition(title, form, paper)
    if petition:
        return petition
    if styr:
        return styr
    if _ONE_MOTION.search(title) and _ANSWER.search(title):
        return T.MOTIONSSVAR
    if (
        re.search(
            r"remiss(?:svar|yttrande)|^svar på remiss|yttrande (?:över|på|avseende) .*(?:remiss|betänkande|sou|promemoria)",
            title,
            re.IGNORECASE,
        )
        or "remissvar" in form.banners
    ):
        return T.REMISSVAR
    if _ADOPTED.search(paper.text[:3000]) and (kind := _subtitle_kind(paper)):
        return kind
    said = next((T(kind) for kind in form.banners if kind in set(mapping("types", "styrdokument").values())), None)
    return said or T.OVRIGT


__all__ = ["bare", "styrdokument_of", "type_of", "words"]
