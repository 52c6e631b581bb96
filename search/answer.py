"""What an answer is: decisions first, then hits, each with its citation, and what was searched to find them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.paragraph import Place


class Route(StrEnum):
    """How the answer was found."""

    IDENTIFIER = "identifier"
    PHRASE = "phrase"
    HYBRID = "hybrid"


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was searched: documents read, documents that failed, pages that could not be read, first and last date."""

    documents: int
    failed: int
    unread_pages: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class DecisionHit:
    """A decision on the demand that was asked about; the fields are those of Outcome, with text and citation.

    Of a decision that answers no demand (a plan is adopted) the demand's fields are None; `case` is "" where the paper
    belongs to none.
    """

    case: str
    title: str
    demand: int | None
    demand_text: str | None
    demand_file: str | None
    demand_paragraph: int | None
    disposition: str
    status: str
    body: str | None
    date: str | None
    section: str | None
    file: str
    paragraph: int
    pages: tuple[int, ...]
    text: str
    citation: str
    party: str | None = None
    reason_file: str | None = None
    reason_paragraph: int | None = None
    reason_text: str | None = None
    reason_citation: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph that answers; `highlights` are half-open character ranges of `text`; `places` one a line."""

    rank: int
    score: float
    file: str
    title: str
    type: str
    date: str | None
    status: str | None
    paragraph: int
    pages: tuple[int, ...]
    places: tuple[Place, ...]
    heading_path: tuple[str, ...]
    text: str
    highlights: tuple[tuple[int, int], ...]
    citation: str
    case: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One question's answer. `confidence` is the calibrated probability (0..1) that the collection holds an answer.

    `listed` is how many items a listing found ("vilka motioner avslogs"), of which `hits` are the first; None where
    the question asks for no listing.
    """

    query: str
    answerable: bool
    confidence: float
    route: Route
    coverage: Coverage
    decisions: tuple[DecisionHit, ...]
    hits: tuple[Hit, ...]
    seconds: float = 0.0
    listed: int | None = None


@dataclass(frozen=True, slots=True)
class Precedent:
    """An earlier demand like a new one: where it was put, how like (0..1), and how it was answered, if it was.

    Of a § whose motion is not in the collection `demand` is None and the § stands for it, by its title; `case` is ""
    where it is in none.
    """

    similarity: float
    case: str
    title: str
    party: str | None
    demand: int | None
    demand_text: str
    demand_file: str
    demand_paragraph: int
    demand_citation: str
    opened: str | None
    outcome: DecisionHit | None


@dataclass(frozen=True, slots=True)
class DemandPrecedents:
    """One demand of the new motion and its precedents, most alike first."""

    n: int
    text: str
    precedents: tuple[Precedent, ...]
