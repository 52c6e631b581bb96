"""What a passage is: one or a few paragraphs of one document as they are embedded and searched (never as quoted)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PassageKind(StrEnum):
    """Why a passage is in the index; fusion tells decision questions and fact questions apart by it."""

    TEXT = "text"
    TABLE = "table"
    TITLE = "title"
    DEMAND = "demand"
    DECISION = "decision"


TIED = (PassageKind.DEMAND, PassageKind.DECISION)
"""Demands, and decisions, which repeat the words of the demands they answer: the kinds that a case has a say in; all
others are given by their document alone."""


@dataclass(frozen=True, slots=True)
class Facets:
    """What filters act on. `date` is ISO; `body` and `party` may be several; None means unknown."""

    type: str
    date: str | None
    bodies: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    status: str | None = None
    in_force_from: str | None = None
    in_force_to: str | None = None
    replaced: bool = False
    dnr: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage before it has an id: `paragraphs` (numbers of one document, the first is the one cited), the text that
    is embedded, the terms it is found by (already analysed, with repeats), and its facets.

    `case` and `demands` tie a demand or decision passage to its case (Case.key) and demand numbers.
    """

    kind: PassageKind
    file: str
    paragraphs: tuple[int, ...]
    embed_text: str
    terms: tuple[str, ...]
    facets: Facets
    case: str | None = None
    demands: tuple[int, ...] = ()
