from __future__ import annotations

import pytest

from corpus.decision import Status
from ingest.papers.left_to_council import LEFT
from ingest.papers.understand import understand
from tests.ingest.papers.reading_made import reading

MINUTES = """
# Sammanträdesprotokoll
Kommunstyrelsen 2025-02-04
# § 7 Svar på motion om fler badplatser
# Beslut
1. Motionen avslås.
2. Kommunstyrelsen godkänner kontorets yttrande.
{said}
# § 8 Taxa för båtplatser
# Beslut
1. Taxan antas.
"""


def decided(said: str) -> list[tuple[str | None, Status, bool]]:
    document = understand(reading(MINUTES.format(said=said)), "ks.pdf")
    return [(one.body, one.status, LEFT in one.uncertain) for one in document.decisions]


@pytest.mark.parametrize(
    "said",
    [
        "Ärendet avgörs av fullmäktige.",
        "Frågan ska avgöras i kommunfullmäktige",
        "Ärendet beslutas av kommunfullmäktige.",
    ],
)
def test_what_the_council_settles_is_proposed_by_the_board(said: str) -> None:
    assert decided(said) == [
        ("Kommunfullmäktige", Status.PROPOSED, True),
        ("Kommunstyrelsen", Status.ADOPTED, False),
        ("Kommunstyrelsen", Status.ADOPTED, False),
    ]


def test_else_the_board_decides_itself() -> None:
    assert [status for _, status, _ in decided("")] == [Status.ADOPTED] * 3
