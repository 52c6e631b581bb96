from __future__ import annotations

import pytest

from search.boilerplate import without_boilerplate


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "Riksdagen ställer sig bakom det som anförs i motionen om att utbilda fler skolbibliotekarier och "
            "tillkännager detta för regeringen.",
            "utbilda fler skolbibliotekarier",
        ),
        ("Kommunfullmäktige beslutar att bygga en ny lekplats", "bygga en ny lekplats"),
        ("att alla gungor kontrolleras", "alla gungor kontrolleras"),
        ("Vänsterpartiet yrkar därför att avgiften tas bort helt", "avgiften tas bort helt"),
        ("vad har vi beslutat om gungor", "vad har vi beslutat om gungor"),
        ("att bygga", "att bygga"),
    ],
)
def test_what_is_left(text: str, left: str) -> None:
    assert without_boilerplate(text) == left


def test_runs_of_blanks_count_as_one() -> None:
    assert without_boilerplate("bygg  ett" + " " * 2_000 + "bad") == "bygg ett bad"
