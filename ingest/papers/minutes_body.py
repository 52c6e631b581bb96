"""Decides whose minutes they are: margins and head first, then headings, the course of the meeting, the file.

Extracts of some house styles bear no name of the body at all. What was inferred is told, so that it can be shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from corpus import diarienummer
from corpus.paragraph import Paragraph
from ingest.board import BOARD
from ingest.papers.bodies import as_body, bodies_in, mentions
from ingest.papers.headings import bare
from ingest.papers.paper import Paper
from ingest.papers.tables import mapping
from ingest.papers.written_dates import without_dates

COUNCIL, EXECUTIVE = "Kommunfullmäktige", "Kommunstyrelsen"


@dataclass(frozen=True, slots=True)
class Speaker:
    """The body whose minutes they are; `inferred` says from what, where no line of margins or head names it alone."""

    body: str | None
    inferred: str | None = None


def _broken_names(paper: Paper) -> tuple[str, ...]:
    """Two and three neighbouring margin lines joined: "Barn- och" / "ungdomsnämndens" / "arbetsutskott"."""
    lines = paper.margins
    joined = []
    for length in (2, 3):
        for at in range(len(lines) - length + 1):
            run = lines[at : at + length]
            if run[0].page == run[-1].page and sum(len(line.text) for line in run) < 90:
                joined.append(" ".join(line.text.strip() for line in run))
    return tuple(joined)


_PARAGRAF = re.compile(rf"(?:{BOARD}\s)?§")


def _alone(paper: Paper) -> str | None:
    """The body that stands alone on a line of the margins or the head; of those most often seen the longest name.

    What stands above the first § goes before what stands in it.
    """
    margins = (*_broken_names(paper), *(line.text for line in paper.margins))
    head = [p.text for p in paper.head]
    first = next((at for at, text in enumerate(head) if _PARAGRAF.match(text)), 0)
    return _most_seen(paper, (*margins, *head[:first])) or _most_seen(paper, tuple(head[first:]))


def _most_seen(paper: Paper, lines: Iterable[str]) -> str | None:
    seen: Counter[str] = Counter()
    for line in lines:
        for piece in re.split(r"\s{2,}|\s\|\s|\t|,\s", line):
            if body := as_body(without_dates(piece), own_names=paper.names):
                seen[body] += 1
    most = max(seen.values(), default=0)
    return max((body for body, n in seen.items() if n == most), key=len, default=None)


def _in_margins(paper: Paper) -> str | None:
    """The body that margin lines name among other words ("Protokoll, kommunstyrelsen 2023-03-07")."""
    named = Counter(body for line in paper.margins for body in bodies_in(line.text, own_names=paper.names)[:1])
    return named.most_common(1)[0][0] if named else None


def _in_banner(paper: Paper) -> str | None:
    """The body of a head line that speaks of minutes or a meeting ("Sammanträde med socialnämnden")."""
    for paragraph in paper.head:
        if re.search(r"protokoll|sammanträd|möte", paragraph.text, re.IGNORECASE) and len(paragraph.text) < 120:
            names = bodies_in(paragraph.text, own_names=paper.names)
            if names:
                return names[0]
    return None


def _by_heading(paper: Paper) -> str | None:
    """The body that a heading says decides, else proposes: "Bildningsnämndens beslut", "Kommunstyrelsens förslag"."""
    for verb in (r"beslut(?:ar|ade)?", r"(?:förslag|föreslår)"):
        for heading in paper.headings:
            match = re.match(rf"(.{{3,80}}?)\s+{verb}\b", heading.text, re.IGNORECASE)
            found = mentions(match[1], own_names=paper.names) if match else ()
            if match and found and found[0].start == 0 and not found[0].generic and not _prepares(heading, paper):
                return found[0].name
    return None


def _prepares(heading: Paragraph, paper: Paper) -> bool:
    """Whether a proposal that names no receiver stands above a "Beslut": another body's, that this one decides on."""
    text = heading.text.lower()
    proposal = "förslag" in text and " till " not in text
    return proposal and any(bare(later.text) == "beslut" for later in paper.headings if later.n > heading.n)


_COURSE = re.compile(r"\b(?:finner|konstaterar|beslutar|bifaller|avslår|godkänner)\b", re.IGNORECASE)


def _by_course(paper: Paper) -> str | None:
    """The body that decides in running text: "finner att kommunfullmäktige beslutar", "Fullmäktige beslutar …"."""
    seen: Counter[str] = Counter()
    for paragraph in paper.paragraphs:
        if not _COURSE.search(paragraph.text):
            continue
        for mention in mentions(paragraph.text, own_names=paper.names):
            before, after = paragraph.text[: mention.start].rstrip(), paragraph.text[mention.end :].lstrip()
            acts = re.match(r"(?:beslutar|bifaller|avslår|godkänner|antar|återremitterar)\b", after, re.IGNORECASE)
            inverted = re.search(r"\bbeslutar$", before, re.IGNORECASE) and not mention.generic
            if (acts or inverted) and not mention.generic:
                seen[mention.name] += 1
    return seen.most_common(1)[0][0] if seen else None


def _by_register(paper: Paper) -> str | None:
    """Where "nämnden" decides and one board's diarienummer stands beside the executive's: that board."""
    if not re.search(r"\b[Nn]ämnden\b", paper.text):
        return None
    found = (one for p in paper.paragraphs[:12] for one in diarienummer.find(p.text))
    letters = {diarienummer.normalise(one.written).split(" ")[0] for one in found}
    table = {**mapping("bodies", "forkortningar"), **paper.names}
    boards = [table[key] for key in sorted(letters) if key in table and "nämnd" in table[key].lower()]
    return boards[0][:1].upper() + boards[0][1:] if len(boards) == 1 else None


def _by_preparation(paper: Paper) -> str | None:
    """What kommunstyrelsen has proposed, fullmäktige decides; a proposal to fullmäktige comes from kommunstyrelsen."""
    if re.search(r"kommunstyrelsens (?:förslag|avslagsyrkande)|minoritetsåterremiss", paper.text, re.IGNORECASE):
        return COUNCIL
    if any(
        re.match(r"förslag till (?:beslut i )?(?:kommun)?fullmäktige", h.text, re.IGNORECASE) for h in paper.headings
    ):
        return EXECUTIVE
    return None


_INFERENCES: tuple[tuple[Callable[[Paper], str | None], str], ...] = (
    (_by_course, "beslutsgången"),
    (_by_register, "diarienumret"),
    (_by_preparation, "vem som bereder ärendet"),
)


def _by_file(file: str) -> str | None:
    """The body that the file's name or folder tells ("protokoll-kf-2020-05-26.pdf"): nothing else did."""
    stem = re.sub(r"[-_.]+", " ", file.rsplit(".", 1)[0])
    for piece in reversed(stem.split("/")):
        tokens: Iterator[str] = (token.upper() for token in piece.split())
        named = [
            mapping("bodies", "forkortningar")[token] for token in tokens if token in mapping("bodies", "forkortningar")
        ]
        names = bodies_in(piece) or tuple(name[:1].upper() + name[1:] for name in named)
        if names:
            return names[0]
    return None


def body_of_minutes(paper: Paper, file: str) -> Speaker:
    """The body whose minutes the paper is."""
    for rule in (_alone, _in_margins, _in_banner, _by_heading):
        if body := rule(paper):
            return Speaker(body)
    for infer, source in _INFERENCES:
        if body := infer(paper):
            return Speaker(body, f"organet ({body}) slutet ur {source}")
    if body := _by_file(file):
        return Speaker(body, f"organet ({body}) läst ur filnamnet")
    return Speaker(None, "organet framgår inte av handlingen")
