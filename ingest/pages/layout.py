"""Pages → paragraphs: running heads out, columns, tables and lines, breaks, continuations, headings, heading paths."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.paragraph import Kind, Paragraph, Place
from corpus.reading import MarginLine
from ingest.pages.breaks import Breaks
from ingest.pages.contents_lists import part_contents
from ingest.pages.continuation import Continuation
from ingest.pages.drafts import Draft, draft_of, text_of_lines
from ingest.pages.footnotes import mark_footnotes, part_number
from ingest.pages.headings import Headings
from ingest.pages.hyphens import Hyphens, count_words
from ingest.pages.letter_head import LetterHead
from ingest.pages.letter_head_drafts import drafts_of_head
from ingest.pages.lines import Line
from ingest.pages.margins import part_margins
from ingest.pages.markers import count_of
from ingest.pages.measures import Measures, body_size, leadings_of, scanned_bodies
from ingest.pages.paragraf_titles import with_titles
from ingest.pages.region import Region
from ingest.pages.regions import regions_of
from ingest.pages.sheet import Sheet, sheet_of
from ingest.pages.signatures import mark_signatures
from ingest.pages.structure_tree import Tags
from ingest.pages.table_rows import drafts_of_table
from ingest.pages.tables import Table
from ingest.pages.tag_gate import trusted
from ingest.pages.words import PageText


@dataclass(frozen=True, slots=True)
class Clues:
    """What else is known of a document: its tags and outline, and the collection's word counts (lower case)."""

    tags: Tags = field(default_factory=dict)
    outline: tuple[tuple[int, str], ...] = ()
    words: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A document's paragraphs in reading order and the lines of its margins."""

    paragraphs: tuple[Paragraph, ...]
    margins: tuple[MarginLine, ...]


def lay_out(pages: Sequence[PageText], clues: Clues = Clues()) -> LaidOut:
    """Lay out a document's pages."""
    sheets = [sheet_of(page) for page in pages]
    parted = part_margins(sheets, body_size(sheets))
    contents = part_contents(parted.sheets)
    kept = contents.sheets
    body = body_size(kept)
    regions = regions_of(kept, clues.tags, body)
    measures = Measures(body, leadings_of(regions))
    trust = trusted(kept, clues.tags, measures)
    hyphens = Hyphens(count_words((w.text for w in row.words) for s in kept for row in s.rows), clues.words)
    drafts = _drafts(regions, clues.tags, Breaks(measures, trust), hyphens)
    drafts = mark_footnotes(drafts, {sheet.index: sheet for sheet in kept}, measures)
    drafts = Continuation(measures, trust).join(drafts)
    drafts = with_titles(drafts)
    drafts = Headings(measures, clues.outline, trust, scanned_bodies(kept)).mark(drafts)
    drafts = mark_signatures(drafts, measures)
    by_index = {sheet.index: sheet for sheet in kept}
    margins = sorted(parted.margins + contents.lines, key=lambda line: (line.page, line.box[1]))
    return LaidOut(tuple(_paragraphs(drafts, by_index, hyphens)), tuple(margins))


def _drafts(regions: Sequence[Region], tags: Tags, breaks: Breaks, hyphens: Hyphens) -> list[Draft]:
    drafts: list[Draft] = []
    count: int | None = None
    for region in regions:
        open_lines: list[Line] = []
        for part in region.parts:
            if isinstance(part, Table):
                drafts += _closed(open_lines, region)
                drafts += drafts_of_table(part, region.page, region.number, tags, hyphens)
                open_lines = []
                continue
            if isinstance(part, LetterHead):
                drafts += _closed(open_lines, region)
                drafts += drafts_of_head(part, region, tags)
                open_lines = []
                continue
            if open_lines and breaks.between(open_lines[-1], part, open_lines, region, count):
                drafts += _closed(open_lines, region)
                open_lines = []
            open_lines.append(part)
            if len(open_lines) == 1 and (number := count_of(part.marker)) is not None:
                count = number
        drafts += _closed(open_lines, region)
    return drafts


def _closed(lines: list[Line], region: Region) -> list[Draft]:
    return [draft_of(lines, region)] if lines else []


def _paragraphs(drafts: Sequence[Draft], sheets: Mapping[int, Sheet], hyphens: Hyphens) -> list[Paragraph]:
    path: list[tuple[int, str]] = []
    paragraphs: list[Paragraph] = []
    for draft in drafts:
        text, others = _text(draft, hyphens)
        if not text:
            continue
        if draft.level is not None:
            while path and path[-1][0] >= draft.level:
                path.pop()
        marker = draft.marker if draft.kind is Kind.LIST_ITEM else ""
        if draft.kind is Kind.FOOTNOTE:
            marker, text = part_number(text)
        paragraphs.append(
            Paragraph(
                n=len(paragraphs) + 1,
                kind=draft.kind,
                text=text,
                places=_places(draft, sheets),
                heading_path=tuple(title for level, title in path if level > 0),
                label=marker or None,
                level=draft.level,
                cells=draft.cells,
                columns=draft.columns,
                alternatives=others,
                size=draft.first.size,
                bold=draft.is_bold,
                ocr=sheets[draft.first.page].ocr,
            )
        )
        if draft.level is not None:
            path.append((draft.level, text))
    return paragraphs


def _text(draft: Draft, hyphens: Hyphens) -> tuple[str, tuple[str, ...]]:
    if draft.cells:
        return " | ".join(draft.cells), ()
    text, others = text_of_lines(draft.lines, hyphens, keep_marker=draft.kind is not Kind.LIST_ITEM)
    # Fonts with small capitals may call the first letter of "Ärende" a small one.
    return (text[:1].upper() + text[1:] if draft.kind is Kind.HEADING else text), others


def _places(draft: Draft, sheets: Mapping[int, Sheet]) -> tuple[Place, ...]:
    places = []
    for line in draft.lines:
        x0, top, x1, bottom = (round(value, 1) for value in sheets[line.page].shown(line.box))
        places.append(Place(line.page + 1, (x0, top, x1, bottom)))
    return tuple(places)
