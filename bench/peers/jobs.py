"""What is measured, in which order: peers take turns in every round, so that a slow hour of the machine hits all."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.peers.casebook import Casebook
from bench.peers.kept import Kept, keep
from bench.peers.measure import answers, course, grown, plan
from bench.peers.steps import Runner
from bench.peers.tasks import Task
from bench.peers.text_sets import TextSet, judge_texts

SHARES = (0.25, 0.5)
"""Parts of the first casebook that growth is measured at, besides the whole."""
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
    do: Callable[[], None]


def jobs(work: Work, peers: Sequence[str]) -> Iterator[Job]:
    """Every job that is not kept yet."""
    return (
        job
        for job in (*_courses(work, peers), *_answers(work, peers), *_texts(work, peers), *_sizes(work, peers))
        if not job.path.exists()
    )


def _courses(work: Work, peers: Sequence[str]) -> Iterator[Job]:
    casebook = work.casebooks[0]
    for repeat in range(work.repeats):
        for peer in peers:
            path = work.kept.path(peer, "course", casebook.name, repeat)
            yield Job(path, partial(_course, work, peer, casebook, path))


def _answers(work: Work, peers: Sequence[str]) -> Iterator[Job]:
    for casebook in work.casebooks[1:]:
        for peer in peers:
            path = work.kept.path(peer, "answers", casebook.name)
            yield Job(path, partial(_asked, work, peer, casebook, path))


def _texts(work: Work, peers: Sequence[str]) -> Iterator[Job]:
    for given in work.sets:
        for peer in peers:
            path = work.kept.path(peer, "texts", given.name, given.size)
            yield Job(path, partial(_text_set, work, peer, given, path))


def _sizes(work: Work, peers: Sequence[str]) -> Iterator[Job]:
    for share in SHARES:
        for peer in peers:
            path = work.kept.path(peer, "size", round(100 * share))
            yield Job(path, partial(_size, work, peer, share, path))


def _course(work: Work, peer: str, casebook: Casebook, path: Path) -> None:
    keep(course(work.runner, peer, path.with_suffix(""), plan(casebook)), path)
    shutil.rmtree(path.with_suffix(""))


def _asked(work: Work, peer: str, casebook: Casebook, path: Path) -> None:
    keep(answers(work.runner, peer, path.with_suffix(""), casebook), path)
    shutil.rmtree(path.with_suffix(""))


def _size(work: Work, peer: str, share: float, path: Path) -> None:
    keep(grown(work.runner, peer, path.with_suffix(""), work.casebooks[0], share=share), path)


def _text_set(work: Work, peer: str, given: TextSet, path: Path) -> None:
    task = Task(texts=given.texts, questions=given.queries, top=DEEP)
    told = work.runner.run("texts", peer, path.with_suffix(""), task)
    keep(judge_texts(given, {id_: reply.hits for id_, reply in told.replies.items()}), path)
    shutil.rmtree(path.with_suffix(""))
