"""Finds a paper's own diarienummer and motion number: in its margins and head, never in running text about others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus import diarienummer
from corpus.paragraph import Kind, Paragraph
from ingest.papers.bodies import mentions
from ingest.papers.dnr_lines import dnr_line
from ingest.papers.paper import Paper
from ingest.papers.paragrafs import Start

_LABEL_CELL = re.compile(
    r"^(?:dnr|diarienr|diarienummer|ärendenummer|ärendenr|beteckning|vår (?:referens|beteckning)|ärende-?id)"
    r"(?:\s*\([^()]*\))?\s*[:.]?$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:ersätter|upphäver|beslutsunderlag|se även|jfr|er(?:t)? (?:dnr|ref|beteckning|diarie)|remiss från)\b",
    re.IGNORECASE,
)
_MOTION = re.compile(
    r"\bmotion(?:en)?(?:\s*(?:nr|nummer))?\.?\s*:?\s*\(?(?P<number>(?:19|20)\d{2}\s?(?:[:/]|nr\.?)\s?\d{1,4}|\d{1,3}\s?/\s?(?:20)?\d{2})\b",
    re.IGNORECASE,
)

_ANNOUNCES = re.compile(
    r"(?:anmälan\s+av|anmälda|inkomna)\s+(?:nya\s+|inkomna\s+)?motion(?:er)?\b|(?:anmälda|inkomna|nya)\s+motioner\b|ny\s+motion\b",
    re.IGNORECASE,
)
_OWNED = re.compile(r"^(?P<owner>[A-ZÅÄÖ][\wåäö -]+s)\s+(?:ärendenummer|dnr|diarienummer|beteckning|referens)\b")


def _of_others(text: str) -> bool:
    """Whether a line gives the number of another paper or of another authority ("Trafikverkets ärendenummer …")."""
    owned = _OWNED.match(text)
    return _OTHERS.search(text) is not None or (owned is not None and not mentions(owned["owner"]))


def _head_lines(paper: Paper, starts: Sequence[Start]) -> Iterator[str]:
    until = starts[0].index if starts else len(paper.head)
    for paragraph in paper.paragraphs[: min(until, 40)] if starts else paper.head:
        listed = paragraph.kind is Kind.LIST_ITEM  # an agenda lists the numbers of other papers
        if len(paragraph.text) < 200 and not listed and not _of_others(paragraph.text):
            yield paragraph.text
            yield from _under_labels(paper, paragraph.n)
    for text in paper.margin_texts:
        if not _of_others(text):
            yield text


def _under_labels(paper: Paper, n: int) -> Iterator[str]:
    """A value under or beside a lone label is labelled too: "Diarienummer" over "2021-845"."""
    first = paper.paragraphs[0].n
    paragraph = paper.paragraphs[n - first]
    for name, value in pairwise(paragraph.cells):
        if _LABEL_CELL.match(name.strip()):
            yield f"Dnr {value}"
    following = paper.paragraphs[n - first + 1] if n - first + 1 < len(paper.paragraphs) else None
    if following is None:
        return
    if _LABEL_CELL.match(paragraph.text.strip()):
        yield f"Dnr {following.text}"
    for name, value in zip(paragraph.cells, following.cells, strict=False):
        if _LABEL_CELL.match(name.strip()):
            yield f"Dnr {value}"


def _margin_labels(paper: Paper) -> Iterator[str]:
    lines = paper.first_margins
    for label, value in (*pairwise(lines), *paper.stacked):
        if _LABEL_CELL.match(label.strip()):
            yield f"Dnr {value}"


def numbers_of(paper: Paper, starts: Sequence[Start]) -> tuple[str, ...]:
    """The paper's diarienummer as written, each matter once; those of a § belong to the §, not to the minutes' head."""
    written: list[str] = []
    for line in (*_head_lines(paper, starts), *_margin_labels(paper)):
        written += [one.written for one in diarienummer.find(line)]
    if not written and not starts:
        for paragraph in (*paper.paragraphs[:40], *paper.paragraphs[-6:]):
            if dnr_line(paragraph.text) and not _OTHERS.search(paragraph.text):
                written += [one.written for one in diarienummer.find(paragraph.text)]
    with_board = {diarienummer.normalise(one).split(" ")[-1] for one in written if " " in diarienummer.normalise(one)}
    kept = [
        one for one in written if " " in diarienummer.normalise(one) or diarienummer.normalise(one) not in with_board
    ]
    return diarienummer.unique(kept)


def announced_numbers(title: str | None, paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """The diarienummer of the motions that a § makes known ("Anmälan av nya motioner"); none of another §."""
    if not title or not _ANNOUNCES.match(title):
        return ()
    named = (p.text for p in paragraphs if p.kind is not Kind.HEADING and not _OTHERS.search(p.text))
    found = (one for text in named for one in diarienummer.find(text))
    return tuple(one.written for one in found if one.labelled or re.match(r"[A-ZÅÄÖ]", one.written))


def motion_number_in(text: str) -> str | None:
    """A motion's running number in a text: "Motion 2022:31", "motion (2020:31)", "motion 2020 nr 31", "12/21"."""
    return next(iter(motion_numbers_in(text)), None)


def motion_numbers_in(text: str) -> tuple[str, ...]:
    """Every motion's number in a text, as they stand; "2020 nr 31" is 2020:31."""
    found = (re.sub(r"\s", "", match["number"]) for match in _MOTION.finditer(text))
    return tuple(re.sub(r"nr\.?", ":", number, flags=re.IGNORECASE) for number in found)


def motion_number_of(paper: Paper, title: str) -> str | None:
    """The paper's motion number, from the title, the head or the margins."""
    lines = (title, *(p.text for p in paper.head), *paper.first_margins)
    return next((number for line in lines if (number := motion_number_in(line))), None)
