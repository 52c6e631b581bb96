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
from ingest.board import BOARD
from ingest.papers.headings import bare, is_open, is_section
from ingest.papers.instances import instance_of

_START = re.compile(
    rf"^(?:(?:(?P<letters>{BOARD})|[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{1,6}})\s+)?"
    r"(?:§\s*(?P<n>\d{1,4})(?P<letter>\s?[a-z](?![\w]))?|Paragraf\s+(?P<w>\d{1,4})|(?P<o>\d{1,4})\s*§)"
    r"(?P<year>\s?[/:]\s?(?:20)?\d{2}(?!\d))?(?![\d–-])"
)
SOURCES = re.compile(
    r"beslutsunderlag|underlag för beslut|handlingar|tidigare beslut|bilag|ärendelista|innehåll|delges|skickas|expedi"
)
"""Headings under which a § is only named."""
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
    """A line that may begin a §; `weight` says how sure it is, `row` that it stands in a table (mostly of contents).

    `letters` are those of a board before the § ("KF" of "Kf § 61").
    """

    index: int
    number: int
    section: str
    rest: str
    weight: float
    row: bool
    letters: str = ""


def _line(paragraph: Paragraph) -> str:
    """The text as printed: a § that was read as a list marker stands in front again."""
    label = paragraph.label or ""
    if paragraph.ocr and (match := _MISREAD.match(paragraph.text)):
        return f"§ {paragraph.text[match.end() :]}"
    return f"{label} {paragraph.text}" if "§" in label and "§" not in paragraph.text[:3] else paragraph.text


def _weight(paragraph: Paragraph, rest: str, following: Paragraph | None) -> float:
    """How surely a line begins a §: alone with its number 3, a heading 2.5, words 1, and 1 more before a heading."""
    if paragraph.cells:
        return 0.5
    if not _without_dnr(rest)[0]:
        return 3.0
    if paragraph.kind is Kind.HEADING:
        return 2.5
    heads = following is not None and (following.kind is Kind.HEADING or dnr_line(following.text))
    return 2.0 if heads else 1.0


def _refers(text: str, rest: str, under: str) -> bool:
    """Whether a line that is no heading only names a § of a law, another body or an earlier meeting."""
    after = text[text.index("§") + 1 :].lstrip(" 0123456789") if "§" in text else rest
    named = SOURCES.search(under) is not None and bool(_without_dnr(rest)[0])
    return named or _REFERENCE.match(after) is not None or text.endswith((".", ";"))


def _candidate(paragraphs: Sequence[Paragraph], index: int, under: str) -> _Candidate | None:
    paragraph = paragraphs[index]
    text = _line(paragraph)
    match = _START.match(text)
    if match is None or len(text) > _LONGEST or _another_turn(text):
        return None
    rest = text[match.end() :].strip(" :.–-|")
    if paragraph.kind is not Kind.HEADING and (match["o"] or _refers(text, rest, under)):
        return None
    number = int(match["n"] or match["w"] or match["o"])
    letter = (match["letter"] or "").strip()
    following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    section = f"§ {number} {letter}".strip()
    letters = (match["letters"] or "").upper()
    return _Candidate(index, number, section, rest, _weight(paragraph, rest, following), bool(paragraph.cells), letters)


def _candidates(paragraphs: Sequence[Paragraph]) -> list[_Candidate]:
    found: list[_Candidate] = []
    under = ""
    for index, paragraph in enumerate(paragraphs):
        one = _candidate(paragraphs, index, under)
        if one is not None:
            found.append(one)
        elif paragraph.kind is Kind.HEADING:
            under = bare(paragraph.text)
    return found


def _another_turn(text: str) -> bool:
    """Whether a § names a body and its day alone: what that body said of the matter, inside the § of these minutes."""
    instance = instance_of(text)
    return instance is not None and instance.dated


def _of_one_board(found: list[_Candidate]) -> list[_Candidate]:
    """Without the §§ under other boards' letters than the minutes' own, and without their own § named once more inside.

    The minutes' own letters are those of most §§, of as many the first: "Kf § 61", inside it "Au § 80" and "Ks § 133".
    """
    numbers: dict[str, set[int]] = {}
    for one in found:
        if one.letters and not one.row:
            numbers.setdefault(one.letters, set()).add(one.number)
    own = max(numbers, key=lambda letters: len(numbers[letters]), default="")
    kept: list[_Candidate] = []
    for one in found:
        other = one.letters not in ("", own)
        again = bool(one.letters) and bool(kept) and (kept[-1].section, kept[-1].row) == (one.section, False)
        if not other and not (again and not _without_dnr(one.rest)[0]):
            kept.append(one)
    return kept


def _without_contents(found: list[_Candidate]) -> list[_Candidate]:
    """Of a § named twice, the one with the most after it begins it: the other stands in a table of contents."""
    kept: dict[str, tuple[tuple[bool, int], _Candidate]] = {}
    for position, one in enumerate(found):
        after = found[position + 1].index if position + 1 < len(found) else one.index + 1000
        worth = (not one.row, after - one.index)
        if one.section not in kept or worth > kept[one.section][0]:
            kept[one.section] = (worth, one)
    return sorted((one for _, one in kept.values()), key=lambda one: one.index)


def _cost(step: int) -> float:
    """What a jump in the numbers costs: extracts jump, but a line of another body's § jumps most."""
    return 0.0 if step == 1 else 0.5 if 0 <= step <= 5 else 2.0 if 5 < step <= 300 else 99.0


def _rising(found: list[_Candidate]) -> list[_Candidate]:
    """The heaviest run of rising numbers: a lone § of another body, or of a law, falls out."""
    best: list[tuple[float, int]] = []
    for i, one in enumerate(found):
        score, back = one.weight, -1
        for j in range(i):
            joined = best[j][0] + one.weight - _cost(one.number - found[j].number)
            if joined > score:
                score, back = joined, j
        best.append((score, back))
    at = max(range(len(best)), key=lambda i: (best[i][0], -i), default=-1)
    chain: list[_Candidate] = []
    while at >= 0:
        chain.append(found[at])
        at = best[at][1]
    return chain[::-1]


_MATTER = re.compile(
    r"(?:svar\s+på\s+|yttrande\s+över\s+)?(?:motion|medborgarförslag|interpellation|e-förslag)\s+\S+\s+\S",
    re.IGNORECASE,
)
"""A title that names its matter, though it ends as sections do: "Motion om skolstart – nämndens yttrande"."""
_DNR_LINE = re.compile(r"^(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer)\b", re.IGNORECASE)


def dnr_line(text: str) -> bool:
    """Whether a line holds diarienummer and nothing else."""
    found = diarienummer.find(text)
    if any(one.labelled for one in found) and len(_without_dnr(text)[0].split()) <= 3:
        return True
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
    carries = is_open(title) or re.match(r"[a-zåäö(]|(?:19|20)\d{2}\b|[–-]\s", text) is not None
    alike = line.bold == before.bold and (line.bold or line.kind is Kind.HEADING) and not is_section(text)
    return bool(title) and carries and alike and len(text) < 100 and not text.endswith((".", ":"))


def _above_dnr(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether a heading stands between a § title and its diarienummer: the rest of the title, as a scanner read it."""
    line = paragraphs[at]
    below = paragraphs[at + 1].text if at + 1 < len(paragraphs) else ""
    return line.kind is Kind.HEADING and not is_section(line.text) and len(line.text) < 100 and dnr_line(below)


def _described(one: _Candidate, paragraphs: Sequence[Paragraph], until: int) -> Start:
    title, dnr = _without_dnr(one.rest)
    on_one_line = bool(title)
    at = one.index + 1
    while at < min(until, one.index + 8):
        text = paragraphs[at].text
        if dnr_line(text):
            dnr += tuple(found.written for found in diarienummer.find(text))
        elif not title and (_MATTER.match(text) or not is_section(text)) and len(text) < _LONGEST:
            title, more = _without_dnr(text)
            dnr += more
        elif _goes_on(title, paragraphs[at], paragraphs[at - 1]) or _above_dnr(paragraphs, at):
            title = f"{title} {text}"
        else:
            break
        at += 1
    length = at - one.index
    return Start(one.index, one.number, one.section, title or None, diarienummer.unique(dnr), length, on_one_line)


def starts(paragraphs: Sequence[Paragraph]) -> tuple[Start, ...]:
    """Where each § begins, in order."""
    chain = _rising(_without_contents(_of_one_board(_candidates(paragraphs))))
    ends = [*(one.index for one in chain), len(paragraphs)][1:]
    return tuple(_described(one, paragraphs, until) for one, until in zip(chain, ends, strict=True))
