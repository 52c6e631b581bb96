"""What a paragraph inherits from its document and its § when it is searched: title line, type, bodies, date, dnr."""

from __future__ import annotations

from functools import cached_property

from corpus.decision import Decision, Demand
from corpus.document import Document, Part
from corpus.paragraph import Kind, Paragraph
from corpus.passage import Facets


class Context:
    """One document's papers and §§, looked up by paragraph."""

    def __init__(self, document: Document) -> None:
        """Index the document's parts and decisions by paragraph."""
        self.document = document
        self._decided = {decision.paragraph: decision for decision in document.decisions}
        self._parts: dict[int, Part] = {}
        for part in sorted(document.parts, key=lambda part: part.first - part.last):
            for n in range(part.first, part.last + 1):
                self._parts[n] = part

    @cached_property
    def title_paragraph(self) -> int:
        """The paragraph that bears the document's title."""
        title = _bare(self.document.title)
        headings = [p for p in self.document.paragraphs if p.kind is Kind.HEADING]
        same = [p.n for p in self.document.paragraphs if title and _bare(p.text) == title]
        top = [p.n for p in headings if p.level == 0]
        return (same or top or [p.n for p in headings[:1]] or [1])[0]

    def part(self, n: int) -> Part | None:
        """The narrowest part (a § of minutes, an appended paper) that holds paragraph `n`."""
        return self._parts.get(n)

    def decides(self, n: int) -> bool:
        """Whether paragraph `n` is a decision item; its neighbours are then other decisions, not its subject."""
        return n in self._decided

    def says_only_its_decision(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is a decision item and nothing more: its decision's passage has all of its words."""
        decided = self._decided.get(paragraph.n)
        return decided is not None and _bare(decided.text) == _bare(paragraph.text)

    def says_only_a_demand(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is a demand ("att en brygga byggs") and nothing more."""
        return any(only_says(paragraph, demand) for demand in self.document.demands if demand.paragraph == paragraph.n)

    def title_of(self, n: int) -> str:
        """The title that paragraph `n` stands under: its §'s own, else the document's."""
        part = self.part(n)
        return part.title if part and part.title else self.document.title

    def heading_line(self, paragraph: Paragraph) -> str:
        """Title and headings above a paragraph in one line, each said once."""
        said: list[str] = []
        for piece in (self.title_of(paragraph.n), *paragraph.heading_path):
            if piece and not any(_bare(piece) in _bare(other) for other in said):
                said.append(piece)
        return " > ".join(said)

    def known_as(self, part: Part | None) -> str:
        """Type, party, diarienummer, motion number, § and year, as people refer to a paper."""
        document = self.document
        kind = part.kind if part else document.type
        date = (part.date if part else None) or document.date
        pieces = (
            str(kind),
            *document.party,
            *document.bodies,
            *((part.dnr or document.dnr) if part else document.dnr),
            document.motion_number,
            part.section if part else None,
            date,
            date[:4] if date else None,
        )
        return " ".join(dict.fromkeys(piece for piece in pieces if piece))

    def facets(
        self, n: int, *, decision: Decision | None = None, party: str | None = None, dnr: tuple[str, ...] = ()
    ) -> Facets:
        """What filters see of a passage that cites paragraph `n`."""
        document, part = self.document, self.part(n)
        decision = decision or self._decided.get(n)
        bodies = (decision.body if decision else None, part.body if part else None, *document.bodies)
        return Facets(
            type=str(document.type),
            date=(decision.date if decision else None) or (part.date if part else None) or document.date,
            bodies=tuple(dict.fromkeys(body for body in bodies if body)),
            party=tuple(dict.fromkeys(p for p in (party, *document.party) if p)),
            status=str(decision.status) if decision else None,
            in_force_from=document.valid_from,
            in_force_to=document.valid_to,
            replaced=document.replaced_by is not None,
            dnr=tuple(dict.fromkeys((*(part.dnr if part else ()), *document.dnr, *dnr))),
        )


def only_says(paragraph: Paragraph, demand: Demand) -> bool:
    """Whether the paragraph's words are the demand's, but for an "att" before them."""
    said, words = _bare(demand.text), _bare(paragraph.text)
    return words in (said, f"att{said}")


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
