"""Indexing from the command line: what is told, what is left alone, and bad files that stop nothing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from ingest.batch.report import FailedFile, Report
from ui.cli import run
from ui.commands.indexing import report_text
from ui.settings import Settings

SAMPLE = Path(__file__).resolve().parents[3] / "corpus" / "documents"


def report(**changes: object) -> Report:
    """A report of nothing done, with changes."""
    nothing: dict[str, object] = dict.fromkeys(
        ("added", "changed", "moved", "removed", "unchanged", "reread", "pages_read", "embedded"), 0
    )
    held: dict[str, object] = {"failed": (), "documents": 3, "paragraphs": 40, "passages": 44, "seconds": 1.2}
    return Report(**nothing | held | changes)  # type: ignore[arg-type]


def test_nothing_to_do_is_said() -> None:
    assert report_text(report()) == "inget att göra. Samlingen: 3 dokument, 40 stycken, 44 textavsnitt (1 s)."


def test_what_failed_is_said() -> None:
    failed = (FailedFile("a.pdf", "Ingen PDF.", "Hämta den igen."),)
    text = report_text(report(added=2, removed=1, failed=failed, interrupted=True))
    assert text.startswith("2 nya, 1 borttagna.")
    assert "  a.pdf: Ingen PDF. Hämta den igen." in text
    assert text.endswith("nästa körning fortsätter där den slutade.")


def test_interrupted_before_anything_was_written_is_not_called_nothing_to_do() -> None:
    assert report_text(report(interrupted=True, pages_read=7)).startswith("7 sidor lästa. Samlingen: 3 dokument")


def test_index_again_and_with_bad_files(
    tmp_path: Path, sample_settings: Settings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BESLUTSMINNE_MODELS", str(sample_settings.models_folder))
    papers = tmp_path / "papper"
    papers.mkdir()
    shutil.copy(SAMPLE / "motion-kd-hundrastgard-berget.pdf", papers)
    (papers / "fel.pdf").write_text("<!DOCTYPE html><html>404</html>", "utf-8")
    (papers / "tom.pdf").write_bytes(b"")
    command = ["index", str(papers), "--home", str(tmp_path / "hem"), "--json"]
    assert run(command) == 0
    first = json.loads(capsys.readouterr().out)
    assert (first["added"], first["documents"]) == (1, 1)
    assert {one["file"] for one in first["failed"]} == {"fel.pdf", "tom.pdf"}
    assert all(one["error"] and one["hint"] for one in first["failed"])
    assert run(command) == 0
    second = json.loads(capsys.readouterr().out)
    assert (second["added"], second["unchanged"], second["embedded"]) == (0, 1, 0)
    (papers / "motion-kd-hundrastgard-berget.pdf").unlink()
    assert run(command) == 0
    third = json.loads(capsys.readouterr().out)
    assert (third["removed"], third["documents"], third["passages"]) == (1, 0, 0)


def test_a_folder_without_pdfs_is_one_line(
    tmp_path: Path, sample_settings: Settings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BESLUTSMINNE_MODELS", str(sample_settings.models_folder))
    assert run(["index", str(tmp_path), "--home", str(tmp_path / "hem")]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "PDF" in error


def test_ctrl_c_in_a_batch_ends_the_watch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.commands.indexing.run_batch", lambda paths, settings: report(interrupted=True))
    assert run(["watch", str(tmp_path), "--home", str(tmp_path / "hem")]) == 130
