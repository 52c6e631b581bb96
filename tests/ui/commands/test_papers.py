"""A document in words: what was asked, what is proposed, and each paragraph's place."""

from __future__ import annotations

import pytest

from tests.ui.test_records import document
from ui.cli import run
from ui.commands.papers import document_text
from ui.settings import Settings


def test_a_document_for_a_terminal() -> None:
    lines = document_text(document(), page=None).splitlines()
    assert lines[0] == "Protokoll"
    assert "Diarienummer: KS 2021-845" in lines
    assert "  2. Kommunen bygger en hundrastgård. [st. 14]" in lines
    assert "  Kommunfullmäktige § 62, beslutat, avslås (yrkande 2):" in lines
    assert lines[-1] == "  [1, s. 1, punkt] 1. Motionens andra förslag avslås."


def test_a_part_of_a_name_tells_which_was_meant(sample_settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    home = ["--home", str(sample_settings.home.root)]
    assert run(["show", "Maltidspolicy", *home]) == 2
    assert "Menade du maltidspolicy-2021.pdf?" in capsys.readouterr().err
    assert run(["show", "luftskepp.pdf", *home]) == 2
    assert "»beslutsminne export documents«" in capsys.readouterr().err


def test_only_the_page_asked_for() -> None:
    assert "Motionens andra förslag avslås. [st. 1]" in document_text(document(), page=2)
    assert document_text(document(), page=2).splitlines()[-1] == "Stycken"
