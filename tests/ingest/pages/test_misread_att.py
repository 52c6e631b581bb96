from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from ingest.pages.misread_att import restore_att
from ingest.pages.words import PageText

MakePage = Callable[..., PageText]


def read(page: PageText, *, ocr: bool = True) -> str:
    """The page's words once restored."""
    return " ".join(word.text for word in restore_att([replace(page, ocr=ocr)])[0].words)


@pytest.mark.parametrize("start", ["2. ätt", "ätt", "b) ått", "– aft", "3) àtt"])
def test_an_att_sats_begins_with_att(start: str, page: MakePage) -> None:
    made = read(page((70, 100, f"{start} färjan ska gå")))
    assert made == f"{start[:-3]}att färjan ska gå"


@pytest.mark.parametrize("text", ["Ätt och arv", "en ätt av sjöfarare", "Aft AB", "1. ätt", "ätten dog ut"])
def test_elsewhere_it_is_left(text: str, page: MakePage) -> None:
    assert read(page((70, 100, text))) == text


def test_a_page_with_text_of_its_own_is_left(page: MakePage) -> None:
    assert read(page((70, 100, "ätt dog ut")), ocr=False) == "ätt dog ut"
