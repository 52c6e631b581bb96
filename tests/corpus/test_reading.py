"""What a reading says of itself."""

from __future__ import annotations

import pytest

from corpus.reading import PageState, Reading


@pytest.mark.parametrize(
    ("states", "ocr"),
    [((PageState.TEXT, PageState.OCR), True), ((PageState.TEXT, PageState.UNREAD), False), ((), False)],
)
def test_ocr_if_any_page_was_read_so(states: tuple[PageState, ...], ocr: bool) -> None:
    assert Reading("0" * 64, ((595.0, 842.0),) * len(states), states, ()).ocr is ocr
