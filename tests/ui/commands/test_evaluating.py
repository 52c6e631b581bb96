"""Evaluation on a casebook from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ui.cli import run
from ui.settings import Settings

CORPUS = Path(__file__).resolve().parents[3] / "corpus"


def test_the_sample_casebook(
    sample_settings: Settings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BESLUTSMINNE_MODELS", str(sample_settings.models_folder))
    assert run(["evaluate", str(CORPUS), "--json", "--home", str(sample_settings.home.root)]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result
