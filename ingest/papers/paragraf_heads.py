"""What the head of a § says: its title, be it over several lines or below its number, and its diarienummer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import diarienummer
from corpus.paragraph import Kind, Paragraph
from ingest.papers.dnr_lines import bare_number, dnr_line, without_dnr
from ingest.papers.headings import is_open, is_section
from ingest.papers.paragraf_lines import LONGEST, Candidate

_MATTER = re.compile(
    r"(?:svar\s+på\s+|yttrande\s+över\s+)?(?:motion|medborgarförslag|interpellation|e-förslag)\s+\S+\s+\S",
    re.IGNORECASE,
)
"""A title that names its matter, though it ends as sections do: "Motion om skolstart – nämndens yttrande"."""
_PAPER = re.compile(
    r"(?:motion(?:en)?|medborgarförslag|e-förslag|interpellation|(?:tjänste)?utlåtande|handling|tjänsteskrivelse)\b"
    r"(?!\s+(?:om|angående|gällande)\b)",
    re.IGNORECASE,
)
"""What begins a line under a § title that names the paper at hand: "Motion (2023:41) av Eva Ek (L)"."""
MOST_LINES = 8
"""Paragraphs that the head of a § takes at most."""


@dataclass(frozen=True, slots=True)
class Head:
    """Title, diarienummer as written, how many paragraphs they take, and whether the title stands on the § line."""

    title: str
    dnr: tuple[str, ...]
    length: int
    on_one_line: bool


def _goes_on(title: str, line: Paragraph, before: Paragraph) -> bool:
    """Whether a line carries on a § title that did not fit on one line: as bold or as large, and no sentence."""
    text = line.text.strip()
    carries = is_open(title) or re.match(r"[a-zåäö(]|(?:19|20)\d{2}\b|[–-]\s", text) is not None
    alike = line.bold == before.bold and (line.bold or line.kind is Kind.HEADING) and not is_section(text)
    return bool(title) and carries and alike and len(text) < 100 and not text.endswith((".", ":"))


def _above_dnr(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether a heading stands between a § title and its diarienummer: the rest of the title, as a scanner read it."""
    line = paragraphs[at]
    below = _text_at(paragraphs, at + 1)
    return line.kind is Kind.HEADING and not is_section(line.text) and len(line.text) < 100 and dnr_line(below)


def _text_at(paragraphs: Sequence[Paragraph], at: int) -> str:
    return paragraphs[at].text if at < len(paragraphs) else ""


def _names_paper(text: str) -> bool:
    """Whether a line names the paper at hand, and is no sentence about it."""
    return len(text) < LONGEST and not text.endswith((".", ":")) and _PAPER.match(text) is not None


def _labelled(text: str) -> tuple[str, ...]:
    """The diarienummer that stand behind a label ("dnr")."""
    return tuple(one.written for one in diarienummer.find(text) if one.labelled)


def head_of(one: Candidate, paragraphs: Sequence[Paragraph], until: int) -> Head:
    """The head that begins with a § line, before the paragraph `until` (an index)."""
    title, dnr = one.title, one.dnr
    at = one.index + 1
    while at < min(until, one.index + MOST_LINES):
        text = paragraphs[at].text
        if dnr_line(text):
            dnr += tuple(found.written for found in diarienummer.find(text))
        elif title and _names_paper(text) and (labelled := _labelled(text)):
            dnr += labelled
        elif title and _names_paper(text) and dnr_line(_text_at(paragraphs, at + 1)):
            pass
        elif bare := bare_number(text):
            dnr += (bare,)
        elif not title and (_MATTER.match(text) or not is_section(text)) and len(text) < LONGEST:
            title, more = without_dnr(text)
            dnr += more
        elif _goes_on(title, paragraphs[at], paragraphs[at - 1]) or _above_dnr(paragraphs, at):
            title = f"{title} {text}"
        else:
            break
        at += 1
    return Head(title, diarienummer.unique(dnr), at - one.index, bool(one.title))
