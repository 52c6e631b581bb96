from __future__ import annotations

from ingest.papers.shared_keys import keys_of
from ingest.papers.ties import edges
from ingest.papers.units import all_units
from tests.ingest.papers.case_made import T, document, unit_of

DEMAND = "kommunen inrättar en cykelsamordnare på heltid från nästa år"
MOTION = document("m.pdf", T.MOTION, "Motion om cyklar", "2020-09-14", demands=(DEMAND,), party=("MP",))
ANSWER = document("s.pdf", T.MOTIONSSVAR, "Svar på motion (MP) om trygga skolvägar", "2021-05-06", dnr=("KS 2020-318",))


def test_units_that_share_no_key_are_never_compared() -> None:
    assert keys_of(unit_of(MOTION)) & keys_of(unit_of(ANSWER)) == frozenset()
    assert edges(all_units([MOTION, ANSWER])) == ()
