"""What a case (ärende) is: one matter through all its papers, with the outcome of each demand and its timeline."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.decision import FOR_THE_MOMENT, Demand, Disposition, Status


@dataclass(frozen=True, slots=True)
class Outcome:
    """The last adopted decision on a demand, else the last proposal; `paragraph` of `file` says so.

    `reason_file` and `reason_paragraph` point at the reasoning (an officer's letter), None where none was found.
    """

    demand: int
    demand_text: str
    disposition: Disposition
    status: Status
    body: str | None
    date: str | None
    file: str
    paragraph: int
    section: str | None = None
    reason_file: str | None = None
    reason_paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a case: a body at a date, proposing or adopting, in a paper."""

    date: str | None
    body: str | None
    status: Status
    file: str
    section: str | None
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """Why a paper (or one § of it) belongs to the case, in plain words: "diarienummer KS 2021-845"."""

    file: str
    section: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Retelling:
    """Where a letter or minutes tell in their own words what was asked: a demand's number and the paragraph."""

    demand: int
    file: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Case:
    """One matter. `key` is stable while its papers are: the normalised first diarienummer, else the first file."""

    key: str
    title: str
    party: str | None
    dnr: tuple[str, ...]
    files: tuple[str, ...]
    demands: tuple[Demand, ...]
    demand_files: tuple[str, ...]
    """For each demand, the file its words and paragraph were read from (the motion, else its answer)."""
    outcomes: tuple[Outcome, ...]
    timeline: tuple[Step, ...]
    ties: tuple[Tie, ...] = ()
    retellings: tuple[Retelling, ...] = ()
    opened: str | None = None
    """The motion's date, ISO: what an unanswered motion's age is counted from."""

    @property
    def answered(self) -> bool:
        """Whether any demand has an adopted outcome that settles it."""
        adopted = (outcome for outcome in self.outcomes if outcome.status is Status.ADOPTED)
        return any(outcome.disposition not in FOR_THE_MOMENT for outcome in adopted)
