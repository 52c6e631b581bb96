from __future__ import annotations

from ingest.papers.gathering import gather
from ingest.papers.units import all_units
from tests.ingest.papers.case_made import T, document


def _files(*documents: object) -> list[list[str]]:
    return [[unit.file for unit in matter.units] for matter in gather(all_units(documents))]  # type: ignore[arg-type]


def test_a_chain_of_numbers_is_one_matter() -> None:
    made = (
        document("a.pdf", T.MOTIONSSVAR, "Svar på motion om hundar", "2021-02-01", dnr=("VON 2025-271",)),
        document("b.pdf", T.MOTIONSSVAR, "Svar på motion om hundar", "2021-03-01", dnr=("VON 2025-271", "KS 2025-511")),
        document("c.pdf", T.TJANSTESKRIVELSE, "Hundar", "2021-01-01", dnr=("KS 2025-511",)),
        document("d.pdf", T.TJANSTESKRIVELSE, "Katter", "2021-01-01", dnr=("KS 2025-9",)),
    )
    assert _files(*made) == [["c.pdf", "a.pdf", "b.pdf"], ["d.pdf"]]


def test_two_motions_are_never_one_matter() -> None:
    made = (
        document("m1.pdf", T.MOTION, "Motion om hundar i parken", "2021-01-01", dnr=("KS 2021-1",)),
        document("m2.pdf", T.MOTION, "Motion om taxor på badet", "2021-01-02", dnr=("KS 2021-1",)),
    )
    assert _files(*made) == [["m1.pdf"], ["m2.pdf"]]


def test_a_weak_tie_yields_to_a_number_in_between() -> None:
    motion = document("m.pdf", T.MOTION, "Motion: Fler hundar i parken", "2021-01-01")
    first = document("s1.pdf", T.MOTIONSSVAR, "Svar på motion: Fler hundar i parken", "2021-06-01", dnr=("KS 2021-1",))
    again = document("s2.pdf", T.MOTIONSSVAR, "Svar på motion: Fler hundar i parken", "2022-06-01", dnr=("KS 2021-7",))
    assert _files(motion, first, again) == [["m.pdf", "s1.pdf"], ["s2.pdf"]]


def test_each_unit_keeps_its_reason() -> None:
    made = (
        document("a.pdf", T.MOTIONSSVAR, "Svar på motion om hundar", dnr=("KS 2021-1",)),
        document("b.pdf", T.TJANSTESKRIVELSE, "Hundar", dnr=("KS 2021-1",)),
    )
    (matter,) = gather(all_units(made))
    assert set(matter.reasons.values()) == {"diarienummer KS 2021-1"}
    assert len(matter.reasons) == 2
