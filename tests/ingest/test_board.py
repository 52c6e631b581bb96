from __future__ import annotations

import re

import pytest

from ingest.board import BOARD


@pytest.mark.parametrize("text", ["Rf", "RS", "Bnau", "ÄN", "Ksau"])
def test_a_board(text: str) -> None:
    assert re.fullmatch(BOARD, text)


@pytest.mark.parametrize("text", ["Se", "Jfr", "Enl", "Enligt", "Beslut", "rf", "R"])
def test_what_stands_before_a_paragraf_in_running_text_is_none(text: str) -> None:
    assert not re.fullmatch(BOARD, text)
