"""The report says what is missing, and where a peer does better."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from bench.peers.casebook import Casebook, Question, Wanted
from bench.peers.jobs import Work
from bench.peers.kept import Kept, keep
from bench.peers.measure import Size
from bench.peers.protocol import Reply
from bench.peers.report import write_report
from bench.peers.steps import Pythons, Runner
from tests.bench.peers.made import COURSE, TEXT


def test_a_report_of_two_peers(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "kept")
    slower = replace(COURSE, index_cpu_s=3.0, replies={"q": Reply(())})
    keep(slower, kept.path("beslutsminne", "course", "made", 0))
    keep(COURSE, kept.path("bm25s", "course", "made", 0))
    keep(Size(5, 9, 5.0, 3.5), kept.path("beslutsminne", "size", "25"), commit="abc1234")
    keep(Size(10, 9, 9.0, 0.5), kept.path("bm25s", "size", "50"))
    book = Casebook("made", (Path("a.pdf"),) * 20, (Question("q", "fact", "?", (Wanted("a.pdf", TEXT, 1, (1,)),)),), 40)
    runner = Runner(Pythons(Path(sys.executable), Path(sys.executable)), tmp_path)
    work = Work(runner, kept, (book,), (), repeats=1)
    write_report(work, absent=("swefaq",), note="Only a test.", into=tmp_path / "results")
    told = (tmp_path / "results" / "peers.md").read_text("utf-8")
    assert "- made: nDCG@10: bm25s 1.000; beslutsminne 0.000." in told
    assert "- costs: index, processor s: bm25s 1.0; beslutsminne 3.0." in told
    assert "**Not measured**: txtai on made, Haystack on made" in told
    assert "Left out, since the folder is not there: swefaq." in told
    assert "| index, processor s | 3.0 | 1.0 (×0.33) |" in told
    assert "| pages per s | 6.67 | 20.00 (×3.00) |" in told
    assert "beslutsminne 1 (index 2–2 s, query p50 100.0–100.0 ms)" in told
    assert "Commit of Beslutsminne when it was measured: abc1234." in told
    assert "| beslutsminne | 5 s, 3.5 ms | – |" in told
    assert "| bm25s | – | 9 s, 0.5 ms |" in told
    plots = sorted(path.name for path in (tmp_path / "results").glob("*.svg"))
    assert plots == ["peers-growth.svg", "peers-quality.svg", "peers-speed.svg"]


def test_growth_that_was_not_measured_has_no_plot(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "kept")
    keep(COURSE, kept.path("beslutsminne", "course", "made", 0), commit="abc1234")
    book = Casebook("made", (Path("a.pdf"),) * 20, (Question("q", "fact", "?", (Wanted("a.pdf", TEXT, 1, (1,)),)),), 40)
    work = Work(Runner(Pythons(Path(sys.executable), Path(sys.executable)), tmp_path), kept, (book,), (), repeats=1)
    (tmp_path / "peers-growth.svg").write_text("of an earlier run", "utf-8")
    write_report(work, absent=(), note="", into=tmp_path)
    assert "## Growth\n\nNot measured this time." in (tmp_path / "peers.md").read_text("utf-8")
    assert not (tmp_path / "peers-growth.svg").exists()
