from __future__ import annotations

import pytest

from search.meetings import Meeting, meeting_named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("protokoll KF 24 oktober 2022", Meeting("2022-10-24", ("kommunfullmäktige",))),
        ("kommunstyrelsens protokoll 2022-09-05", Meeting("2022-09-05", ("kommunstyrelsen",))),
        ("protokoll kommunstyrelsen 2022-09-05", Meeting("2022-09-05", ("kommunstyrelsen",))),
        ("minutes of the council meeting of October 24, 2022", Meeting("2022-10-24", ("kommunfullmäktige",))),
        (
            "protokollet från barn- och utbildningsnämnden 3 mars 2021",
            Meeting("2021-03-03", ("barn- och utbildningsnämnden",)),
        ),
        ("protokoll KF 24 oktober 2022 om vindkraft", None),
        ("vad hände 2022-10-24", None),
        ("protokoll KF 88 april 2023", None),
        ("protokoll KF oktober 2022", None),
    ],
)
def test_a_meeting_that_is_named_and_nothing_else(text: str, expected: Meeting | None) -> None:
    assert meeting_named(text) == expected
