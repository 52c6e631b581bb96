"""One step of one peer in a process of its own, told as JSON in a file.

python -m bench.peers.worker STEP --peer txtai --folder F --model M --task task.json --told told.json --began SECONDS
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import resource
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict
from functools import partial
from pathlib import Path

from bench.peers.protocol import Peer, Reply
from bench.peers.roster import make
from bench.peers.tasks import Changed, Task, Told, read_task


def main() -> None:
    """Do the step and write what it told."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=STEPS)
    parser.add_argument("--peer", required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--task", type=Path, required=True)
    parser.add_argument("--told", type=Path, required=True)
    parser.add_argument("--began", type=float, required=True, help="when the process was started, seconds since 1970")
    given = parser.parse_args()
    logging.disable(logging.WARNING)
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("HAYSTACK_TELEMETRY_ENABLED", "False")
    peer = make(given.peer, given.folder, given.model)
    told = STEPS[given.step](peer, read_task(given.task), given.began)
    given.told.write_text(json.dumps(asdict(told), ensure_ascii=False), "utf-8")


def index(peer: Peer, task: Task, began: float) -> Told:
    """From nothing to an index on disk."""
    peer.add([Path(pdf) for pdf in task.pdfs])
    return Told(time.time() - began, cpu_seconds(), passages=peer.passages())


def add(peer: Peer, task: Task, began: float) -> Told:
    """Open what is on disk and take in more; then the probes, outside the clock."""
    peer.open()
    peer.add([Path(pdf) for pdf in task.pdfs])
    seconds, cpu = time.time() - began, cpu_seconds()
    return Told(seconds, cpu, passages=peer.passages(), replies=replies(peer, task))


def remove(peer: Peer, task: Task, began: float) -> Told:
    """Open what is on disk and forget PDFs."""
    peer.open()
    peer.delete(names(task.pdfs))
    return Told(time.time() - began, cpu_seconds(), passages=peer.passages())


def ask(peer: Peer, task: Task, began: float) -> Told:
    """Open what is on disk and answer; the clock stops at the first answer, which is not among the latencies."""
    peer.open()
    peer.ask(task.questions[0][1], task.top)
    seconds, cpu = time.time() - began, cpu_seconds()
    said, latencies = {}, []
    for id_, text in task.questions:
        started = time.perf_counter()
        said[id_] = peer.ask(text, task.top)
        latencies.append(time.perf_counter() - started)
    return Told(seconds, cpu, replies=said, latencies=tuple(latencies))


def change(peer: Peer, task: Task, began: float) -> Told:
    """In a process that answers: forget one PDF and take it in again, then delete others and add them, with clocks."""
    peer.open()
    forgotten = forget(peer, task)
    seconds, cpu = time.time() - began, cpu_seconds()
    peer.add([Path(task.forget)])
    deleting = clocked(partial(peer.delete, names(task.pdfs)))
    adding = clocked(partial(peer.add, [Path(pdf) for pdf in task.pdfs]))
    return Told(seconds, cpu, passages=peer.passages(), changed=Changed(*deleting, *adding, forgotten))


def forget(peer: Peer, task: Task) -> tuple[Reply, ...]:
    """Delete one file; the answers on what it answered, at once and from what is on disk then."""
    about = [text for id_, text in task.questions if id_ in task.about_forgotten]
    peer.ask(about[0], task.top)
    peer.delete(names([task.forget]))
    at_once = [peer.ask(text, task.top) for text in about]
    peer.open()
    return (*at_once, *(peer.ask(text, task.top) for text in about))


def clocked(do: Callable[[], None]) -> tuple[float, float]:
    """Wall and processor seconds of a call."""
    wall, cpu = time.perf_counter(), cpu_seconds()
    do()
    return time.perf_counter() - wall, cpu_seconds() - cpu


def names(pdfs: Iterable[str]) -> frozenset[str]:
    """What the files are called."""
    return frozenset(Path(pdf).name for pdf in pdfs)


def texts(peer: Peer, task: Task, began: float) -> Told:
    """Index texts that are no PDFs and answer, all in this process."""
    peer.add_texts(task.texts)
    seconds, cpu = time.time() - began, cpu_seconds()
    return Told(seconds, cpu, replies=replies(peer, task))


def replies(peer: Peer, task: Task) -> dict[str, Reply]:
    """The answers to the task's questions."""
    return {id_: peer.ask(text, task.top) for id_, text in task.questions}


def cpu_seconds() -> float:
    """Processor time of this process and of its children that have ended."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


Step = Callable[[Peer, Task, float], Told]
STEPS: dict[str, Step] = {"index": index, "add": add, "remove": remove, "ask": ask, "change": change, "texts": texts}

if __name__ == "__main__":
    main()
