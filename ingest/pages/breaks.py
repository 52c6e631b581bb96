"""Whether a new paragraph begins between two lines of a column. em = the body's font size."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ingest.pages.date_lines import dates_paper, is_place_and_date
from ingest.pages.drafts import ATT
from ingest.pages.letter_head import is_labelled_number
from ingest.pages.lines import Line
from ingest.pages.markers import DASHES, NUMBER, count_of, is_paragraf
from ingest.pages.measures import Measures
from ingest.pages.region import Region
from ingest.pages.tag_gate import NO_TEXT_ROLES

_BEFORE_ATT = re.compile(r"(?:[.:;,]|\b(?:och|samt|dels|att))$")
DECIDES = re.compile(
    r"\b(?:(?:beslut(?:ar?)?|föreslår|föreslås|yrkar|hemställer)(?: (?:därför|följande))?"
    r"|(?:föreslår?|rekommenderar?|hemställer (?:hos|till|att)|förslag till)(?: att)?"
    r" [\wåäö]*(?:fullmäktige|styrelsen|nämnden|utskottet))\s?:?$"
)
"""What stands before an att-sats on a line of its own; it may end with the body that is to decide."""
LARGER = 1.12
"""Size in em from which two lines are a heading's."""
PARAGRAPH_GAP = 1.28
"""A gap of so many leadings ends a paragraph (F1 0.996 on 25 made PDFs, 0.980 on 81 real ones)."""
FAR_RIGHT = 0.25
"""Share of a column's width from which lines that end at one right edge, but begin apart, are set to the right."""
SAME_MIDDLE = 2.0
"""Points between the middles of two lines that are centred alike."""
STRONG_GAP = 1.55
"""A gap that ends a paragraph even inside one tagged block."""


@dataclass(frozen=True, slots=True)
class Breaks:
    """Decides breaks with a document's measures; `trust_tags` when its structure tree passed the gate."""

    measures: Measures
    trust_tags: bool

    def between(self, above: Line, below: Line, open_lines: Sequence[Line], region: Region, count: int | None) -> bool:
        """Whether `below` starts a new paragraph; `open_lines` are those of the open one, `count` the last number."""
        if abs(below.base - above.base) < 0.3 * below.size:
            return True
        if self.trust_tags and _tagged(above) and _tagged(below):
            return self._by_tag(above, below, region)
        return self._by_form(above, below, open_lines, region, count)

    def _by_tag(self, above: Line, below: Line, region: Region) -> bool:
        if above.tag.block != below.tag.block or self._strong(above, below):
            return True
        if above.tag.role in NO_TEXT_ROLES or (below.marker and below.tag.role != "LI"):
            return bool(below.marker) or _ended_in_cell(above, below, region)
        # Lines that <br> parts inside one block: the next word would clearly have fitted.
        room = region.right - above.x1
        clear = room > below.first_width + 1.5 * max(above.size, below.size)
        wide = room > 0.18 * (region.right - region.left)
        return clear and wide and above.text[-1:] not in ".;" and not above.hyphen and below.text[:1].isupper()

    def _strong(self, above: Line, below: Line) -> bool:
        size = max(above.size, below.size)
        gap = below.base - above.base
        return gap < -0.3 * size or gap > STRONG_GAP * self.measures.leading(size) or _style_changes(above, below)

    def _by_form(self, above: Line, below: Line, open_lines: Sequence[Line], region: Region, count: int | None) -> bool:
        size = max(above.size, below.size)
        gap, leading = below.base - above.base, self.measures.leading(size)
        if gap < -0.3 * size:
            return True
        alike = abs(above.size - below.size) < 0.22 * size
        if above.hyphen and 0.6 * leading < gap < 1.5 * leading and alike and not below.marker:
            return False
        if _style_changes(above, below) or (below.marker and self._starts_item(above, below, open_lines, count)):
            return True
        if gap > PARAGRAPH_GAP * leading and gap > leading + 0.22 * size:
            return True
        fits = region.right - above.x1 > below.first_width + 0.9 * size
        if self._set_right(above, below, region):
            return True
        if dates_paper(above, below, open_lines, region.lines) and (fits or not self._heading_wraps(above, below)):
            return True
        if _day_by_number(above, below):
            return True
        if self._centred_on(above, below, region):
            return False
        if self._by_indent(above, below, open_lines, fits=fits):
            return True
        return self._by_room(above, below, open_lines, region, fits=fits)

    def _set_right(self, above: Line, below: Line, region: Region) -> bool:
        """Whether both lines are set to the right (a letter's department, officer, date), and the first is over."""
        if _goes_on_lower(above, below) or above.text.endswith(","):
            return False
        far = region.left + FAR_RIGHT * (region.right - region.left)
        ragged = abs(above.x0 - below.x0) > 0.9 * self.measures.body
        return ragged and abs(above.x1 - below.x1) < 1 and min(above.x0, below.x0) > far

    def _heading_wraps(self, above: Line, below: Line) -> bool:
        """Whether both lines are drawn as one heading, whose day had no room ("Protokoll Nämnden" / its day)."""
        large = min(above.size, below.size) >= LARGER * self.measures.body
        return abs(above.size - below.size) < 0.1 * above.size and (large or (above.is_bold and below.is_bold))

    def _centred_on(self, above: Line, below: Line, region: Region) -> bool:
        """Whether `below` is the rest of a centred heading, whose next word had no room on the line above."""
        heading = above.is_bold and below.is_bold and abs(above.size - below.size) < 0.1 * above.size
        middle = abs(above.x0 + above.x1 - below.x0 - below.x1) < 2 * SAME_MIDDLE
        inside = below.x0 > above.x0 + 0.9 * self.measures.body and not below.marker
        room = 2 * (region.right - above.x1)
        return heading and middle and inside and room < below.first_width + 0.25 * above.size

    def _by_indent(self, above: Line, below: Line, open_lines: Sequence[Line], *, fits: bool) -> bool:
        em, lower = self.measures.body, _goes_on_lower(above, below)
        first = open_lines[0]
        if first.marker:
            if fits and ATT.match(below.text) and below.x0 < first.x0 - 0.5 * em:
                return True  # a sub-point is over where the next att-sats stands further left than its marker
            hang = first.text_x0
            wraps_below_marker = not fits and abs(below.x0 - first.x0) < 1.2
            if below.x0 < hang - 0.8 * em and not lower and not wraps_below_marker:
                return True
            hung = len(open_lines) > 1 and all(abs(line.x0 - hang) < 1.2 for line in open_lines[1:])
            return hung and above.ends_sentence and abs(below.x0 - hang) > 2.5
        if len(open_lines) == 1:
            return not lower and (below.x0 > above.x0 + 0.9 * em or below.x0 < above.x0 - 4 * em)
        usual = median(line.x0 for line in open_lines[1:])
        first_line_indent = usual + 0.8 * em < below.x0 < usual + 4 * em and not above.hyphen
        return first_line_indent or (below.x0 < usual - 0.8 * em and not lower)

    def _by_room(self, above: Line, below: Line, open_lines: Sequence[Line], region: Region, *, fits: bool) -> bool:
        """Whether the next line's first word would have fitted: then the line was ended on purpose."""
        if above.hyphen:
            return False
        if self._starts_att_item(above, below, open_lines, region, fits=fits):
            return True
        room, width = region.right - above.x1, region.right - region.left
        if not fits:
            return False
        if not below.text[:1].islower():
            return not (above.text.endswith(",") and room < 0.25 * width)
        return room > 0.45 * width and above.ends_sentence

    def _starts_att_item(
        self, above: Line, below: Line, open_lines: Sequence[Line], region: Region, *, fits: bool
    ) -> bool:
        """Whether `below` is an att-sats of its own: after a colon, indented, or in a row of them."""
        if not ATT.match(below.text):
            return False
        in_row = bool(ATT.match(open_lines[0].text))
        if fits and (DECIDES.search(above.text) or (in_row and self._at_items_edge(below, open_lines))):
            return True
        if not _BEFORE_ATT.search(above.text):
            return False
        indented = below.x0 > region.left + 0.8 * self.measures.body
        return in_row or (fits and (above.text.endswith(":") or indented))

    def _at_items_edge(self, below: Line, open_lines: Sequence[Line]) -> bool:
        """Whether `below` begins where the open att-sats does, whose own lines may hang further in."""
        return abs(below.x0 - open_lines[0].x0) < 0.3 * self.measures.body

    def _starts_item(self, above: Line, below: Line, open_lines: Sequence[Line], count: int | None) -> bool:
        marker = below.marker
        first = open_lines[0]
        if len(marker) == 1:
            return self._starts_bullet(above, below, first)
        number = count_of(marker)
        if is_paragraf(marker) or not NUMBER.fullmatch(marker.replace(" ", "")) or number is None:
            return True
        follows = count is not None and number == count + 1
        if first.marker and below.x0 > first.text_x0 - 0.5 * self.measures.body and not follows:
            return False
        spaced = below.base - above.base > 1.25 * self.measures.leading_ratio * below.size
        return number == 1 or follows or spaced or above.ends_sentence

    def _starts_bullet(self, above: Line, below: Line, first: Line) -> bool:
        em, marker = self.measures.body, below.marker
        close = below.words[0].x1 + 0.45 * below.size > below.text_x0
        if marker not in DASHES:
            return below.text_x0 - below.x0 < 4 * em
        if close:
            return True  # accepted because it is repeated at this place
        return below.text_x0 - below.x0 < 4 * em and (
            first.marker == marker
            or above.ends_sentence
            or above.text.endswith(",")
            or above.is_bold
            or below.x0 > above.x0 + 0.5 * em
            or below.base - above.base > 1.2 * self.measures.leading_ratio * below.size
        )


def _tagged(line: Line) -> bool:
    return line.tag.block >= 0 and line.tag.role not in ("", "Artifact")


def _ended_in_cell(above: Line, below: Line, region: Region) -> bool:
    """Whether a cell's line was ended on purpose (a list of names): the cell is as wide as its longest line."""
    right = max(line.x1 for line in region.lines if line.tag.block == above.tag.block)
    fits = right - above.x1 > below.first_width + 0.9 * below.size
    return fits and below.text[:1].isupper() and not above.hyphen and not above.text.endswith(",")


def _day_by_number(above: Line, below: Line) -> bool:
    """Whether one line is a paper's day and the other its labelled number: each says its own."""
    pairs = ((above, below), (below, above))
    return any(is_place_and_date(day.text) and is_labelled_number(other.words) for day, other in pairs)


def _style_changes(above: Line, below: Line) -> bool:
    if abs(above.size - below.size) > max(0.9, 0.1 * max(above.size, below.size)):
        return True
    return (above.is_bold and below.is_plain) or (below.is_bold and above.is_plain)


def _goes_on_lower(above: Line, below: Line) -> bool:
    return below.text[:1].islower() or bool(above.hyphen)
