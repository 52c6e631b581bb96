"""The course of one peer over a casebook: index, add ten, restart and ask, change while running, delete ten; growth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from bench.peers.casebook import Casebook
from bench.peers.protocol import Reply
from bench.peers.steps import COPIES, Runner, folder_bytes
from bench.peers.tasks import Task

LATER = 10
PROBES = 10


@dataclass(frozen=True, slots=True)
class Course:
    """One course through all steps. Seconds are from the start of a step's process, but for those of `running_*`, which
    are of the call alone; sizes are in bytes."""

    index_s: float
    index_cpu_s: float
    indexed_passages: int
    add_s: float
    add_cpu_s: float
    delete_s: float
    delete_cpu_s: float
    running_add_s: float
    running_add_cpu_s: float
    running_delete_s: float
    running_delete_cpu_s: float
    ready_s: float
    latencies: tuple[float, ...]
    passages: int
    index_peak: int
    ask_peak: int
    disk: int
    copies: int
    """What of it are copies of the PDFs."""
    restart_right: bool
    """Whether a new process gives the probes the same hits as the one that indexed."""
    forgotten: bool
    """Whether no hit of the forgotten file came back, at once and when opened anew, on questions that it answered."""
    replies: Mapping[str, Reply]


@dataclass(frozen=True, slots=True)
class Answers:
    """What a peer that has indexed a whole casebook answers on its questions."""

    replies: Mapping[str, Reply]


@dataclass(frozen=True, slots=True)
class Size:
    """How a peer fares with part of a casebook."""

    documents: int
    passages: int
    index_cpu_s: float
    query_ms: float


@dataclass(frozen=True, slots=True)
class Plan:
    """Which PDFs are indexed first, which are added later, and what is forgotten, for every peer the same."""

    first: tuple[str, ...]
    later: tuple[str, ...]
    forget: str
    questions: tuple[tuple[str, str], ...]
    about_forgotten: tuple[str, ...]


def plan(casebook: Casebook) -> Plan:
    """Ten PDFs spread evenly over the names come later; of the rest, the one that answers most is forgotten."""
    later = casebook.pdfs[:: max(1, len(casebook.pdfs) // LATER)][:LATER]
    first = [pdf for pdf in casebook.pdfs if pdf not in later]
    answers = Counter(one.file for question in casebook.questions for one in question.wanted if one.file)
    forget = min((pdf for pdf in first), key=lambda pdf: (-answers[pdf.name], pdf.name))
    about = [question for question in casebook.questions if any(one.file == forget.name for one in question.wanted)]
    return Plan(
        tuple(str(pdf.resolve()) for pdf in first),
        tuple(str(pdf.resolve()) for pdf in later),
        str(forget.resolve()),
        tuple((question.id, question.text) for question in casebook.questions),
        tuple(question.id for question in about),
    )


def course(runner: Runner, peer: str, folder: Path, *, given: Plan) -> Course:
    """All steps in a fresh folder, each in a process of its own."""
    run = partial(runner.run, peer=peer, folder=folder)
    indexed = run("index", task=Task(pdfs=given.first))
    added = run("add", task=Task(pdfs=given.later, questions=given.questions[:PROBES]))
    disk, copies = folder_bytes(folder), folder_bytes(folder, of=COPIES)
    asked = run("ask", task=Task(questions=given.questions))
    about = Task(given.later, (), given.forget, given.questions, given.about_forgotten)
    changed = run("change", task=about).changed
    assert changed is not None
    removed = run("remove", task=Task(pdfs=given.later))
    return Course(
        index_s=indexed.seconds,
        index_cpu_s=indexed.cpu,
        indexed_passages=indexed.passages,
        add_s=added.seconds,
        add_cpu_s=added.cpu,
        delete_s=removed.seconds,
        delete_cpu_s=removed.cpu,
        running_add_s=changed.add_s,
        running_add_cpu_s=changed.add_cpu_s,
        running_delete_s=changed.delete_s,
        running_delete_cpu_s=changed.delete_cpu_s,
        ready_s=asked.seconds,
        latencies=asked.latencies,
        passages=added.passages,
        index_peak=indexed.peak_bytes,
        ask_peak=asked.peak_bytes,
        disk=disk,
        copies=copies,
        restart_right=same_hits(added.replies, asked.replies),
        forgotten=free_of(Path(given.forget).name, changed.replies),
        replies=asked.replies,
    )


def answers(runner: Runner, peer: str, folder: Path, *, casebook: Casebook) -> Answers:
    """Index a whole casebook from nothing and ask all its questions, in two processes."""
    runner.run("index", peer, folder, Task(pdfs=tuple(str(pdf.resolve()) for pdf in casebook.pdfs)))
    return Answers(runner.run("ask", peer, folder, Task(questions=plan(casebook).questions)).replies)


def grown(runner: Runner, peer: str, folder: Path, *, pdfs: Sequence[Path], casebook: Casebook) -> Size:
    """Index these PDFs from nothing and ask all questions of a casebook."""
    indexed = runner.run("index", peer, folder, Task(pdfs=tuple(str(pdf.resolve()) for pdf in pdfs)))
    asked = runner.run("ask", peer, folder, Task(questions=plan(casebook).questions))
    return Size(len(pdfs), indexed.passages, indexed.cpu, 1000 * median(asked.latencies))


def same_hits(before: Mapping[str, Reply], after: Mapping[str, Reply]) -> bool:
    """Whether the hits of each reply are the same texts in the same order."""
    return all(_texts(reply) == _texts(after[id_]) for id_, reply in before.items())


def free_of(file: str, replies: Sequence[Reply]) -> bool:
    """Whether no hit and no decision is of that file."""
    decided = [reply.decision.file for reply in replies if reply.decision is not None]
    return all(hit.file != file for reply in replies for hit in reply.hits) and file not in decided


def _texts(reply: Reply) -> list[tuple[str, str]]:
    return [(hit.file, hit.text) for hit in reply.hits]
