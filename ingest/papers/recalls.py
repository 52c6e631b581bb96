"""Which paragraphs recall what was decided before: "En motion om kallbadhus avslogs 2015", "Fullmäktige återremitterade
ärendet den 25 april 2024". A § need not be named; where one is, `ingest.papers.references` reads it too."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from corpus.document import Part
from corpus.paragraph import Kind, Paragraph

_ASKED = r"(?:motion\w*|\w*förslag\w*|initiativ\w*|ärendet|frågan|motionssvaret)"
_DID = r"(?:avslog|biföll|besvarade|återremitterade|bordlade|förklarade|(?:sade|sa)\s+(?:\w+\s+){0,2}(?:nej|ja)\s+till)"
_WAS_DONE = r"(?:avslogs|bifölls|ansågs|besvarades|förklarades|återremitterades|bordlades|fick\s+(?:nej|ja|avslag))"
_LIKE = r"(?:liknande|motsvarande|samma)"

_RECALLS = re.compile(
    rf"\b{_DID}\b[^.]{{0,120}}?\b(?:{_ASKED}|{_LIKE})"  # "avslog 2015 en motion om …"
    rf"|\b{_WAS_DONE}\b[^.]{{0,60}}?\b{_ASKED}"  # "2018-10-29, § 133, ansågs en motion … besvarad"
    rf"|\b{_ASKED}\b[^.]{{0,160}}?\b{_WAS_DONE}\b"  # "en motion om kallbadhus avslogs 2015"
    rf"|\b(?:{_LIKE}|tidigare)\b[^.]{{0,40}}?\b(?:{_ASKED}|fråg\w+|sak)[^.]{{0,80}}?\b(?:behandla|pröva|uppe)\w*"
    rf"|\b(?:behandlat|prövat|behandlats|prövats)\b[^.]{{0,60}}?\b(?:{_LIKE}|tidigare|gånger|förut)\b"
    rf"|\b{_ASKED}\b[^.]{{0,60}}?\b(?:uppe|prövats|behandlats)\b[^.]{{0,30}}?\b(?:gånger|tidigare|förut)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:19|20)\d\d\b|liknande|motsvarande|samma|tidigare|förut|senast|förra|år\s+sedan", re.IGNORECASE
)
"""What sets it in the past: a year or a word; "Ordföranden förklarade överläggningen avslutad" has neither."""
_COUNTED = re.compile(r"procent|%|\bandel", re.IGNORECASE)
"""What is told of many at once is counted, not recalled: "212 förslag kom in, varav 9 procent bifölls"."""
SHORTEST = 40
"""Shorter paragraphs (characters) recall nothing: "Motionen avslås" is a decision."""


def recalls_of(paragraphs: Sequence[Paragraph], part: Part, *, without: Collection[int]) -> tuple[int, ...]:
    """The n of each paragraph of one paper or § that recalls an earlier decision; `without` are those that ask or
    decide themselves."""
    within = paragraphs[part.first - 1 : part.last]
    return tuple(one.n for one in within if one.n not in without and _recalls(one))


def _recalls(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if paragraph.kind is Kind.HEADING or len(text) < SHORTEST or not _BEFORE.search(text):
        return False
    return any(not _COUNTED.search(match[0]) for match in _RECALLS.finditer(text))
