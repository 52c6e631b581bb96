from __future__ import annotations

from pathlib import Path

import pytest
import typer

from ui import cli
from ui.web.passwords import Users


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is typed at the prompt."""
    words = ["ett långt lösenord"]
    monkeypatch.setattr(typer, "prompt", lambda *given, **named: words[0])
    return words


def test_a_users_line_goes_to_stdout_and_opens_the_door(
    typed: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert cli.run(["password", "anna"]) == 0
    line = capsys.readouterr().out
    assert typed[0] not in line
    (tmp_path / "users").write_text(line, "utf-8")
    assert Users.read(tmp_path / "users").known("anna", typed[0])


def test_a_short_password_is_refused_in_one_line(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    typed[0] = "kort"
    assert cli.run(["password", "anna"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "beslutsminne: Lösenordet måste ha minst 12 tecken.\n"


def test_serving_a_home_that_is_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert cli.run(["serve", "--home", str(tmp_path / "ingen")]) == 2
    assert "beslutsminne index" in capsys.readouterr().err
