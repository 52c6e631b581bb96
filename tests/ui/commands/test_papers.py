"""A document in words: what was asked, what is proposed, and each paragraph's place."""

from __future__ import annotations

from tests.ui.test_records import document
from ui.commands.papers import document_text


def test_a_document_for_a_terminal() -> None:
    lines = document_text(document(), page=None).splitlines()
    assert lines[0] == "Protokoll"
    assert "Diarienummer: KS 2021-845" in lines
    assert "  2. Kommunen bygger en hundrastgård. [st. 14]" in lines
    assert "  Kommunfullmäktige § 62, beslutat, avslås (yrkande 2):" in lines
    assert lines[-1] == "  [1, s. 1, list_item] 1. Motionens andra förslag avslås."


def test_only_the_page_asked_for() -> None:
    assert "Motionens andra förslag avslås. [st. 1]" in document_text(document(), page=2)
    assert document_text(document(), page=2).splitlines()[-1] == "Stycken"
