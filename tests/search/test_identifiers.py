from __future__ import annotations

import pytest

from search.identifiers import Named, named
from search.meetings import Meeting


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KS 2021-845", Named(dnr=("KS 2021-845",))),
        ("vad gäller KS/2021:845?", Named(dnr=("KS 2021-845",))),
        ("2021-845", Named(dnr=("2021-845",))),
        ("protokoll KF § 88", Named(sections=("§ 88",))),
        ("protokoll KF § 8 april 2023", Named(sections=("§ 8",))),
        ("protokoll KF 8 april 2023", Named(meeting=Meeting("2023-04-08", ("kommunfullmäktige",)))),
        ("motion 2022:31", Named(motions=("2022:31",))),
        ("visa svar på motion.pdf", Named(files=("visa svar på motion.pdf",))),
        ("var står »ny lekplats«", Named(phrases=("ny lekplats",))),
        ('"ny lekplats" gungor', Named(phrases=("ny lekplats",))),
        ("beslut 2021 om lekplatser", Named()),
    ],
)
def test_what_is_named(text: str, expected: Named) -> None:
    assert named(text) == expected


def test_a_phrase_names_no_paper() -> None:
    assert not named('"ny lekplats"').paper
    assert named("§ 88").paper
