"""A town small enough to know by heart: two cases, one plan, and a searcher over them that looks at everything."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np

from bench.retrieval_memory import MemoryEngine, MemoryLibrary
from corpus.case import Case, Outcome, Step, Tie
from corpus.decision import Decision, Demand, Disposition, Status
from corpus.document import Document, DocumentType, Part
from corpus.paragraph import Kind, Paragraph, Place
from corpus.passage import Passage
from index.engine import Vectors
from index.passages import passages_of
from index.terms import analyse
from search.candidates import EVERY_KIND, Candidates, Kinds, gather
from search.coverage import cover
from search.fusion import Fusion
from search.question import read_question
from search.searcher import EVERYTHING, Searcher
from search.shelf import Shelf

DIM = 64
MOTION, ANSWER, BOARD, COUNCIL = "motion.pdf", "svar.pdf", "ks.pdf", "kf.pdf"
OTHER, PLAN, OLD_PLAN = "hundar.pdf", "lekplatser.pdf", "lekplatser-gammal.pdf"


class WordEmbedder:
    """Each term a fixed direction: texts that share terms are near, whatever their order."""

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Rows of unit length."""
        return np.array([self.query(text) for text in texts], dtype=np.float32)

    def query(self, text: str) -> Vectors:
        """A unit vector."""
        vector = np.full(DIM, 0.01)
        for term in analyse(text):
            vector += np.random.default_rng(zlib.crc32(term.encode())).normal(size=DIM)
        unit: Vectors = (vector / np.linalg.norm(vector)).astype(np.float32)
        return unit


def paragraph(n: int, text: str, kind: Kind = Kind.PARAGRAPH, path: tuple[str, ...] = (), page: int = 1) -> Paragraph:
    """A paragraph with one line on one page."""
    level = 0 if kind is Kind.HEADING and not path else None
    return Paragraph(n, kind, text, (Place(page, (50.0, 10.0 * n, 500.0, 10.0 * n + 9)),), path, level=level)


def document(file: str, kind: DocumentType, title: str, date: str, *paragraphs: Paragraph, **more: object) -> Document:
    """A document whose first paragraph is its title."""
    every = (paragraph(1, title, Kind.HEADING), *paragraphs)
    return Document(file, file, kind, title, date, 1, ((595.0, 842.0),), every, **more)  # type: ignore[arg-type]


def decision(
    body: str, item: int, status: Status, disposition: Disposition, text: str, n: int, date: str, *demands: int
) -> Decision:
    """One decision item."""
    section = "§ 12" if body == "Kommunfullmäktige" and status is Status.ADOPTED else None
    return Decision(
        body, section, item, status, disposition, text, n, demands, date, "Fler lekplatser", ("KS 2020-11",)
    )


DEMANDS = (
    Demand(1, "att kommunen bygger en ny lekplats i Sörby", 3),
    Demand(2, "att alla gungor kontrolleras varje månad", 4),
)
DOCUMENTS = (
    document(
        MOTION,
        DocumentType.MOTION,
        "Motion om fler lekplatser",
        "2020-02-01",
        paragraph(2, "Barnen i Sörby har ingenstans att leka och gungorna rostar."),
        paragraph(3, "att kommunen bygger en ny lekplats i Sörby", Kind.LIST_ITEM),
        paragraph(4, "att alla gungor kontrolleras varje månad", Kind.LIST_ITEM),
        dnr=("KS 2020-11",),
        party=("MP",),
        demands=DEMANDS,
    ),
    document(
        ANSWER,
        DocumentType.MOTIONSSVAR,
        "Svar på motion om fler lekplatser",
        "2020-05-01",
        paragraph(2, "Motionens första förslag avslås.", Kind.LIST_ITEM),
        paragraph(3, "Motionens andra förslag bifalls.", Kind.LIST_ITEM),
        paragraph(
            4, "En lekplats av den storleken kostar 940 000 kronor att anlägga och 25 000 kronor om året att sköta."
        ),
        dnr=("KS 2020-11",),
        decisions=(
            decision(
                "Kommunfullmäktige",
                1,
                Status.PROPOSED,
                Disposition.AVSLAS,
                "Motionens första förslag avslås.",
                2,
                "2020-05-01",
                1,
            ),
            decision(
                "Kommunfullmäktige",
                2,
                Status.PROPOSED,
                Disposition.BIFALLS,
                "Motionens andra förslag bifalls.",
                3,
                "2020-05-01",
                2,
            ),
        ),
    ),
    document(
        COUNCIL,
        DocumentType.PROTOKOLL,
        "§ 12 Svar på motion om fler lekplatser",
        "2020-09-21",
        paragraph(2, "Första förslaget bifalls.", Kind.LIST_ITEM),
        paragraph(3, "Andra förslaget bifalls.", Kind.LIST_ITEM),
        dnr=("KS 2020-11",),
        bodies=("Kommunfullmäktige",),
        parts=(
            Part(
                DocumentType.PROTOKOLL,
                1,
                3,
                "§ 12",
                "Svar på motion om fler lekplatser",
                (),
                "Kommunfullmäktige",
                "2020-09-21",
            ),
        ),
        decisions=(
            decision(
                "Kommunfullmäktige",
                1,
                Status.ADOPTED,
                Disposition.BIFALLS,
                "Första förslaget bifalls.",
                2,
                "2020-09-21",
                1,
            ),
            decision(
                "Kommunfullmäktige",
                2,
                Status.ADOPTED,
                Disposition.BIFALLS,
                "Andra förslaget bifalls.",
                3,
                "2020-09-21",
                2,
            ),
        ),
    ),
    document(
        OTHER,
        DocumentType.MOTION,
        "Motion om hundrastgård",
        "2021-03-01",
        paragraph(2, "Hundarna i Vallda behöver springa fritt."),
        paragraph(3, "att en hundrastgård anläggs i Vallda", Kind.LIST_ITEM),
        dnr=("KS 2021-30",),
        party=("L",),
        demands=(Demand(1, "att en hundrastgård anläggs i Vallda", 3),),
    ),
    document(
        PLAN,
        DocumentType.PLAN,
        "Lekplatsplan 2022–2030",
        "2022-01-10",
        paragraph(2, "Varje lekplats besiktigas av auktoriserad besiktningsman i april."),
        replaces=OLD_PLAN,
    ),
    document(
        OLD_PLAN,
        DocumentType.PLAN,
        "Lekplatsplan 2014–2021",
        "2014-01-10",
        paragraph(2, "Varje lekplats besiktigas vart tredje år."),
        replaced_by=PLAN,
    ),
)


def _outcome(n: int, paragraph_n: int) -> Outcome:
    return Outcome(
        n, DEMANDS[n - 1].text, Disposition.BIFALLS, Status.ADOPTED, "Kommunfullmäktige", "2020-09-21", COUNCIL,
        paragraph_n, "§ 12", ANSWER if n == 1 else None, 4 if n == 1 else None,
    )  # fmt: skip


CASES = (
    Case(
        key="KS 2020-11",
        title="Fler lekplatser",
        party="MP",
        dnr=("KS 2020-11",),
        files=(MOTION, ANSWER, COUNCIL),
        demands=DEMANDS,
        demand_files=(MOTION, MOTION),
        outcomes=(_outcome(1, 2), _outcome(2, 3)),
        timeline=(Step("2020-09-21", "Kommunfullmäktige", Status.ADOPTED, COUNCIL, "§ 12"),),
        ties=(Tie(MOTION, None, ""), Tie(ANSWER, None, ""), Tie(COUNCIL, "§ 12", "")),
        opened="2020-02-01",
    ),
    Case(
        key="KS 2021-30",
        title="Hundrastgård",
        party="L",
        dnr=("KS 2021-30",),
        files=(OTHER,),
        demands=DOCUMENTS[3].demands,
        demand_files=(OTHER,),
        outcomes=(),
        timeline=(),
        ties=(Tie(OTHER, None, ""),),
        opened="2021-03-01",
    ),
)
EMBEDDER = WordEmbedder()


def every_passage() -> list[Passage]:
    """All passages of the town."""
    return [p for d in DOCUMENTS for p in passages_of(d, [case for case in CASES if d.file in case.files])]


PASSAGES = every_passage()
LIBRARY = MemoryLibrary(DOCUMENTS, CASES, PASSAGES)
ENGINE = MemoryEngine(PASSAGES, EMBEDDER.passages([passage.embed_text for passage in PASSAGES]))


def shelf() -> Shelf:
    """A fresh shelf."""
    return Shelf(LIBRARY, 1)


def searcher() -> Searcher:
    """A searcher over the town."""
    return Searcher(LIBRARY, ENGINE, EMBEDDER)


def candidates(text: str, kinds: Kinds = EVERY_KIND) -> Candidates:
    """What the engine finds for a question."""
    question = read_question(text)
    vector = EMBEDDER.query(question.bare)
    covered = cover(question, ENGINE)
    return gather(
        ENGINE, shelf(), question, lambda: vector, covered=covered, where=EVERYTHING, fusion=Fusion(), kinds=kinds
    )
