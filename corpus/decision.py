"""What is asked and what is decided: demands (att-satser), decision items, references to earlier decisions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Disposition(StrEnum):
    """What a decision item does with what was asked; the values are those of COMMANDS and of the papers."""

    BIFALLS = "bifalls"
    DELVIS_BIFALLS = "delvis bifalls"
    AVSLAS = "avslås"
    BESVARAS = "besvaras"
    ATERREMITTERAS = "återremitteras"
    BORDLAGGS = "bordläggs"
    TILLSTYRKS = "tillstyrks"
    AVSTYRKS = "avstyrks"
    ANTAS = "antas"
    NOTERAS = "noteras"
    OVRIGT = "övrigt"


FOR_THE_MOMENT = frozenset({Disposition.ATERREMITTERAS, Disposition.BORDLAGGS})
"""What a body does with a matter that will come back to it."""


class Status(StrEnum):
    """`adopted` only where the body itself decides the matter, in its own minutes; all that prepares is `proposed`."""

    PROPOSED = "proposed"
    ADOPTED = "adopted"


@dataclass(frozen=True, slots=True)
class Demand:
    """What a motion asks for: its number from 1 within its motion, its words, the paragraph it was read from.

    `section` is the § of the minutes it is repeated under, None outside minutes.
    """

    n: int
    text: str
    paragraph: int
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One item that a body decides or is proposed to decide.

    `body` is the body whose decision it is or would be; `item` its number under its heading (from 1); `demands` the
    numbers of the demands it answers; `section` the § ("§ 201") in minutes; `date` the meeting's date, where the paper
    is minutes, else the paper's; `reason` the words after "med hänvisning till" and the like; `uncertain` says in
    plain words what was assumed ("organet läst i sidhuvudet").
    """

    body: str | None
    section: str | None
    item: int
    status: Status
    disposition: Disposition
    text: str
    paragraph: int
    demands: tuple[int, ...] = ()
    date: str | None = None
    title: str | None = None
    dnr: tuple[str, ...] = ()
    reason: str | None = None
    uncertain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """An earlier or other decision that a paper names: body, date and §, with the paragraph that names it."""

    body: str | None
    date: str | None
    section: str | None
    paragraph: int
