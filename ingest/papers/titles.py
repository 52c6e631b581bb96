"""Finds a paper's title: the words that name its matter, not its kind, its sender or one of its sections."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from corpus.paragraph import Kind, Paragraph
from ingest.papers.bodies import as_body, bodies_in
from ingest.papers.departments import as_department
from ingest.papers.dnr_lines import dnr_line
from ingest.papers.headings import is_kind_word, is_open, is_section
from ingest.papers.mails import subject_of
from ingest.papers.matters import squeeze
from ingest.papers.paper import Paper
from ingest.papers.paragrafs import Start
from ingest.papers.tables import alternatives, mapping
from ingest.papers.written_dates import dates_in

_LABELLED = re.compile(
    r"^(?:ärende(?:mening|rubrik)?|rubrik|titel|ärendets rubrik|dokument(?:namn|titel)|namn på styrdokument)"
    r"\s*[:|]\s*(?P<title>\S.{3,})$",
    re.IGNORECASE,
)
_LABEL_ALONE = re.compile(r"^(?:ärende(?:mening|rubrik)?|rubrik|titel|dokumentnamn)\s*:?$", re.IGNORECASE)
_PLACE = re.compile(
    r"^(?:region\s+)?[A-ZÅÄÖ][\wåäö]+\s+(?:kommun|stad|region|kommuns?\s+författningssamling)$|^region [A-ZÅÄÖ]\w+$"
    r"|@|^\W*$|^\d+\s*(?:\(\d+\)|av \d+)",
    re.IGNORECASE,
)
_OF_PLACE = re.compile(
    r"(?i:till\s+)?(?:[A-ZÅÄÖ][\wåäö-]+\s+(?:kommun|stad)s?,?\s+(?P<after>\S+)|(?P<before>\S+)\s+i\s+[A-ZÅÄÖ][\wåäö-]+"
    r"(?:\s+(?:kommun|stad))?)"
)
"""A receiver with its municipality: "Rönnebacka kommun, kommunfullmäktige", "Till kommunfullmäktige i Rönnebacka"."""


@cache
def _not_title() -> re.Pattern[str]:
    return re.compile(rf"^(?:{alternatives('headings', 'aldrig_titel')})(?!\w)", re.IGNORECASE)


@cache
def _meaningless() -> re.Pattern[str]:
    defaults = alternatives("headings", "programmens_titlar")
    return re.compile(rf"^(?:(?:{defaults}).*|.*\.(?:docx?|pdf|odt|rtf|xlsx?|pptx?))$", re.IGNORECASE)


@cache
def _parties() -> frozenset[str]:
    return frozenset(name.lower() for name in mapping("parties", "namn"))


LONGEST_LINE = 160
"""Characters from which a paragraph of the head is text: a title stands above it."""
LONGEST_SENTENCE = 60
"""Characters of the longest sentence that is taken for such a title."""
_SAYS_ITS_KIND = re.compile(
    r"^(?:motion|medborgarförslag|interpellation)\s*(?::|om|angående|rörande|gällande)\s+\S", re.IGNORECASE
)
"""A line that is a title though its letters are no larger: typewritten, or read by a scanner."""


def _addressee(line: str) -> bool:
    """Whether a line is a body's name, alone or with its municipality's ("Bodarps kommun, kommunfullmäktige")."""
    place, _, after = line.partition(", ")
    beside = _OF_PLACE.fullmatch(line)
    bodies = (line, after if _PLACE.search(place) else "", (beside["after"] or beside["before"]) if beside else "")
    return any(as_body(body) is not None for body in bodies if body)


def _could_be(text: str) -> bool:
    """Whether a line of the head may be the title."""
    line = text.strip().lstrip(":.,;'´`~_ ")
    if (
        not 3 <= len(line) <= 300
        or _not_title().match(line)
        or _PLACE.search(line)
        or is_kind_word(line)
        or is_section(line)
    ):
        return False
    if _addressee(line) or as_department(line) or dnr_line(line) or line.lower() in _parties():
        return False
    found = dates_in(line)
    return not (found and sum(f.end - f.start for f in found) > 0.5 * len(line))


def _labelled(head: Sequence[Paragraph]) -> str | None:
    for position, paragraph in enumerate(head):
        heads = bool(paragraph.cells) and paragraph.cells == paragraph.columns
        if (match := _LABELLED.match(paragraph.text)) and not heads:
            if _could_be(match["title"]) and len(match["title"]) >= 8:
                return match["title"].strip()
        elif (
            _LABEL_ALONE.match(paragraph.text)
            and position + 1 < len(head)
            and _could_be(head[position + 1].text)
            and len(head[position + 1].text) < 160
        ):
            return head[position + 1].text
    return None


def _goes_on(first: Paragraph, second: Paragraph) -> bool:
    """Whether a second heading line carries on the first, as on covers."""
    if abs(first.size - second.size) > 0.6 or first.n + 1 != second.n or not first.size:
        return False
    return is_open(first.text) or bool(re.match(r"[a-zåäö]|\(?\d{4}\s?[–-]\s?\d{2,4}", second.text))


def _joined(start: Paragraph, candidates: Sequence[Paragraph]) -> str:
    text, last = start.text, start
    for following in candidates[candidates.index(start) + 1 :]:
        if not _goes_on(last, following):
            break
        text, last = f"{text} {following.text}", following
    return text


def _from_metadata(paper: Paper, shown: Sequence[Paragraph]) -> str | None:
    """The metadata's title where the paper itself shows the same words: two sources agree."""
    wanted = squeeze(paper.metadata_title or "")
    if len(wanted) < 5:
        return None
    return next((p.text for p in shown if squeeze(p.text) == wanted), None)


def _is_line(paragraph: Paragraph) -> bool:
    """Whether a paragraph of the head may be a line above the text, and no text yet."""
    text = paragraph.text
    return len(text) < LONGEST_LINE and not (len(text) > LONGEST_SENTENCE and text.endswith((".", "!", "?")))


def _largest(shown: Sequence[Paragraph]) -> str | None:
    """The first of the largest headings; without headings the largest bold line, else the line next to the text."""
    headings = [p for p in shown if p.kind is Kind.HEADING]
    lines = [p.text for p in takewhile(_is_line, shown) if not p.text.endswith(":")]
    lines = lines or [p.text for p in shown if len(p.text) < LONGEST_LINE]
    said = (line for line in lines if _SAYS_ITS_KIND.match(line) and not line.endswith((".", ",")))
    if not headings and (named := next(said, None)):
        return named
    headings = headings or [p for p in shown if p.bold or p.size > 13]
    if headings:
        size = max(p.size for p in headings)
        return _joined(next(p for p in headings if p.size >= size - 0.4), headings)
    return lines[-1] if lines else None


def meaningful_metadata(paper: Paper) -> str | None:
    """The metadata's title unless it is a program's default or a file name."""
    said = (paper.metadata_title or "").strip()
    if not said or _meaningless().match(said) or ("-" in said and " " not in said):
        return None
    return said


def _section_title(start: Start) -> str:
    """As printed: "§ 201 Svar på …" on one line, or the title alone where the § stands on a line of its own."""
    if not start.title:
        return start.section
    return f"{start.section} {start.title}" if start.on_one_line else start.title


def _titles_minutes(text: str) -> bool:
    """Whether a heading before several paragrafer names the minutes: by the word, or by body and day."""
    return re.search(r"protokoll|utdrag|sammanträde|§", text, re.IGNORECASE) is not None or bool(
        bodies_in(text) and dates_in(text)
    )


def _ends(paragraph: Paragraph, labelled: str) -> bool:
    """Whether a heading is the labelled title with what kind of paper it is before it: "Medborgarförslag: Utegym"."""
    return paragraph.kind is Kind.HEADING and re.search(rf":\s+{re.escape(labelled)}$", paragraph.text) is not None


def title_of(paper: Paper, starts: Sequence[Start]) -> str | None:
    """The title as printed, None if the paper has none; minutes with one § are called as that § ("§ 201 Svar på …")."""
    zone = paper.paragraphs[: starts[0].index] if starts else ()
    if starts:
        above = [p for p in zone if p.kind is Kind.HEADING and _could_be(p.text) and not re.match(r"§", p.text)]
        if above and (len(starts) == 1 or _titles_minutes(above[0].text)):
            return _joined(above[0], above)
        if len(starts) == 1:
            return _section_title(starts[0])
        return None
    shown = [p for p in paper.head if _could_be(p.text) and p.kind in (Kind.HEADING, Kind.PARAGRAPH)]
    if (labelled := _labelled(paper.head)) and (whole := next((p.text for p in shown if _ends(p, labelled)), None)):
        return whole
    subject = None if any(p.kind is Kind.HEADING for p in shown) else subject_of(paper)
    return labelled or _from_metadata(paper, shown) or subject or _largest(shown) or meaningful_metadata(paper)
