from __future__ import annotations

import pytest

from ingest.pages.date_lines import is_place_and_date


@pytest.mark.parametrize(
    "text",
    [
        "Sjövik den 3 maj 2021",
        "Sjövik, den 3:e maj 2021",
        "Sjövik i maj 2021",
        "Maj 2021",
        "Norra Vik 2021-05-03",
        "Berga kommun 3/5 2021",
        "Sjövik 3/5-21",
        "Datum: 2021-05-03",
        "20210503",
        "Den 3 maj 2021",
    ],
)
def test_a_line_of_place_and_date(text: str) -> None:
    assert is_place_and_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "juli 2023",
        "den 1 juli 2023",
        "Den 1 juli 2023.",
        "senast den 3 maj 2021",
        "Motion den 3 maj 2021 av Eva Ek",
        "2021",
        "Sjövik",
        "Yttrande över motion, 2021-05-03",
    ],
)
def test_a_line_that_says_more(text: str) -> None:
    assert not is_place_and_date(text)
