"""What is measured, in which order: peers take turns in every round, so that a slow hour of the machine hits all."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.peers.casebook import Casebook
from bench.peers.growth import sizes
from bench.peers.kept import Kept, Measured, keep
from bench.peers.measure import answers, course, grown, plan
from bench.peers.steps import ROOT, Runner
from bench.peers.tasks import Task
from bench.peers.text_sets import TextSet, judge_texts

PARTS = ("courses", "answers", "texts", "sizes")
"""What a run may be limited to; `courses` and `sizes` have clocks."""
DEEP = 50
"""Passages asked for on sets of texts, where several may be of one text."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is compared on what; the first casebook is run `repeats` times and timed, the others once and judged."""

    runner: Runner
    kept: Kept
    casebooks: tuple[Casebook, ...]
    sets: tuple[TextSet, ...]
    repeats: int


@dataclass(frozen=True, slots=True)
class Job:
    """One measurement and where it is kept."""

    path: Path
    measure: Callable[[Path], Measured]

    def do(self) -> None:
        """Measure in a folder beside the result, which is kept at last."""
        commit, folder = commit_now(), self.path.with_suffix("")
        shutil.rmtree(folder, ignore_errors=True)
        keep(self.measure(folder), self.path, commit=commit)
        shutil.rmtree(folder, ignore_errors=True)


def jobs(work: Work, peers: Sequence[str], *, parts: Sequence[str] = PARTS) -> Iterator[Job]:
    """Every job of these parts that is not kept yet."""
    made = {"courses": _courses, "answers": _answers, "texts": _texts, "sizes": _sizes}
    return (job for part in parts for job in made[part](work, peers) if not job.path.exists())


def commit_now() -> str:
    """The commit of the program as it stands; with + where files differ from it."""
    asked = ["git", "describe", "--always", "--dirty=+", "--exclude=*"]
    return subprocess.run(asked, cwd=ROOT, capture_output=True, text=True).stdout.strip()


def _courses(work: Work, peers: Sequence[str]) -> Iterator[Job]:
    casebook = work.casebooks[0]
    for repeat in range(work.repeats):
        for peer in peers:
            path = work.kept.path(peer, "course", casebook.name, repeat)
            yield Job(path, partial(_course, work, peer, casebook))


def _answers(work: Work, peers: Sequence[str]) -> Iterator[Job]:
    for casebook in work.casebooks[1:]:
        for peer in peers:
            path = work.kept.path(peer, "answers", casebook.name)
            yield Job(path, partial(answers, work.runner, peer, casebook=casebook))


def _texts(work: Work, peers: Sequence[str]) -> Iterator[Job]:
    for given in work.sets:
        for peer in peers:
            path = work.kept.path(peer, "texts", given.name, given.size)
            yield Job(path, partial(_text_set, work, peer, given))


def _sizes(work: Work, peers: Sequence[str]) -> Iterator[Job]:
    for name, pdfs in sizes(work.casebooks).items():
        for peer in peers:
            path = work.kept.path(peer, "size", name)
            yield Job(path, partial(grown, work.runner, peer, pdfs=pdfs, casebook=work.casebooks[0]))


def _course(work: Work, peer: str, casebook: Casebook, folder: Path) -> Measured:
    return course(work.runner, peer, folder, given=plan(casebook))


def _text_set(work: Work, peer: str, given: TextSet, folder: Path) -> Measured:
    task = Task(texts=given.texts, questions=given.queries, top=DEEP)
    told = work.runner.run("texts", peer, folder, task)
    return judge_texts(given, {id_: reply.hits for id_, reply in told.replies.items()})
