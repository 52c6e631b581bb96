"""Stages for tests of the batch: papers are lines of words, and everything that ties papers is there, in small.

A paper's lines: "type motion", "title X", "dnr KS 1", "demand words", "adopts avslås 1 words", "replaces TITLE",
"text words", "broken" (cannot be read), "riddle" (cannot be understood), "knot" (passages cannot be derived).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.case import Case, Outcome, Step
from corpus.decision import Decision, Demand, Disposition, Status
from corpus.document import Document, DocumentType
from corpus.errors import UnreadableCode, UnreadableError
from corpus.paragraph import Kind, Paragraph, Place
from corpus.passage import TIED, Facets, Passage, PassageKind
from corpus.reading import PageState, Reading
from ingest.batch.stages import ReadMany, Stages
from ingest.papers.cases import Related

DIM = 8


def paper(*lines: str) -> bytes:
    """The bytes of a paper."""
    return "\n".join(("%PDF", *lines)).encode()


def motion(dnr: str, *demands: str, title: str = "Motion") -> bytes:
    """A motion with its demands."""
    return paper("type motion", f"title {title}", f"dnr {dnr}", *(f"demand {demand}" for demand in demands))


def minutes(dnr: str, *decisions: str, title: str = "Protokoll") -> bytes:
    """Minutes whose decisions are like "avslås 1 Motionens första förslag avslås"."""
    return paper("type protokoll", f"title {title}", f"dnr {dnr}", *(f"adopts {decision}" for decision in decisions))


@dataclass
class Counted:
    """What the stages were asked to do."""

    read: list[str] = field(default_factory=list)
    embedded: list[str] = field(default_factory=list)
    related: list[int] = field(default_factory=list)
    derived: list[str] = field(default_factory=list)
    syncs: int = 0


def stages(counted: Counted | None = None, *, reader: str = "1", keys: bool = True, name: str = "fake") -> Stages:
    """The stages, counting into `counted`."""
    count = counted or Counted()

    def relate_counted(documents: Sequence[Document]) -> Related:
        count.related.append(len(documents))
        return relate(documents)

    def passages_counted(document: Document, cases: Sequence[Case]) -> tuple[Passage, ...]:
        count.derived.append(document.file)
        return passages_of(document, cases)

    def tied_counted(document: Document, cases: Sequence[Case]) -> tuple[Passage, ...]:
        return tuple(passage for passage in passages_counted(document, cases) if passage.kind in TIED)

    def sync() -> None:
        count.syncs += 1

    return Stages(
        read_many=_reader(count),
        understand=understand,
        relate=relate_counted,
        passages_of=passages_counted,
        tied_passages_of=tied_counted,
        embedder=HashEmbedder(name, count),
        reader=reader,
        tie_keys=tie_keys if keys else None,
        sync=sync,
    )


def _reader(count: Counted) -> ReadMany:
    def read_many(paths: Iterable[Path]) -> Generator[tuple[Path, Reading | UnreadableError], None, None]:
        for path in paths:
            text = path.read_text()
            count.read.append(text)
            yield path, read(path, text)

    return read_many


def read(path: Path, text: str) -> Reading | UnreadableError:
    """One paragraph a line, one page."""
    if "broken" in text or not text.startswith("%PDF"):
        return UnreadableError(UnreadableCode.DAMAGED, "Trasig fil.", hint="Hämta den igen.")
    lines = text.split("\n")[1:]
    paragraphs = tuple(
        Paragraph(n, Kind.PARAGRAPH, line, (Place(1, (50.0, 20.5 * n, 500.0, 20.5 * n + 12)),))
        for n, line in enumerate(lines, start=1)
    )
    return Reading(path.stem, ((595.0, 842.0),), (PageState.TEXT,), paragraphs)


def understand(reading: Reading, file: str) -> Document:
    """The lines' first words say what they are."""
    if any(paragraph.text == "riddle" for paragraph in reading.paragraphs):
        raise ValueError("gåta")
    of: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for paragraph in reading.paragraphs:
        word, _, rest = paragraph.text.partition(" ")
        of[word].append((paragraph.n, rest))
    return Document(
        file=file,
        sha256=reading.sha256,
        type=DocumentType((of["type"] or [(0, "övrigt")])[0][1]),
        title=(of["title"] or [(0, "utan titel")])[0][1],
        date=(of["date"] or [(0, "2024-01-01")])[0][1],
        pages=1,
        page_sizes=reading.page_sizes,
        unread_pages=len(of["picture"]),
        paragraphs=reading.paragraphs,
        dnr=tuple(words for _, words in of["dnr"]),
        bodies=("Kommunfullmäktige",) if of["adopts"] else (),
        demands=tuple(Demand(i, words, n) for i, (n, words) in enumerate(of["demand"], start=1)),
        decisions=tuple(_decision(i, n, words) for i, (n, words) in enumerate(of["adopts"], start=1)),
        replaces=of["replaces"][0][1] if of["replaces"] else None,
    )


def _decision(item: int, paragraph: int, words: str) -> Decision:
    disposition, demand, text = words.split(" ", 2)
    return Decision(
        body="Kommunfullmäktige",
        section=None,
        item=item,
        status=Status.ADOPTED,
        disposition=Disposition(disposition),
        text=text,
        paragraph=paragraph,
        demands=(int(demand),),
    )


def tie_keys(document: Document) -> frozenset[str]:
    """Diarienummer, and the titles that a styrdokument has or replaces."""
    titles = (document.title, document.replaces) if document.replaces or not document.dnr else (document.title,)
    return frozenset((*document.dnr, *(f"titel {title}" for title in titles if title)))


def relate(documents: Sequence[Document]) -> Related:
    """Cases are what shared diarienummer connect; a replaced document learns the file that replaces it."""
    ordered = sorted(documents, key=lambda document: document.sha256)
    replacing = {document.replaces: document.file for document in ordered if document.replaces}
    told = tuple(replace(document, replaced_by=replacing.get(document.title)) for document in documents)
    groups: list[tuple[set[str], list[Document]]] = []
    for document in ordered:
        if not document.dnr:
            continue
        joined = [group for group in groups if group[0] & set(document.dnr)]
        groups = [group for group in groups if group not in joined]
        dnr = set(document.dnr).union(*(group[0] for group in joined))
        groups.append((dnr, [*(member for group in joined for member in group[1]), document]))
    return Related(told, tuple(_case(dnr, members) for dnr, members in groups))


def _case(dnr: set[str], members: list[Document]) -> Case:
    members = sorted(members, key=lambda document: document.sha256)
    demands = [(document.file, demand) for document in members for demand in document.demands]
    words = {demand.n: demand.text for _, demand in reversed(demands)}
    outcomes = tuple(
        Outcome(
            demand=number,
            demand_text=words[number],
            disposition=decision.disposition,
            status=decision.status,
            body=decision.body,
            date=document.date,
            file=document.file,
            paragraph=decision.paragraph,
        )
        for document in members
        for decision in document.decisions
        for number in decision.demands
        if number in words
    )
    return Case(
        key=min(dnr),
        title=min(document.title for document in members),
        party=None,
        dnr=tuple(sorted(dnr)),
        files=tuple(sorted(document.file for document in members)),
        demands=tuple(demand for _, demand in demands),
        demand_files=tuple(file for file, _ in demands),
        outcomes=outcomes,
        timeline=tuple(Step(d.date, None, Status.ADOPTED, d.file, None) for d in members if d.decisions),
    )


def passages_of(document: Document, cases: Sequence[Case]) -> tuple[Passage, ...]:
    """One a paragraph; a decision's carries the words of the demands it answers."""
    if any(paragraph.text == "knot" for paragraph in document.paragraphs):
        raise ValueError("knut")
    facets = Facets(document.type.value, document.date, document.bodies, replaced=document.replaced_by is not None)
    text = tuple(
        Passage(PassageKind.TEXT, document.file, (p.n,), f"{document.title}: {p.text}", _terms(p.text), facets)
        for p in document.paragraphs
    )
    answers = tuple(
        Passage(
            kind=PassageKind.DECISION,
            file=document.file,
            paragraphs=(outcome.paragraph,),
            embed_text=f"{case.title}: {outcome.demand_text}",
            terms=_terms(outcome.demand_text),
            facets=facets,
            case=case.key,
            demands=(outcome.demand,),
        )
        for case in cases
        for outcome in case.outcomes
        if outcome.file == document.file
    )
    return text + answers


def _terms(text: str) -> tuple[str, ...]:
    return tuple(text.lower().split())


@dataclass(frozen=True)
class HashEmbedder:
    """Unit vectors that only depend on the text."""

    name: str
    counted: Counted
    dim: int = DIM

    def passages(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Rows from the text's own hash."""
        self.counted.embedded.extend(texts)
        return np.stack([vector(text) for text in texts])


def vector(text: str) -> npt.NDArray[np.float32]:
    """The vector of one text."""
    raw = np.frombuffer(sha256(text.encode()).digest()[:DIM], dtype=np.uint8).astype(np.float32) - 127.5
    unit: npt.NDArray[np.float32] = raw / np.linalg.norm(raw)
    return unit
