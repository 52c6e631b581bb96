"""Cuts a PDF into its papers, and minutes into their paragrafer (§), each with heading, diarienummer, body and date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import DocumentType, Part
from corpus.paragraph import Kind, Paragraph
from corpus.reading import Reading
from ingest.papers.appendices import appendices
from ingest.papers.bundles import calls, heads_paper
from ingest.papers.headings import bare, is_kind_word
from ingest.papers.paper import Paper
from ingest.papers.paragrafs import Start

_RESTART = re.compile(r"(?<![\d(])1\s*(?:\(\s*\d{1,3}\s*\)|/\s*\d{1,3}\b|\s*av\s*\d{1,3}\b)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?<![\d(])\d{1,3}\s*(?:\(\s*\d{1,3}\s*\)|/\s*\d{1,3}\b|\s*av\s*\d{1,3}\b)", re.IGNORECASE)
_PETITION = re.compile(
    r"^(?:bilaga\s*\d*\s*[:.–-]*\s*)?(?:motion|interpellation|medborgarförslag)\b|^.{3,80}[–-]\s*motion\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:yrkar|föreslår|hemställer)\b|^till (?:kommun|region)?fullmäktige", re.IGNORECASE)
_OWN_PAGE = frozenset({"motion", "tjänsteskrivelse", "tjänsteutlåtande", "protokollsutdrag"})
"""Words for a kind of paper that, alone at the top of a page, begin a new one."""


def _page_of(paragraph: Paragraph) -> int:
    return paragraph.places[0].page if paragraph.places else 1


def _begins_anew(reading: Reading, page: int, own: Sequence[Paragraph]) -> bool:
    """Whether a new paper begins on a page: its page numbers start over, or a motion is appended."""
    lines = [line.text for line in reading.margins if line.page == page]
    earlier = [line.text for line in reading.margins if line.page == page - 1]
    restarts = [line for line in lines if _RESTART.search(line)]
    counted = any(_NUMBERED.search(line) for line in earlier)  # a cover bears no number and begins nothing
    if restarts and counted and not any(line in earlier for line in restarts):
        return True
    if len(own[0].text) > 200:
        return False
    titled = own[0].kind is Kind.HEADING and _PETITION.match(own[0].text) and not re.search(r"\bsvar\b", own[0].text)
    asks = titled and any(_ASKS.search(p.text) for p in own[1:])
    return bool(asks) or (is_kind_word(own[0].text) and bare(own[0].text) in _OWN_PAGE)


def papers_in(reading: Reading) -> tuple[tuple[int, int], ...]:
    """The papers of a PDF as (first, last) paragraph numbers, both included; most PDFs hold one."""
    if not reading.paragraphs:
        return ()
    firsts = [1]
    pages: dict[int, list[Paragraph]] = {}
    for paragraph in reading.paragraphs:
        pages.setdefault(_page_of(paragraph), []).append(paragraph)
    bundle = calls(pages.get(1, ()))
    for page in range(2, len(reading.page_sizes) + 1):
        own = pages.get(page)
        if own and own[0].n > firsts[-1] and (_begins_anew(reading, page, own) or (bundle and heads_paper(own))):
            firsts.append(own[0].n)
    lasts = [first - 1 for first in firsts[1:]] + [len(reading.paragraphs)]
    return tuple(zip(firsts, lasts, strict=True))


def parts_of_minutes(
    paper: Paper, starts: Sequence[Start], *, body: str | None, date: str | None, dnr: tuple[str, ...] = ()
) -> tuple[Part, ...]:
    """What precedes the first § (if anything), then each §, then each bilaga as a part of the § that it names; a lone §
    takes the diarienummer of the head, `dnr`."""
    parts: list[Part] = []
    first, last = paper.paragraphs[0].n, paper.paragraphs[-1].n
    if not starts or starts[0].index > 0:
        until = paper.paragraphs[starts[0].index].n - 1 if starts else last
        parts.append(Part(DocumentType.PROTOKOLL, first, until, None, None, () if starts else dnr, body, date))
    places = [*((start.index, start) for start in starts), *appendices(paper.paragraphs, starts)]
    ends = [*(index for index, _ in places), len(paper.paragraphs)][1:]
    for (index, named), following in zip(places, ends, strict=True):
        begin, end = paper.paragraphs[index].n, paper.paragraphs[following - 1].n
        if named is None:
            parts.append(Part(DocumentType.PROTOKOLL, begin, end, None, None, (), body, date))
            continue
        own = named.dnr or (dnr if len(starts) == 1 else ())
        parts.append(Part(DocumentType.PROTOKOLL, begin, end, named.section, named.title, own, body, date))
    return tuple(parts)
