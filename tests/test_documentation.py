"""The documentation against the program: every command, setting, error and reason is told in docs/ or the README."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

from corpus import errors
from corpus.errors import UnreadableCode

ROOT = Path(__file__).resolve().parent.parent


def told() -> str:
    """All that is written for people."""
    return "\n".join(path.read_text("utf-8") for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))])


def test_every_command_is_told() -> None:
    from ui.cli import app

    text = told()
    names = [command.name for command in app.registered_commands]
    assert len(names) >= 12
    assert [name for name in names if f"`{name}" not in text and f"beslutsminne {name}" not in text] == []


def test_every_setting_is_told() -> None:
    text = (ROOT / "docs" / "settings.md").read_text("utf-8")
    sources = [path for folder in ("ui", "index", "ingest", "search") for path in (ROOT / folder).rglob("*.py")]
    variable = re.compile(r"BESLUTSMINNE_[A-Z]+(?:_[A-Z]+)*")
    named = {name for path in sources for name in variable.findall(path.read_text("utf-8"))}
    assert len(named) >= 10
    assert sorted(name for name in named if f"`{name}`" not in text) == []


def test_every_error_and_reason_is_told() -> None:
    text = (ROOT / "docs" / "errors.md").read_text("utf-8")
    names = [name for name, found in inspect.getmembers(errors, inspect.isclass) if name.endswith("Error")]
    assert [name for name in names if f"`{name}`" not in text] == []
    assert [code for code in UnreadableCode if f"`{code}`" not in text] == []


def test_links_between_documents_lead_somewhere() -> None:
    dead = []
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", path.read_text("utf-8")):
            if "://" not in target and not (path.parent / target).exists():
                dead.append(f"{path.name} → {target}")
    assert dead == []
