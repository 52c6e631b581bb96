"""Papers for the runs at scale: meetings of ten cases each, every case a motion, an answer and a § of the minutes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import count, islice

from corpus.case import Case, Outcome, Step, Tie
from corpus.decision import Decision, Demand, Disposition, Status
from corpus.document import Document, DocumentType, Part
from corpus.paragraph import Kind, Paragraph, Place

CASES_A_MEETING = 10
MOTION_TEXTS, ANSWER_TEXTS, SECTION_TEXTS = 12, 22, 4
PARTIES = ("S", "M", "C", "L", "KD", "MP", "V", "SD")
ENDS = (Disposition.AVSLAS, Disposition.BIFALLS, Disposition.BESVARAS)
BODY = "Kommunfullmäktige"
PLACES = (Place(1, (70.0, 100.0, 500.0, 112.0)), Place(1, (70.0, 114.0, 480.0, 126.0)))


@dataclass(frozen=True, slots=True)
class Meeting:
    """The papers of one meeting, and their cases."""

    papers: tuple[Document, ...]
    cases: tuple[Case, ...]


class _Paper:
    """Takes paragraphs one after another."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []

    def add(self, text: str, *, kind: Kind = Kind.PARAGRAPH, under: str | None = None, level: int | None = None) -> int:
        """The number of the paragraph that was added."""
        n = len(self.paragraphs) + 1
        path = () if under is None else (under,)
        self.paragraphs.append(Paragraph(n, kind, text, PLACES, heading_path=path, level=level))
        return n


@dataclass(frozen=True, slots=True)
class _Matter:
    """What one case is about, before its papers are written."""

    number: int
    meeting: int
    subject: str
    demands: tuple[str, str]

    @property
    def dnr(self) -> str:
        return f"KS {2000 + self.number % 25}-{self.number}"

    @property
    def party(self) -> str:
        return PARTIES[self.number % len(PARTIES)]

    @property
    def end(self) -> Disposition:
        return ENDS[self.number % len(ENDS)]

    @property
    def year(self) -> int:
        return 2000 + self.number % 25


def meetings(texts: Iterator[str]) -> Iterator[Meeting]:
    """Meeting after meeting, for as long as there are texts."""
    for number in count():
        yield _meeting(number, texts)


def _meeting(number: int, texts: Iterator[str]) -> Meeting:
    minutes = _Paper()
    minutes.add("Protokoll", kind=Kind.HEADING, level=0)
    papers: list[Document] = []
    cases: list[Case] = []
    parts: list[Part] = []
    decisions: list[Decision] = []
    file = f"protokoll/{number}.pdf"
    for place in range(CASES_A_MEETING):
        matter = _matter(number * CASES_A_MEETING + place, number, texts)
        motion, demands = _motion(matter, texts)
        answer = _answer(matter, texts)
        part, decided = _section(minutes, matter, place + 1, texts)
        parts.append(part)
        decisions.extend(decided)
        papers += (motion, answer)
        cases.append(_case(matter, demands, motion.file, answer, file, decided))
    date = f"{2000 + number % 25}-06-10"
    papers.append(
        _document(
            file,
            DocumentType.PROTOKOLL,
            "Protokoll",
            minutes,
            date=date,
            parts=tuple(parts),
            decisions=tuple(decisions),
        )
    )
    return Meeting(tuple(papers), tuple(cases))


def _matter(number: int, meeting: int, texts: Iterator[str]) -> _Matter:
    subject, one, two = (" ".join(next(texts).split()[:words]) for words in (6, 14, 14))
    return _Matter(number, meeting, subject, (f"att kommunen utreder {one}", f"att kommunen inför {two}"))


def _motion(matter: _Matter, texts: Iterator[str]) -> tuple[Document, tuple[Demand, ...]]:
    paper = _Paper()
    title = f"Motion om {matter.subject}"
    paper.add(title, kind=Kind.HEADING, level=0)
    for text in islice(texts, MOTION_TEXTS):
        paper.add(text)
    asked = [paper.add(text, kind=Kind.LIST_ITEM) for text in matter.demands]
    demands = tuple(Demand(n, text, at) for n, (text, at) in enumerate(zip(matter.demands, asked, strict=True), 1))
    made = _document(
        f"motioner/{matter.number}.pdf",
        DocumentType.MOTION,
        title,
        paper,
        date=f"{matter.year}-01-15",
        dnr=(matter.dnr,),
        party=(matter.party,),
        demands=demands,
    )
    return made, demands


def _answer(matter: _Matter, texts: Iterator[str]) -> Document:
    paper = _Paper()
    title = f"Svar på motion ({matter.party}) om {matter.subject}"
    paper.add(title, kind=Kind.HEADING, level=0)
    paper.add("Förslag till beslut", kind=Kind.HEADING, level=1)
    date = f"{matter.year}-04-20"
    decisions = _decide(paper, matter, Status.PROPOSED, date, None)
    paper.add("Bakgrund", kind=Kind.HEADING, level=1)
    for text in islice(texts, ANSWER_TEXTS):
        paper.add(text, under="Bakgrund")
    return _document(
        f"svar/{matter.number}.pdf",
        DocumentType.MOTIONSSVAR,
        title,
        paper,
        date=date,
        dnr=(matter.dnr,),
        decisions=decisions,
        bodies=("Kommunstyrelsen",),
    )


def _section(paper: _Paper, matter: _Matter, number: int, texts: Iterator[str]) -> tuple[Part, tuple[Decision, ...]]:
    section, title = f"§ {number}", f"Svar på motion om {matter.subject}"
    date = f"{2000 + matter.meeting % 25}-06-10"
    first = paper.add(f"{section} {title}", kind=Kind.HEADING, level=1)
    decisions = _decide(paper, matter, Status.ADOPTED, date, section)
    for text in islice(texts, SECTION_TEXTS):
        paper.add(text, under=title)
    last = len(paper.paragraphs)
    part = Part(DocumentType.PROTOKOLL, first, last, section, title, (matter.dnr,), BODY, date)
    return part, decisions


def _decide(paper: _Paper, matter: _Matter, status: Status, date: str, section: str | None) -> tuple[Decision, ...]:
    found = []
    for item, which in enumerate(("första", "andra"), 1):
        text = f"Motionens {which} förslag {matter.end}."
        at = paper.add(text, kind=Kind.LIST_ITEM)
        found.append(Decision(BODY, section, item, status, matter.end, text, at, (item,), date))
    return tuple(found)


def _case(
    matter: _Matter,
    demands: tuple[Demand, ...],
    motion: str,
    answer: Document,
    minutes: str,
    decided: tuple[Decision, ...],
) -> Case:
    section = decided[0].section
    because = len(answer.paragraphs)
    outcomes = tuple(
        Outcome(d.demands[0], demands[d.demands[0] - 1].text, d.disposition, d.status, BODY, d.date, minutes,
                d.paragraph, section, answer.file, because)
        for d in decided
    )  # fmt: skip
    steps = (
        Step(answer.date, "Kommunstyrelsen", Status.PROPOSED, answer.file, None),
        Step(decided[0].date, BODY, Status.ADOPTED, minutes, section),
    )
    return Case(
        key=matter.dnr,
        title=f"Motion om {matter.subject}",
        party=matter.party,
        dnr=(matter.dnr,),
        files=(motion, answer.file, minutes),
        demands=demands,
        demand_files=(motion,) * len(demands),
        outcomes=outcomes,
        timeline=steps,
        ties=(Tie(motion, None, "diarienummer"), Tie(answer.file, None, "diarienummer"), Tie(minutes, section, "§")),
        opened=f"{matter.year}-01-15",
    )


def _document(file: str, kind: DocumentType, title: str, paper: _Paper, **more: object) -> Document:
    return Document(
        file=file,
        sha256=sha256(file.encode()).hexdigest(),
        type=kind,
        title=title,
        pages=3,
        page_sizes=((595.0, 842.0),) * 3,
        paragraphs=tuple(paper.paragraphs),
        **more,  # type: ignore[arg-type]
    )
