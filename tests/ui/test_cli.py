"""The command line as other programs meet it: exit status, one-line errors, JSON, and what starts fast."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ui.cli import run
from ui.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


def home_of(settings: Settings) -> list[str]:
    return ["--home", str(settings.home.root)]


def test_found_is_0_and_nothing_found_is_1(
    sample_settings: Settings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BESLUTSMINNE_MODELS", str(sample_settings.models_folder))
    assert run(["search", "vad har vi beslutat om KAST-mottagningar", *home_of(sample_settings)]) == 0
    told = capsys.readouterr().out
    assert "Motionens andra förslag avslås" in told
    assert "AVSLÅS – Föreslaget: till Kommunfullmäktige" in told
    assert run(["search", '"finns inte i någon handling alls"', *home_of(sample_settings)]) == 1
    assert "Inget svar hittades" in capsys.readouterr().out


def test_after_ctrl_c_no_thread_is_waited_for() -> None:
    code = (
        "import threading, time; from ui import cli; cli.run = lambda arguments: cli.INTERRUPTED; "
        "threading.Thread(target=time.sleep, args=(60,)).start(); print('sparat'); cli.main()"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30, cwd=ROOT)
    assert (ended.returncode, ended.stdout) == (130, "sparat\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["search", "hund", "--home", "/finns/inte"], "beslutsminne index"),
        (["search"], "--batch"),
        (["search", "hund", "--type", "brev"], "motionssvar"),
        (["search", "hund", "--since", "i fjol"], "2021-03-15"),
        (["index", "/finns/inte"], "finns inte"),
        (["index"], "--help"),
        (["hitta"], "--help"),
        (["show", "x.pdf", "--home", "/finns/inte"], "beslutsminne index"),
        (["evaluate", "/finns/inte"], "truth.json"),
    ],
)
def test_errors_are_one_line_and_2(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert captured.err.startswith("beslutsminne: ")
    assert says in captured.err


def test_an_unexpected_error_is_one_line_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("ett\ntvå")

    monkeypatch.setattr("ui.commands.papers.read_settings", broken)
    assert run(["status"]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "RuntimeError: ett två" in error
    assert "BESLUTSMINNE_DEBUG=1" in error
    monkeypatch.setenv("BESLUTSMINNE_DEBUG", "1")
    with pytest.raises(RuntimeError):
        run(["status"])


def test_show_and_export_give_the_same_document(sample_settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "documents", *home_of(sample_settings)]) == 0
    exported = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(exported) == 112
    name = "motion-bekampa-prostitutionen-svar.pdf"
    assert run(["show", name, "--json", *home_of(sample_settings)]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown == next(document for document in exported if document["file"] == name)
    council = [d for d in shown["decisions"] if d["body"].lower() == "kommunfullmäktige"]
    assert [(d["item"], d["disposition"], d["status"], d["demands"]) for d in council] == [
        (1, "besvaras", "proposed", [1]),
        (2, "avslås", "proposed", [2]),
        (3, "besvaras", "proposed", [3]),
        (4, "besvaras", "proposed", [4]),
    ]
    others = [d for d in shown["decisions"] if d["body"].lower() != "kommunfullmäktige"]
    assert [d["disposition"] for d in others] == ["tillstyrks"] * 4


def test_one_page_of_a_document(sample_settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    name = "motion-bekampa-prostitutionen-svar.pdf"
    assert run(["show", name, "--page", "2", "--json", *home_of(sample_settings)]) == 0
    paragraphs = json.loads(capsys.readouterr().out)["paragraphs"]
    assert paragraphs
    assert all(2 in {place["page"] for place in paragraph["places"]} for paragraph in paragraphs)
    assert run(["show", name, "--page", "99", *home_of(sample_settings)]) == 2


def test_cases_and_status_as_json(sample_settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "cases", *home_of(sample_settings)]) == 0
    cases = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert any("KS 2021-845" in case["dnr"] for case in cases)
    assert run(["status", "--json", *home_of(sample_settings)]) == 0
    assert json.loads(capsys.readouterr().out)["cases"] == len(cases)


@pytest.mark.parametrize("arguments", [["--help"], ["status"], ["export", "cases"], ["show", "maltidspolicy-2021.pdf"]])
def test_what_must_start_fast_imports_nothing_heavy(arguments: list[str], sample_settings: Settings) -> None:
    place = [] if arguments == ["--help"] else home_of(sample_settings)
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "beslutsminne", *arguments, *place],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    imported = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in done.stderr.splitlines() if "|" in line}
    assert "corpus" in imported
    assert imported & {"torch", "gradio", "numpy", "faiss", "spacy", "openvino", "sentence_transformers"} == set()
