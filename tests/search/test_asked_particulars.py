from __future__ import annotations

import pytest

from search.asked_particulars import Particular, particular_spans, particulars_asked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vem lade motionen om lekplatser", (Particular.MOVER,)),
        ("which party proposed the playgrounds", (Particular.MOVER,)),
        ("dnr för lekplatsmotionen", (Particular.NUMBER,)),
        ("hur röstade man om lekplatserna", (Particular.VOTE,)),
        ("vilka reserverade sig", (Particular.RESERVATION,)),
        ("vilken paragraf och hur många röster", (Particular.VOTE, Particular.SECTION)),
        ("vad ersatte lekplatsplanen", (Particular.REPLACEMENT,)),
        ("folkomröstning om vindkraft", ()),
        ("vem ansvarar för lekplatserna", ()),
    ],
)
def test_what_is_asked_for(text: str, expected: tuple[Particular, ...]) -> None:
    assert particulars_asked(text) == expected


def test_the_words_that_ask_stand_where_they_stand() -> None:
    text = "dnr för lekplatsmotionen"
    assert [text[start:end] for start, end in particular_spans(text)] == ["dnr"]
