"""What a worker is asked and what it tells, as they go between processes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bench.peers.protocol import Decided, Found, Page, Reply


@dataclass(frozen=True, slots=True)
class Task:
    """PDFs to index or delete, texts to index, a PDF to forget, questions `(id, text)` to ask."""

    pdfs: tuple[str, ...] = ()
    texts: tuple[Page, ...] = ()
    forget: str = ""
    questions: tuple[tuple[str, str], ...] = ()
    about_forgotten: tuple[str, ...] = ()
    """Ids of the questions that the file to forget answers."""
    top: int = 10


@dataclass(frozen=True, slots=True)
class Changed:
    """What deleting and adding took in a process that runs on, wall and processor seconds, and what was answered after
    one file was forgotten on questions that it had answered."""

    delete_s: float
    delete_cpu_s: float
    add_s: float
    add_cpu_s: float
    replies: tuple[Reply, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a step took, from the start of its process: wall and processor seconds; and what it answered.

    `peak_bytes` is set by the process that watches: the largest sum of proportional set sizes over the step's tree.
    """

    seconds: float
    cpu: float
    passages: int = 0
    replies: Mapping[str, Reply] = field(default_factory=dict)
    latencies: tuple[float, ...] = ()
    peak_bytes: int = 0
    changed: Changed | None = None


def write_task(task: Task, path: Path) -> None:
    """Write a task for a worker."""
    path.write_text(json.dumps(asdict(task), ensure_ascii=False), "utf-8")


def read_task(path: Path) -> Task:
    """Read a task."""
    given: dict[str, Any] = json.loads(path.read_text("utf-8"))
    texts = tuple(Page(**page) for page in given["texts"])
    questions = tuple((id_, text) for id_, text in given["questions"])
    about = tuple(given["about_forgotten"])
    return Task(tuple(given["pdfs"]), texts, given["forget"], questions, about, given["top"])


def read_told(path: Path) -> Told:
    """Read what a worker told."""
    given: dict[str, Any] = json.loads(path.read_text("utf-8"))
    replies = {id_: read_reply(reply) for id_, reply in given["replies"].items()}
    changed = given["changed"]
    return Told(
        given["seconds"],
        given["cpu"],
        given["passages"],
        replies,
        tuple(given["latencies"]),
        changed=changed and Changed(**changed | {"replies": tuple(map(read_reply, changed["replies"]))}),
    )


def read_reply(given: dict[str, Any]) -> Reply:
    """A reply from its JSON."""
    hits = tuple(Found(hit["file"], hit["text"], tuple(hit["pages"]), hit["score"]) for hit in given["hits"])
    decision = Decided(**given["decision"]) if given["decision"] else None
    return Reply(hits, given["answerable"], decision)
