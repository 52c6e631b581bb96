"""Asking from the command line: batches of questions, and precedents of a new motion."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ui.web import made
from ui.cli import run
from ui.commands.asking import answer_text
from ui.settings import Settings

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def own_models(sample_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BESLUTSMINNE_MODELS", str(sample_settings.models_folder))
    monkeypatch.setenv("BESLUTSMINNE_HOME", str(sample_settings.home.root))


def test_a_batch_gives_one_answer_a_line_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    questions = tmp_path / "q.jsonl"
    questions.write_text('{"id": "b", "text": "KS 2021-845"}\n\n{"id": "a", "text": "dog parks"}\n', "utf-8")
    assert run(["search", "--batch", str(questions), "--top", "3"]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["id"] for answer in answers] == ["b", "a"]
    assert answers[0]["route"] == "identifier"
    assert answers[0]["hits"][0]["file"] == "motion-bekampa-prostitutionen-svar.pdf"
    assert all(len(answer["hits"]) == 3 for answer in answers)


@pytest.mark.parametrize("line", ["hund", '{"id": 1}', "[1, 2]"])
def test_a_line_that_is_no_question_is_named(line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    questions = tmp_path / "q.jsonl"
    questions.write_text(f'{{"id": "a", "text": "hund"}}\n{line}\n', "utf-8")
    assert run(["search", "--batch", str(questions)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "rad 2" in captured.err


def test_filters_are_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "hundrastgård", "--type", "protokoll", "--until", "2018", "--json"]) in (0, 1)
    hits = json.loads(capsys.readouterr().out)["hits"]
    assert {hit["file"] for hit in hits} >= {"kf-protokoll-2017-04-25-par-62-63.pdf"}
    assert all(hit["type"] == "protokoll" and hit["date"] <= "2018-12-31" for hit in hits)


def test_no_decision_is_told_where_nothing_answers() -> None:
    found = made.answer(made.hit(made.MINUTES, 2), decisions=(made.DECISION,))
    assert made.DECISION.citation in answer_text(found)
    refused = answer_text(replace(found, answerable=False))
    assert refused.startswith("Inget svar hittades i samlingen. Närmast:")
    assert "Beslutat" in answer_text(found)
    assert "Beslutat" not in refused


def test_a_number_for_an_id_stays_a_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    questions = tmp_path / "q.jsonl"
    questions.write_text('{"id": 7, "text": "KS 2021-845"}\n', "utf-8")
    assert run(["search", "--batch", str(questions), "--top", "1"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == 7


def test_an_empty_question_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "  "]) == 2
    assert "Frågan är tom." in capsys.readouterr().err


def test_a_proposal_is_put_to_a_body_and_what_was_not_read_is_told() -> None:
    proposed = replace(made.DECISION, status="proposed")
    told = answer_text(made.answer(decisions=(made.DECISION, proposed)))
    assert "AVSLÅS – Beslutat: Kommunfullmäktige, § 22" in told
    assert "AVSLÅS – Föreslaget: till Kommunfullmäktige, § 22" in told
    assert "en fil och en sida kunde inte läsas. Sökt på innebörd och ord." in told
    whole = replace(made.COVERAGE, failed=0, unread_pages=0)
    assert "; alla kunde läsas." in answer_text(replace(made.answer(), coverage=whole))


def test_nothing_near_is_not_announced() -> None:
    told = answer_text(made.answer(answerable=False))
    assert told.startswith("Inget svar hittades i samlingen. Pröva andra ord eller färre filter.")


def test_a_list_that_goes_on_says_how_to_see_the_rest() -> None:
    found = replace(made.answer(made.hit(made.MINUTES, 2), decisions=(made.DECISION,)), listed=23)
    assert answer_text(found).startswith("1 av 23 punkter; fler visas med --top 23.")
    assert "--top 1000." in answer_text(replace(found, listed=2534))
    assert "punkter" not in answer_text(replace(found, listed=1))


def test_precedents_of_a_motion(capsys: pytest.CaptureFixture[str]) -> None:
    motion = ROOT / "corpus" / "documents" / "motion-s-klimatsmarta-trabyggen.pdf"
    assert run(["precedents", str(motion), "--json"]) == 0
    demands = json.loads(capsys.readouterr().out)
    files = {p["demand_file"] for demand in demands for p in demand["precedents"]}
    assert "motion-c-bygg-mer-i-tra.pdf" in files
