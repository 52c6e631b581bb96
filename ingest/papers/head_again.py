"""Steps over the head of a § where it stands once more after a page break: "§ 16 forts."; what stood before goes on."""

from __future__ import annotations

from corpus.document import Part
from corpus.paragraph import Kind, Paragraph
from ingest.papers.matters import squeeze
from ingest.papers.paragraf_lines import candidate


class HeadAgain:
    """Reads the paragraphs of one § in order and knows which of them are its own head again."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self._last = 0

    def passes(self, paragraph: Paragraph) -> bool:
        """Whether the paragraph is the number of the § once more, or its title right below that."""
        part = self.part
        listed = paragraph.kind in (Kind.LIST_ITEM, Kind.TABLE_ROW)
        if part.section is None or listed or paragraph.n <= part.first:
            return False
        titled = self._last == paragraph.n - 1 and squeeze(paragraph.text) == squeeze(part.title or "")
        if titled or self._numbered(paragraph):
            self._last = paragraph.n
        return self._last == paragraph.n

    def _numbered(self, paragraph: Paragraph) -> bool:
        """Whether the line has the number of the §, and nothing else than its title or "forts."."""
        one = candidate((paragraph,), 0)
        if one is None or one.section != self.part.section:
            return False
        return one.again or not one.title or squeeze(one.title) == squeeze(self.part.title or "")
