from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.document import Part
from ingest.papers.units import all_units, units_of
from tests.ingest.papers.case_made import T, document, minutes, paragraf

BODY, DAY = "Kommunstyrelsen", "2021-08-31"


def test_each_paragraf_is_a_unit_and_the_preamble_is_none() -> None:
    preamble = Part(T.PROTOKOLL, 1, 2, None, None, (), BODY, DAY)
    one = minutes(
        "ks.pdf", BODY, DAY, preamble, paragraf("§ 4", "Motion (V) om hundar", 3, 5, BODY, DAY, "KS 2021-0003")
    )
    (unit,) = units_of(one)
    assert (unit.section, unit.matter, unit.name) == ("§ 4", "Hundar", "ks.pdf § 4")
    assert unit.numbers == {"KS 2021-3"}
    assert unit.party == {"V"}
    assert unit.on_motion
    assert not unit.is_motion


def test_a_paper_is_one_unit_with_its_demands() -> None:
    one = document(
        "m.pdf", T.MOTION, "Motion om hundar", "2021-01-01", demands=("att hundar får springa",), party=("S",)
    )
    (unit,) = units_of(one)
    assert (unit.is_motion, len(unit.demands), sorted(unit.party)) == (True, 1, ["S"])


def test_a_citizens_proposal_is_a_petition_and_its_answer_deals_with_one() -> None:
    (own,) = units_of(document("f.pdf", T.MEDBORGARFORSLAG, "Medborgarförslag om bad", "2021-01-01"))
    (answer,) = units_of(document("s.pdf", T.TJANSTESKRIVELSE, "Svar på medborgarförslag om bad", "2021-02-01"))
    assert (own.is_motion, own.on_motion, answer.is_motion, answer.on_motion) == (True, True, False, True)


@pytest.mark.parametrize(
    "title", ["E-förslag – Båtramp", "Svar på invånarförslag: Båtramp", "Folkinitiativ om båtramp"]
)
def test_so_is_what_residents_propose_by_any_other_name(title: str) -> None:
    part = Part(T.PROTOKOLL, 1, 5, "§ 62", title, (), BODY, DAY)
    (unit,) = units_of(document("ks.pdf", T.PROTOKOLL, "Kommunstyrelsen", DAY, parts=(part,)))
    assert unit.on_motion


def test_a_paragraf_without_number_may_have_one_of_the_heads() -> None:
    part = Part(T.PROTOKOLL, 1, 5, "§ 62", "Hundar", (), BODY, DAY)
    one = document("ks.pdf", T.PROTOKOLL, "Protokollsutdrag", DAY, dnr=("KS 2016-377", "KS 2016-412"), parts=(part,))
    (unit,) = units_of(one)
    assert unit.numbers == frozenset()
    assert unit.head_numbers == {"KS 2016-377", "KS 2016-412"}


def test_units_come_in_the_order_of_files() -> None:
    made = [document(file, T.POLICY, "Policy") for file in ("b.pdf", "a.pdf")]
    assert [unit.file for unit in all_units(made)] == ["a.pdf", "b.pdf"]


def test_under_which_number_a_letter_was_sent_its_motion() -> None:
    def letter(text: str) -> frozenset[str]:
        one = document("s.pdf", T.MOTIONSSVAR, "Yttrande över motion om bussen", "2023-05-02", dnr=("BIN.2023.57",))
        (unit,) = units_of(replace(one, paragraphs=(replace(one.paragraphs[0], text=text), *one.paragraphs[1:])))
        return unit.remitted_under

    told = "Kommunstyrelsen har remitterat en motion av Eva Ek (V), KS.2023.120, till nämnden."
    assert letter(told) == {"KS 2023-120"}
    assert letter("Eva Ek (V) har väckt en motion. Kommunstyrelsen har begärt besked i KS.2023.99.") == frozenset()
    assert letter("Nämnden har remitterat motionen, BIN.2022.9, tidigare.") == frozenset()
