from __future__ import annotations

from ingest.papers.decided import with_decisions
from ingest.papers.reasoning import reason_for
from tests.ingest.papers.paper_made import document

DEMANDS = ("en hundrastgård anläggs på Berget", "papperskorgar sätts upp längs motionsspåret")
LETTER = with_decisions(
    document(
        """
        # Förslag till beslut
        1. Motionens första att-sats, en hundrastgård på Berget, avslås med hänvisning till kostnaden för gården.
        # Bedömning av andra att-satsen
        Förvaltningen ser positivt på förslaget, som ryms i driftbudgeten och kan genomföras under nästa år.
        # Bedömning
        En hundrastgård på Berget skulle enligt förvaltningens beräkning kosta omkring en halv miljon kronor.
        # Ekonomi
        Inga ytterligare kostnader uppkommer genom förslaget till beslut i den här skrivelsen om motionen.
        """,
        "motionssvar",
    )
)


def test_the_paragraph_that_shares_the_demands_words() -> None:
    assert reason_for(1, DEMANDS, LETTER) == 6


def test_the_heading_that_names_the_demand() -> None:
    assert reason_for(2, DEMANDS, LETTER) == 4


def test_none_when_nothing_is_about_it() -> None:
    assert reason_for(1, ("simhallen öppnas tidigare", "bion stängs"), LETTER) is None
