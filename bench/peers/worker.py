"""One step of one peer in a process of its own: index, add, ask (and forget) or texts, told as JSON in a file.

python -m bench.peers.worker STEP --peer txtai --folder F --model M --task task.json --told told.json --began SECONDS
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import resource
import time
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

from bench.peers.protocol import Peer, Reply
from bench.peers.roster import make
from bench.peers.tasks import Forgot, Task, Told, read_task


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
    told = Told(seconds, cpu, replies=said, latencies=tuple(latencies))
    return replace(told, forgot=forget(peer, task)) if task.forget else told


def forget(peer: Peer, task: Task) -> Forgot:
    """Delete one file and ask again, at once and from what is on disk then."""
    started = time.perf_counter()
    peer.delete(task.forget)
    seconds = time.perf_counter() - started
    about = [(id_, text) for id_, text in task.questions if id_ in task.about_forgotten]
    at_once = [peer.ask(text, task.top) for _, text in about]
    peer.open()
    return Forgot(seconds, (*at_once, *(peer.ask(text, task.top) for _, text in about)))


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
STEPS: dict[str, Step] = {"index": index, "add": add, "ask": ask, "texts": texts}

if __name__ == "__main__":
    main()
