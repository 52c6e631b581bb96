"""One and several are told apart."""

from __future__ import annotations

from ui.counted import could_not_be_read, counted


def test_one_and_several() -> None:
    assert counted(1, "en sida", "sidor") == "en sida"
    assert counted(0, "en sida", "sidor") == "0 sidor"
    assert could_not_be_read(1) == "En fil kunde inte läsas:"
    assert could_not_be_read(5) == "5 filer kunde inte läsas:"
