"""Links styrdokument across documents: which paper replaces which, read from "Ersätter …" and from titles and years."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.document import STYRDOKUMENT, Document
from ingest.papers.matters import content, squeeze
from ingest.papers.written_dates import dates_in

_YEARS = re.compile(r"\b(?:19|20)\d{2}(?:\s?[–‑-]\s?(?:(?:19|20)\d{2}|\d{2}))?\b")
_KIND = re.compile(r"^(?:tidigare|nuvarande|gällande|kommunens|den)\s+", re.IGNORECASE)


def _name(title: str) -> str:
    """A styrdokument's name without its years: "Klimatstrategi 2015–2021" → klimatstrategi."""
    return squeeze(_KIND.sub("", _YEARS.sub("", title)))


def _adopted(document: Document) -> str:
    return (document.adoption.date if document.adoption else None) or document.date or ""


def _score(words: str, document: Document) -> float:
    """How surely `words` ("Klimatstrategi 2015–2021 (KF 2015-03-24 § 40)") name a document, 0..3."""
    score = 0.0
    spoken, title = squeeze(words), squeeze(document.title)
    if title and title in spoken:
        score += 2.0
    elif _name(document.title) and _name(document.title) in spoken:
        score += 1.0
    else:
        own = content(document.title)
        shared = len(own & content(words))
        score += 0.8 if own and shared >= 2 and shared / len(own) >= 0.7 else 0.0
    if _adopted(document) in {date.iso for date in dates_in(words)}:
        score += 1.0
    elif not score and _years(document.title) and _years(document.title) & _years(words):
        score += 0.8
    return score


def _years(text: str) -> frozenset[str]:
    """Spans of years, comparable: "2018–2021" and "2018-2021" are one."""
    return frozenset(re.sub(r"\D", "", match) for match in _YEARS.findall(text) if len(match) > 4)


def _kin(words: str, newer: Document, older: Document) -> bool:
    """Whether the words may mean the older paper: they say its name, or the papers are of one kind and share a word."""
    if _name(older.title) and _name(older.title) in squeeze(words):
        return True
    return older.type is newer.type and bool(content(older.title) & content(newer.title) - content(older.type))


def _named_by(document: Document, others: Sequence[Document]) -> Document | None:
    """The older paper that a paper's "Ersätter …" names; None where two are named as well."""
    words = document.replaces or ""
    older = [
        o for o in others if o.file != document.file and _adopted(o) <= _adopted(document) and _kin(words, document, o)
    ]
    scored = sorted(((_score(words, o), _adopted(o), o.file, o) for o in older), key=lambda s: s[:3], reverse=True)
    if not scored or scored[0][0] < 0.8:
        return None
    if len(scored) > 1 and scored[1][0] == scored[0][0] and scored[1][1] == scored[0][1]:
        return None
    return scored[0][3]


def _same_name(documents: Sequence[Document]) -> dict[str, str]:
    """Of papers with one name, one type and one adopting body, each is replaced by the next one adopted."""
    groups: dict[tuple[str, str, str], list[Document]] = defaultdict(list)
    for document in documents:
        body = document.adoption.body if document.adoption else None
        day = document.adoption.date if document.adoption else None
        if body and day and len(_name(document.title)) >= 8:
            groups[(_name(document.title), document.type, body)].append(document)
    successor: dict[str, str] = {}
    for group in groups.values():
        group.sort(key=_adopted)
        for older, newer in pairwise(group):
            if _adopted(older) < _adopted(newer):
                successor[older.file] = newer.file
    return successor


def _pairs(text: str) -> frozenset[str]:
    """A name's words two and two, as keys; a name of one word alone."""
    found = sorted(content(_YEARS.sub("", text)))[:8]
    if len(found) == 1:
        return frozenset({f"styr:{found[0]}"})
    return frozenset(f"styr:{one}+{two}" for i, one in enumerate(found) for two in found[i + 1 :])


def link_keys(document: Document) -> frozenset[str]:
    """What a styrdokument may be linked by: its name's words, its adoption, its years, and what it says it replaces."""
    if document.type not in STYRDOKUMENT:
        return frozenset()
    spoken = document.replaces or ""
    days = [_adopted(document), *(date.iso for date in dates_in(spoken))]
    years = _years(document.title) | _years(spoken)
    keys = {*_pairs(document.title), *_pairs(spoken), *(f"styr:{word}" for word in content(spoken))}
    return frozenset(keys | {f"styr:{day}" for day in days if day} | {f"styr:{span}" for span in years})


def replacements(documents: Sequence[Document]) -> Mapping[str, str]:
    """Replaced file → the file that replaces it, among the styrdokument of `documents`."""
    styr = [document for document in documents if document.type in STYRDOKUMENT]
    successor = _same_name(styr)
    for document in styr:
        if document.replaces:
            older = _named_by(document, styr)
            if older is not None:
                successor[older.file] = document.file
    return successor


def link_styrdokument(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents with `replaced_by` filled in, and `replaces` naming the file where the replaced paper is known."""
    successor = replacements(documents)
    predecessor = {newer: older for older, newer in successor.items()}
    return tuple(
        replace(d, replaced_by=successor.get(d.file, d.replaced_by), replaces=predecessor.get(d.file, d.replaces))
        if d.file in successor or d.file in predecessor
        else d
        for d in documents
    )
