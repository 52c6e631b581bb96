"""What goes between processes and onto disk comes back the same."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from bench.peers.kept import Kept, keep
from bench.peers.measure import Answers, Size
from bench.peers.protocol import Page, Reply
from bench.peers.table import costs
from bench.peers.tasks import Changed, Task, Told, read_task, read_told, write_task
from tests.bench.peers.made import COURSE, REPLY


def test_a_task_comes_back(tmp_path: Path) -> None:
    task = Task(("a.pdf",), (Page("b", None, "text"),), "a.pdf", (("q", "vad?"),), ("q",), 7)
    write_task(task, tmp_path / "task.json")
    assert read_task(tmp_path / "task.json") == task


def test_what_is_told_comes_back(tmp_path: Path) -> None:
    told = Told(1.5, 0.5, 3, {"q": REPLY}, (0.1,), changed=Changed(0.2, 0.1, 2.0, 1.0, (REPLY, Reply(()))))
    (tmp_path / "told.json").write_text(json.dumps(asdict(told)), "utf-8")
    assert read_told(tmp_path / "told.json") == told
    (tmp_path / "told.json").write_text(json.dumps(asdict(Told(1.0, 1.0))), "utf-8")
    assert read_told(tmp_path / "told.json") == Told(1.0, 1.0)


def test_measurements_come_back(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    assert kept.course("Eneo's set-up", "corpus", 0) is None
    keep(COURSE, kept.path("Eneo's set-up", "course", "corpus", 0))
    assert kept.course("Eneo's set-up", "corpus", 0) == COURSE
    keep(Answers({"q": REPLY}), kept.path("txtai", "answers", "lindvik"))
    assert kept.answers("txtai", "lindvik") == Answers({"q": REPLY})
    keep(Size(28, 400, 12.5, 3.5), kept.path("txtai", "size", 25))
    assert kept.size("txtai", "25") == Size(28, 400, 12.5, 3.5)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "Eneo-s-set-up_course_corpus_0.json",
        "txtai_answers_lindvik.json",
        "txtai_size_25.json",
    ]


def test_costs_of_one_course() -> None:
    found = costs([COURSE], pages=50.0)
    assert (found.pages_per_cpu_s, found.passages_per_cpu_s) == (50.0, 5.0)
    assert (found.p50_ms, found.p95_ms) == (100.0, 200.0)
    assert (found.restart_right, found.forgotten) == (True, True)
