"""What a document is once understood: its type, title, dates, diarienummer, people, and what it asks and decides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.decision import Decision, Demand, Reference
from corpus.paragraph import Paragraph


class DocumentType(StrEnum):
    """The genre of a municipal paper."""

    MOTION = "motion"
    MOTIONSSVAR = "motionssvar"
    TJANSTESKRIVELSE = "tjänsteskrivelse"
    PROTOKOLL = "protokoll"
    STRATEGI = "strategi"
    POLICY = "policy"
    PROGRAM = "program"
    PLAN = "plan"
    HANDLINGSPLAN = "handlingsplan"
    RIKTLINJE = "riktlinje"
    REGLEMENTE = "reglemente"
    TAXA = "taxa"
    MEDBORGARFORSLAG = "medborgarförslag"
    INTERPELLATION = "interpellation"
    REMISSVAR = "remissvar"
    OVRIGT = "övrigt"


STYRDOKUMENT = frozenset(
    {
        DocumentType.STRATEGI,
        DocumentType.POLICY,
        DocumentType.PROGRAM,
        DocumentType.PLAN,
        DocumentType.HANDLINGSPLAN,
        DocumentType.RIKTLINJE,
        DocumentType.REGLEMENTE,
        DocumentType.TAXA,
    }
)
"""Types that are adopted and in force for a time."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who puts a motion, as written, with the party's letters if given."""

    name: str
    party: str | None


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that was read: ISO, what it is ("dokument", "sammanträde", "antagande", "motion", "giltig från",
    "giltig till"), and where: a paragraph's n, or None for margins and metadata, with `source` in plain words."""

    date: str
    what: str
    paragraph: int | None
    source: str


@dataclass(frozen=True, slots=True)
class Part:
    """One paper inside a PDF, or one § of minutes: paragraphs `first` to `last`, both included.

    `kind` is the part's own genre (an appended motion inside a tjänsteskrivelse is a MOTION).
    """

    kind: DocumentType
    first: int
    last: int
    section: str | None = None
    title: str | None = None
    dnr: tuple[str, ...] = ()
    body: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Adoption:
    """Who adopted a styrdokument, when and under which §."""

    body: str | None
    date: str | None
    section: str | None
    paragraph: int | None


@dataclass(frozen=True, slots=True)
class Document:
    """One PDF as understood. `file` is the path below the indexed folder, with "/"; dates are ISO.

    `dnr` are as written; `corpus.diarienummer.normalise` makes them comparable. `unread_pages` counts the pages whose
    text could not be read. `valid_to` may name a year's last day. `votes` are the paragraphs of minutes that tell how a
    vote went, `recalls` those of any paper that recall what was decided before on the same or a like matter.
    """

    file: str
    sha256: str
    type: DocumentType
    title: str
    date: str | None
    pages: int
    page_sizes: tuple[tuple[float, float], ...]
    paragraphs: tuple[Paragraph, ...]
    dnr: tuple[str, ...] = ()
    department: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    movers: tuple[Person, ...] = ()
    motion_number: str | None = None
    dates: tuple[Dated, ...] = ()
    parts: tuple[Part, ...] = ()
    demands: tuple[Demand, ...] = ()
    decisions: tuple[Decision, ...] = ()
    references: tuple[Reference, ...] = ()
    votes: tuple[int, ...] = ()
    recalls: tuple[int, ...] = ()
    adoption: Adoption | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    replaces: str | None = None
    replaced_by: str | None = None
    ocr: bool = False
    unread_pages: int = 0
    warnings: tuple[str, ...] = ()

    def paragraph(self, n: int) -> Paragraph:
        """The paragraph number `n` (from 1)."""
        return self.paragraphs[n - 1]

    def in_force(self, today: str) -> bool | None:
        """Whether a styrdokument is in force on `today` (ISO); None for papers that are not styrdokument."""
        if self.type not in STYRDOKUMENT:
            return None
        if self.replaced_by or (self.valid_to and self.valid_to < today):
            return False
        return not (self.valid_from and self.valid_from > today)
