"""Finds the paragrafer (§) of minutes: where each begins, its title and its diarienummer.

A table of contents names every § before it begins, legal text is full of "§ 5", and lists of documents name the § of
other bodies; none of these begins a §.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import diarienummer
from corpus.paragraph import Kind, Paragraph
from ingest.papers.headings import bare, is_section

_START = re.compile(
    r"^(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,6}\s+)?(?:§\s*(?P<n>\d{1,4})(?P<letter>\s?[a-z](?![\w]))?|Paragraf\s+(?P<w>\d{1,4})|(?P<o>\d{1,4})\s*§)(?P<year>\s?[/:]\s?(?:20)?\d{2}(?!\d))?(?![\d–-])"
)
_SOURCES = re.compile(
    r"beslutsunderlag|underlag för beslut|handlingar|tidigare beslut|bilag|ärendelista|innehåll|delges|skickas|expedi"
)
_REFERENCE = re.compile(r"^[\s,.]*(?:i|av|enligt|och|samt|punkt|st|första|andra|kap|tredje)\b")
_MISREAD = re.compile(r"(?:8|S|\$|&|5)\s(?=\d{1,3}\s+[A-ZÅÄÖ])")
"""OCR reads "§ 178 Motion" as "8 178 Motion"."""
_LONGEST = 240


@dataclass(frozen=True, slots=True)
class Start:
    """A § that begins: index in the paragraphs, its number, "§ 12", its title and diarienummer, how many
    paragraphs its heading takes (§, title and diarienummer lines), and whether the title stands on the § line."""

    index: int
    number: int
    section: str
    title: str | None
    dnr: tuple[str, ...]
    heading_length: int
    on_one_line: bool


@dataclass(frozen=True, slots=True)
class _Candidate:
    index: int
    number: int
    section: str
    rest: str
    heading: bool


def _line(paragraph: Paragraph) -> str:
    """The text as printed: a § that was read as a list marker stands in front again."""
    label = paragraph.label or ""
    if paragraph.ocr and (match := _MISREAD.match(paragraph.text)):
        return f"§ {paragraph.text[match.end() :]}"
    return f"{label} {paragraph.text}" if "§" in label and "§" not in paragraph.text[:3] else paragraph.text


def _candidates(paragraphs: Sequence[Paragraph]) -> list[_Candidate]:
    found: list[_Candidate] = []
    under = ""
    for index, paragraph in enumerate(paragraphs):
        text = _line(paragraph)
        match = _START.match(text)
        heading = paragraph.kind is Kind.HEADING
        if heading and not match:
            under = bare(text)
        if match is None or len(text) > _LONGEST:
            continue
        rest = text[match.end() :].strip(" :.–-|")
        if not heading and (
            _SOURCES.search(under) or _REFERENCE.match(text[match.end() :]) or text.endswith((".", ";"))
        ):
            continue
        if match["o"] and not heading:
            continue
        number = int(match["n"] or match["w"] or match["o"])
        letter = (match["letter"] or "").strip()
        found.append(_Candidate(index, number, f"§ {number}{' ' + letter if letter else ''}", rest, heading))
    return found


def _without_contents(found: list[_Candidate]) -> list[_Candidate]:
    """Of a § named twice, the one with the most after it begins it: the other stands in a table of contents."""
    kept: dict[str, tuple[int, _Candidate]] = {}
    for position, one in enumerate(found):
        after = found[position + 1].index if position + 1 < len(found) else one.index + 1000
        length = after - one.index
        if one.section not in kept or length > kept[one.section][0]:
            kept[one.section] = (length, one)
    return sorted((one for _, one in kept.values()), key=lambda one: one.index)


def _rising(found: list[_Candidate]) -> list[_Candidate]:
    """The heaviest run of rising numbers (headings weigh double): a lone § of another body falls out."""
    best: list[tuple[float, int]] = []
    for i, one in enumerate(found):
        weight = 2.0 if one.heading else 1.0
        score, back = weight, -1
        for j in range(i):
            step = one.number - found[j].number
            near = 0.0 if step == 1 else -0.5
            if 0 <= step <= 60 and best[j][0] + weight + near > score:
                score, back = best[j][0] + weight + near, j
        best.append((score, back))
    if not best:
        return []
    at = max(range(len(best)), key=lambda i: (best[i][0], -i))
    chain: list[_Candidate] = []
    while at >= 0:
        chain.append(found[at])
        at = best[at][1]
    return chain[::-1]


_DNR_LINE = re.compile(r"^(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer)\b", re.IGNORECASE)


def dnr_line(text: str) -> bool:
    """Whether a line holds diarienummer and nothing else."""
    found = diarienummer.find(text)
    covered = sum(one.end - one.start for one in found)
    return bool(found) and (
        covered >= 0.5 * len(text.strip()) or (len(text) < 70 and _DNR_LINE.match(text) is not None)
    )


def _without_dnr(text: str) -> tuple[str, tuple[str, ...]]:
    """A § line's title and its diarienummer apart."""
    found = diarienummer.find(text)
    for one in reversed(found):
        text = text[: one.start] + text[one.end :]
    text = re.sub(r"(?i)\b(?:dnr|diarienr|diarienummer|ärendenummer|ärendenr)\b\s*[.:]?\s*(?=[,;)\]|]|$)", "", text)
    return " ".join(text.replace("()", " ").split()).strip(" :,;|–-"), tuple(one.written for one in found)


def _goes_on(title: str, line: Paragraph, before: Paragraph) -> bool:
    """Whether a line carries on a § title that did not fit on one line: as bold or as large, and no sentence."""
    text = line.text.strip()
    carries = re.match(r"[a-zåäö(]|(?:19|20)\d{2}\b|[–-]\s", text) is not None
    alike = line.bold == before.bold and (line.bold or line.kind is Kind.HEADING) and not is_section(text)
    return bool(title) and carries and alike and len(text) < 100 and not text.endswith((".", ":"))


def _described(one: _Candidate, paragraphs: Sequence[Paragraph], until: int) -> Start:
    title, dnr = _without_dnr(one.rest)
    on_one_line = bool(title)
    at = one.index + 1
    while at < min(until, one.index + 8):
        text = paragraphs[at].text
        if dnr_line(text):
            dnr += tuple(found.written for found in diarienummer.find(text))
        elif not title and not is_section(text) and len(text) < _LONGEST:
            title, more = _without_dnr(text)
            dnr += more
        elif _goes_on(title, paragraphs[at], paragraphs[at - 1]):
            title = f"{title} {text}"
        else:
            break
        at += 1
    length = at - one.index
    return Start(one.index, one.number, one.section, title or None, diarienummer.unique(dnr), length, on_one_line)


def starts(paragraphs: Sequence[Paragraph]) -> tuple[Start, ...]:
    """Where each § begins, in order."""
    chain = _rising(_without_contents(_candidates(paragraphs)))
    ends = [*(one.index for one in chain), len(paragraphs)][1:]
    return tuple(_described(one, paragraphs, until) for one, until in zip(chain, ends, strict=True))
