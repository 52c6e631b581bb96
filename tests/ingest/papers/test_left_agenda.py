from __future__ import annotations

import pytest

from ingest.papers.left_agenda import leaves_agenda
from tests.ingest.papers.paper_made import paragraphs


@pytest.mark.parametrize(
    "line",
    [
        "Ärendet utgår.",
        "Ärendet har utgått från dagordningen.",
        "Punkten utgick.",
        "Ärendet flyttas till nästa sammanträde.",
        "Frågan skjuts upp till ett kommande möte.",
        "Ärendet behandlas inte, det tas upp på nästa sammanträde.",
        "Ärendet lyfts från föredragningslistan.",
    ],
)
def test_it_leaves(line: str) -> None:
    assert leaves_agenda(paragraphs(line)[0])


@pytest.mark.parametrize(
    "line",
    [
        "Bidraget utgår med 500 kronor.",
        "Ärendet handlar om bänkar.",
        "- Ärendet utgår.",
        "Ärendet flyttas inom förvaltningen från gatuenheten till parkenheten.",
        "Vera Lo (V) yrkar att ärendet utgår.",
    ],
)
def test_it_stays(line: str) -> None:
    assert not leaves_agenda(paragraphs(line)[0])
