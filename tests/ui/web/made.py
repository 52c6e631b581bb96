"""A small collection for tests of the page: a motion, its answer and minutes, plans, a hostile paper, a failure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.case import Case, Outcome, Step, Tie
from corpus.catalogue import Catalogue
from corpus.decision import Decision, Demand, Disposition, Status
from corpus.document import Adoption, Document, DocumentType
from corpus.home import Home
from corpus.paragraph import Kind, Paragraph, Place
from corpus.passage import Facets, Passage, PassageKind
from corpus.stored import PlacedFile, Understood
from corpus.writer import Writer
from index.filters import Filter
from search.answer import Answer, Coverage, DecisionHit, DemandPrecedents, Hit, Precedent, Route
from ui.texts import texts
from ui.web.desk import Desk, Services
from ui.web.library import Library
from ui.web.options import WebOptions
from ui.web.uploads import Uploads

TODAY = "2026-11-24"
KAST, WAITING_CASE = "KS 2021-845", "KS 2022-1"
SCRIPT = "<script>alert(1)</script>"
HOSTILE = f'"><img src=x onerror=alert(2)> {SCRIPT} ${{1+1}} {{{{x}}}}'
PAGE = (595.0, 842.0)


def line(page: int, top: float) -> Place:
    """A line's place: 400 points wide, 12 high."""
    return Place(page, (70.0, top, 470.0, top + 12.0))


def paragraph(n: int, text: str, *places: Place, kind: Kind = Kind.PARAGRAPH, label: str | None = None) -> Paragraph:
    """A paragraph, on page 1 unless places are given."""
    return Paragraph(n, kind, text, places or (line(1, 100.0 + 20 * n),), label=label)


def sha(letter: str) -> str:
    """A hash that is easy to tell."""
    return letter * 64


MOTION = Document(
    file="motion.pdf", sha256=sha("a"), type=DocumentType.MOTION, title="Motion (V) – Öppna en KAST-mottagning",
    date="2021-09-01", pages=1, page_sizes=(PAGE,), dnr=(KAST,), party=("V",), motion_number="2021:12",
    paragraphs=(
        paragraph(1, "Motion (V) – Öppna en KAST-mottagning", kind=Kind.HEADING),
        paragraph(2, "Vi föreslår att"),
        paragraph(3, "kommunen öppnar en KAST-mottagning", kind=Kind.LIST_ITEM, label="1."),
        paragraph(4, "kommunen utreder frågan med regionen", kind=Kind.LIST_ITEM, label="2."),
    ),
    demands=(Demand(1, "kommunen öppnar en KAST-mottagning", 3), Demand(2, "kommunen utreder frågan med regionen", 4)),
)  # fmt: skip

ANSWER = Document(
    file="mapp/svar.pdf", sha256=sha("b"), type=DocumentType.TJANSTESKRIVELSE, title="Svar på motion om KAST",
    date="2023-10-27", pages=3, page_sizes=(PAGE, PAGE, (842.0, 595.0)), dnr=(KAST,),
    bodies=("Kommunfullmäktige", "Socialnämnden"), warnings=("Datumet är osäkert.",),
    paragraphs=(
        paragraph(1, "Svar på motion om KAST", kind=Kind.HEADING),
        paragraph(2, "Motionens första förslag avslås.", kind=Kind.LIST_ITEM, label="1."),
        paragraph(3, "Motionens andra förslag besvaras.", kind=Kind.LIST_ITEM, label="2."),
        paragraph(4, "Regionen har redan en mottagning.", line(1, 780.0), line(2, 60.0)),
        paragraph(5, "Bilaga", line(3, 50.0)),
    ),
    decisions=(
        Decision("Kommunfullmäktige", None, 1, Status.PROPOSED, Disposition.AVSLAS, "Motionens första förslag avslås.",
                 2, (1,)),
        Decision("Kommunfullmäktige", None, 2, Status.PROPOSED, Disposition.BESVARAS,
                 "Motionens andra förslag besvaras.", 3, (2,)),
    ),
)  # fmt: skip

MINUTES = Document(
    file="protokoll.pdf", sha256=sha("c"), type=DocumentType.PROTOKOLL, title="Protokoll kommunfullmäktige",
    date="2024-02-27", pages=1, page_sizes=(PAGE,), bodies=("Kommunfullmäktige",),
    paragraphs=(paragraph(1, "§ 22 KAST", kind=Kind.HEADING), paragraph(2, "Motionens första förslag avslås.")),
    decisions=(
        Decision("Kommunfullmäktige", "§ 22", 1, Status.ADOPTED, Disposition.AVSLAS, "Motionens första förslag avslås.",
                 2, (1,), "2024-02-27"),
    ),
)  # fmt: skip

COLUMNS = ("Åtgärd", "Ansvarig", "Tidplan", "Uppföljning")


def row(n: int, *cells: str) -> Paragraph:
    """A row of the plan's table."""
    return Paragraph(n, Kind.TABLE_ROW, " | ".join(cells), (line(1, 20.0 * n),), cells=cells, columns=COLUMNS)


PLAN = Document(
    file="plan.pdf", sha256=sha("d"), type=DocumentType.HANDLINGSPLAN, title="Handlingsplan mot buller 2023–2026",
    date="2023-01-15", pages=1, page_sizes=(PAGE,), valid_from="2023-01-01", valid_to="2026-12-31",
    replaces="gammal.pdf", adoption=Adoption("Kommunfullmäktige", "2023-01-15", "§ 7", 1),
    paragraphs=(
        paragraph(1, "Antagen av kommunfullmäktige 2023-01-15, § 7"),
        row(2, *COLUMNS),
        row(3, "Mät bullret vid skolor", "Miljönämnden; Barn- och ungdomsnämnden", "2023–2024", "Mätprotokoll"),
        row(4, "Byt till tyst asfalt", "Tekniska nämnden", "Löpande", ""),
        row(5, "", "Tekniska nämnden", "2025", ""),
    ),
)  # fmt: skip

OLD = Document(
    file="gammal.pdf", sha256=sha("e"), type=DocumentType.HANDLINGSPLAN, title="Handlingsplan mot buller 2018–2022",
    date="2018-02-01", pages=1, page_sizes=(PAGE,), paragraphs=(paragraph(1, "Gammal plan"),),
    valid_to="2022-12-31", replaced_by="plan.pdf",
)  # fmt: skip

EVIL = Document(
    file="ond.pdf", sha256=sha("f"), type=DocumentType.OVRIGT, title=SCRIPT, date=None, pages=1, page_sizes=(PAGE,),
    paragraphs=(paragraph(1, HOSTILE),), unread_pages=1, warnings=(HOSTILE,), dnr=(SCRIPT,),
)  # fmt: skip

WAITING = Document(
    file="vantar.pdf", sha256=sha("0"), type=DocumentType.MOTION, title="Motion (M) – Kameror i centrum",
    date="2022-05-16", pages=1, page_sizes=(PAGE,), party=("M",), dnr=(WAITING_CASE,),
    paragraphs=(paragraph(1, "kommunen sätter upp kameror"),), demands=(Demand(1, "kommunen sätter upp kameror", 1),),
)  # fmt: skip

DOCUMENTS = (MOTION, ANSWER, MINUTES, PLAN, OLD, EVIL, WAITING)

CASE = Case(
    key=KAST, title="Öppna en KAST-mottagning", party="V", dnr=(KAST,),
    files=("motion.pdf", "mapp/svar.pdf", "protokoll.pdf"), demands=MOTION.demands,
    demand_files=("motion.pdf", "motion.pdf"),
    outcomes=(
        Outcome(1, "kommunen öppnar en KAST-mottagning", Disposition.AVSLAS, Status.ADOPTED, "Kommunfullmäktige",
                "2024-02-27", "protokoll.pdf", 2, "§ 22", "mapp/svar.pdf", 4),
        Outcome(2, "kommunen utreder frågan med regionen", Disposition.BESVARAS, Status.PROPOSED, "Kommunfullmäktige",
                "2023-10-27", "mapp/svar.pdf", 3),
    ),
    timeline=(
        Step("2023-10-27", "Kommunfullmäktige", Status.PROPOSED, "mapp/svar.pdf", None, 2),
        Step("2024-02-27", "Kommunfullmäktige", Status.ADOPTED, "protokoll.pdf", "§ 22", 2),
    ),
    ties=(Tie("motion.pdf", None, "diarienummer KS 2021-845"),), opened="2021-09-01",
)  # fmt: skip

WAITS = Case(
    key=WAITING_CASE, title="Kameror i centrum", party="M", dnr=(WAITING_CASE,), files=("vantar.pdf",),
    demands=WAITING.demands, demand_files=("vantar.pdf",), outcomes=(), timeline=(), opened="2022-05-16",
)  # fmt: skip

CASES = (CASE, WAITS)


def write_home(root: Path) -> Home:
    """A home that holds the collection; the kept bytes are the file's name."""
    home = Home(root)
    with Writer.open(home) as writer, writer.transaction():
        for document in DOCUMENTS:
            put(writer, document)
        writer.put_cases(CASES)
        writer.put_files((PlacedFile("/p/trasig.pdf", "/p", "trasig.pdf", 1, 1, sha("9")),))
        hint = "Spara den utan lösenord."
        writer.put_failure(sha("9"), code="password", message="PDF-filen är låst.", hint=hint, reader="1")
    return home


def put(writer: Writer, document: Document) -> None:
    """Add a document with one passage, and its bytes."""
    writer.put_document(Understood(document, document, "1"))
    passage = Passage(PassageKind.TEXT, document.file, (1,), document.title, (), Facets(document.type.value, None))
    writer.put_passages(document.sha256, (passage,))
    writer.home.kept(document.sha256).write_bytes(document.file.encode())


DECISION = DecisionHit(
    case=KAST, title="Öppna en KAST-mottagning", demand=1, demand_text="kommunen öppnar en KAST-mottagning",
    demand_file="motion.pdf", demand_paragraph=3, disposition="avslås", status="adopted", body="Kommunfullmäktige",
    date="2024-02-27", section="§ 22", file="protokoll.pdf", paragraph=2, pages=(1,),
    text="Motionens första förslag avslås.", citation="Protokoll kommunfullmäktige, 2024-02-27, § 22, s. 1, st. 2",
    party="V", reason_file="mapp/svar.pdf", reason_paragraph=4, reason_text="Regionen har redan en mottagning.",
    reason_citation="Svar på motion om KAST, s. 1–2, st. 4",
)  # fmt: skip


def hit(document: Document, n: int, *, rank: int = 1, case: str | None = None, status: str | None = None) -> Hit:
    """A hit on a paragraph, its first four letters marked."""
    found = document.paragraph(n)
    return Hit(
        rank=rank, score=1.0 / rank, file=document.file, title=document.title, type=document.type.value,
        date=document.date, status=status, paragraph=n, pages=found.pages, places=found.places,
        heading_path=("Förslag",), text=found.text, highlights=((0, 4),), citation=f"{document.title}, st. {n}",
        case=case, label=found.label,
    )  # fmt: skip


COVERAGE = Coverage(documents=7, failed=1, unread_pages=1, first="2018-02-01", last="2024-02-27")


def answer(*hits: Hit, decisions: tuple[DecisionHit, ...] = (), answerable: bool = True) -> Answer:
    """An answer to "kast"."""
    return Answer("kast", answerable, 0.9, Route.HYBRID, COVERAGE, decisions, hits, seconds=0.0312)


PRECEDENT = Precedent(
    similarity=0.834, case=KAST, title="Öppna en KAST-mottagning", party="V", demand=1,
    demand_text="kommunen öppnar en KAST-mottagning", demand_file="motion.pdf", demand_paragraph=3,
    demand_citation="Motion (V), st. 3", opened="2021-09-01", outcome=DECISION,
)  # fmt: skip

FOUND = (
    DemandPrecedents(1, "kommunen startar en KAST-mottagning", (PRECEDENT,)),
    DemandPrecedents(2, "kommunen köper ett luftskepp", ()),
)


@dataclass
class Canned:
    """Answers whatever is asked with what it was given, and remembers the questions."""

    answer: Answer = field(default_factory=lambda: answer(hit(MINUTES, 2, case=KAST), decisions=(DECISION,)))
    asked: list[tuple[str, Filter, int]] = field(default_factory=list)
    demands: list[tuple[str, ...]] = field(default_factory=list)
    ready: list[bool] = field(default_factory=list)

    def ask(self, text: str, *, where: Filter, top: int) -> Answer:
        """Remember and answer."""
        self.asked.append((text, where, top))
        return self.answer

    def precedents(self, demands: Sequence[str]) -> tuple[DemandPrecedents, ...]:
        """Remember and answer."""
        self.demands.append(tuple(demands))
        return FOUND

    def warm_ups(self) -> Sequence[Callable[[], object]]:
        """Remember that it was made ready."""
        return (lambda: self.ready.append(True),)


def services(home: Home, *, options: WebOptions | None = None, asker: Canned | None = None) -> Services:
    """Services over a home; a motion's demands are its lines."""
    chosen = options or WebOptions()

    def demands_in(source: Path | str) -> tuple[str, ...]:
        return (source.name,) if isinstance(source, Path) else tuple(source.splitlines())

    library = Library(Catalogue.open(home))
    return Services(library, asker or Canned(), demands_in, Uploads(home.root / "uppladdat", chosen), options=chosen)


def desk_over(given: Services, language: str = "sv") -> Desk:
    """A desk on TODAY."""
    return Desk(given, texts(language), lambda: TODAY)
