"""A whole engine in memory, exact and plain: the reference that the real engines are compared with, and bench's own."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import numpy as np
import numpy.typing as npt

from corpus.case import Case
from corpus.document import Document
from corpus.paragraph import Paragraph
from corpus.passage import Passage
from corpus.stored import Counts, FoundPassage
from index.engine import EngineStatus, Scored, Vectors
from index.facet_keys import conditions, facet_row
from index.filters import Filter

K1 = 1.2
B = 0.75
"""Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009; Lucene's defaults."""


class MemoryEngine:
    """Passages and their vectors in lists; every question looks at all of them."""

    def __init__(self, passages: Sequence[Passage], vectors: Vectors) -> None:
        """Hold `passages` with ids from 0 and their `vectors` `(n, dim) float32`, rows of unit length."""
        self.passages = tuple(passages)
        self.vectors = vectors
        self._rows = [facet_row(one.facets, file=one.file, kind=one.kind) for one in self.passages]
        postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        lengths: npt.NDArray[np.float64] = np.zeros(len(passages), dtype=np.float64)
        for number, passage in enumerate(self.passages):
            lengths[number] = len(passage.terms)
            for term, times in Counter(passage.terms).items():
                postings[term].append((number, times))
        self._frequency = {term: len(places) for term, places in postings.items()}
        norm = K1 * (1 - B + B * lengths / max(float(lengths.mean()), 1.0)) if len(passages) else lengths
        self._postings: dict[str, tuple[np.ndarray, np.ndarray]] = {}
        for term, places in postings.items():
            numbers = np.array([number for number, _ in places])
            counts = np.array([count for _, count in places], dtype=np.float64)
            self._postings[term] = (numbers, self._idf(term) * counts * (K1 + 1) / (counts + norm[numbers]))

    def _idf(self, term: str) -> float:
        n, df = len(self.passages), self._frequency[term]
        return math.log(1 + (n - df + 0.5) / (df + 0.5))

    def dense(self, vector: Vectors, k: int, *, where: Filter) -> tuple[Scored, ...]:
        """The k nearest by cosine."""
        return self._top(self.vectors @ vector, k, where, above=-2.0)

    def lexical(self, terms: Mapping[str, float], k: int, *, where: Filter) -> tuple[Scored, ...]:
        """The k best by BM25."""
        scores = np.zeros(len(self.passages))
        for term, weight in terms.items():
            if term in self._postings:
                ids, values = self._postings[term]
                scores[ids] += weight * values
        return self._top(scores, k, where, above=0.0)

    def _top(self, scores: np.ndarray, k: int, where: Filter, *, above: float) -> tuple[Scored, ...]:
        order = np.argsort(-scores, kind="stable")
        asked = conditions(where)
        found: list[Scored] = []
        for number in order:
            if scores[number] <= above or len(found) == k:
                break
            if where.empty or asked.admit(self._rows[number]):
                found.append(Scored(int(number), float(scores[number])))
        return tuple(found)

    def document_frequency(self, terms: Sequence[str]) -> dict[str, int]:
        """In how many passages each term stands."""
        return {term: self._frequency.get(term, 0) for term in terms}

    def refresh(self) -> bool:
        """There is never a newer generation."""
        return False

    def status(self) -> EngineStatus:
        """What it holds."""
        return EngineStatus("memory", len(self.passages), 1, self.vectors.nbytes)


class MemoryLibrary:
    """Documents, cases and passages as searching reads them, without a database."""

    def __init__(self, documents: Sequence[Document], cases: Sequence[Case], passages: Sequence[Passage]) -> None:
        """Hold them; a passage's id is its place in `passages`."""
        self._documents = {document.file: document for document in documents}
        self._cases = {case.key: case for case in cases}
        self._passages = tuple(passages)

    @contextmanager
    def snapshot(self) -> Iterator[int]:
        """Nothing ever changes."""
        yield 1

    def head(self, file: str) -> Document | None:
        """A document (with its paragraphs: they cost nothing here)."""
        return self._documents.get(file)

    def heads(self) -> Iterator[Document]:
        """All documents."""
        yield from self._documents.values()

    def paragraphs(self, file: str, numbers: Iterable[int]) -> tuple[Paragraph, ...]:
        """Those paragraphs that there are."""
        document = self._documents.get(file)
        wanted = [n for n in numbers if document and 1 <= n <= len(document.paragraphs)]
        return tuple(document.paragraph(n) for n in wanted) if document else ()

    def case(self, key: str) -> Case | None:
        """One case."""
        return self._cases.get(key)

    def cases(self) -> Iterator[Case]:
        """All cases."""
        yield from self._cases.values()

    def case_keys(self, file: str) -> tuple[str, ...]:
        """The keys of the cases that a document belongs to."""
        return tuple(case.key for case in self._cases.values() if file in case.files)

    def found(self, ids: Iterable[int]) -> Iterator[FoundPassage]:
        """The passages with those ids."""
        for one in ids:
            yield FoundPassage.of(one, self._passages[one])

    def counts(self) -> Counts:
        """What there is."""
        dates = sorted(document.date for document in self._documents.values() if document.date)
        return Counts(
            generation=1,
            documents=len(self._documents),
            failed=0,
            pages=sum(document.pages for document in self._documents.values()),
            unread_pages=0,
            paragraphs=sum(len(document.paragraphs) for document in self._documents.values()),
            passages=len(self._passages),
            cases=len(self._cases),
            first=dates[0] if dates else None,
            last=dates[-1] if dates else None,
            types=(),
            bodies=(),
            years=(),
        )
