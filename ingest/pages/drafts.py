"""What a paragraph is while it is being put together: its lines, and how their words become its text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.paragraph import Kind
from ingest.pages.hyphens import HYPHENS, Hyphens
from ingest.pages.lines import Line
from ingest.pages.markers import is_paragraf
from ingest.pages.region import Region

ATT = re.compile(r"(?:[-–•]\s*)?att\s")
"""How an att-sats begins; one without a marker is an item too, and "att" stays in its text."""
_LIGATURE = re.compile("[\ufb00-\ufb06]")


@dataclass(frozen=True, slots=True)
class Draft:
    """A paragraph's lines and what is known of it so far.

    `region` is the last line's, and `left`, `right` and `justified` are that region's. `level` is a heading's, 0 = the
    document's title. `why` says what made it a heading. `numbered` is a title below its §, which is the first line.
    """

    kind: Kind
    lines: tuple[Line, ...]
    region: int
    left: float = 0.0
    right: float = 0.0
    justified: bool = False
    level: int | None = None
    why: str = ""
    cells: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    numbered: bool = False

    @property
    def first(self) -> Line:
        """The first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """The last line."""
        return self.lines[-1]

    @property
    def marker(self) -> str:
        """The list marker or § number it starts with, "" if none."""
        return self.first.marker

    @property
    def plain_text(self) -> str:
        """Its lines with spaces between, hyphens as they stand."""
        return " ".join(line.text for line in self.lines)

    @property
    def is_bold(self) -> bool:
        """Whether all its lines are bold; a title's § may be plain."""
        return all(line.is_bold for line in self.lines[self.numbered :])

    def joined_with(self, after: Draft) -> Draft:
        """The paragraph with its continuation in another column or on another page."""
        return replace(
            self,
            lines=self.lines + after.lines,
            region=after.region,
            left=after.left,
            right=after.right,
            justified=after.justified,
        )


def draft_of(lines: Sequence[Line], region: Region) -> Draft:
    """A paragraph or list item of these lines."""
    marker = lines[0].marker
    item = ATT.match(lines[0].text) if not marker else not is_paragraf(marker)
    kind = Kind.LIST_ITEM if item else Kind.PARAGRAPH
    return Draft(kind, tuple(lines), region.number, region.left, region.right, region.justified)


def text_of_lines(lines: Sequence[Line], hyphens: Hyphens, *, keep_marker: bool) -> tuple[str, tuple[str, ...]]:
    """The lines' words as one text, and the other spellings of words whose hyphen could not be decided."""
    text = lines[0].text if keep_marker else lines[0].body
    others: list[str] = []
    for line in lines[1:]:
        if len(text) > 1 and text[-1] in HYPHENS and text[-2].isalnum():
            head, _, left = text[:-1].rpartition(" ")
            right, space, tail = line.text.partition(" ")
            joint = hyphens.join(left, right, text[-1])
            if joint.alternative:
                others.append(clean(joint.alternative))
            text = f"{head}{' ' if head else ''}{joint.text}{space}{tail}"
        elif text[-1:] in "–-" and text[-2:-1].isdigit() and line.text[:1].isdigit():  # 2027–|2030
            text += line.text
        else:
            text = f"{text} {line.text}"
    return clean(text), tuple(others)


def clean(text: str) -> str:
    """The text without soft hyphens, with ligatures as letters and accents composed."""
    plain = text.replace("\u00ad", "").replace("\u00a0", " ").replace("\x00", "")
    plain = _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), plain)
    return " ".join(unicodedata.normalize("NFC", plain).split())
