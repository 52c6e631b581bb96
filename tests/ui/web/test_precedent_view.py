from __future__ import annotations

from dataclasses import replace

from search.answer import DemandPrecedents
from tests.ui.web.made import DECISION, FOUND, HOSTILE, PRECEDENT
from ui.texts import texts
from ui.web.precedent_view import precedent_view

SWEDISH = texts("sv")


def test_each_demand_with_its_earlier_ones_and_their_outcomes() -> None:
    html = precedent_view(FOUND, SWEDISH)
    assert "2 yrkanden lästes i motionen, 1 av dem med tidigare motsvarigheter" in html
    assert "De mest lika står först." in html
    first, second = html.split('<section class="card">')[1:]
    expected = (
        "Yrkande 1", "kommunen startar en KAST-mottagning", "Motion från V · 1 september 2021",
        "kommunen öppnar en KAST-mottagning", "?kalla=motion.pdf&amp;stycke=3", ">Beslutat<", ">Avslås<",
        "27 februari 2024 · §\u00a022", "Regionen har redan en mottagning.", "?kalla=protokoll.pdf&amp;stycke=2",
        "?arende=KS+2021-845", "?kalla=mapp%2Fsvar.pdf&amp;stycke=4", "Svar på motion om KAST, s. 1–2, st. 4",
    )  # fmt: skip
    assert [words for words in expected if words not in first] == []
    assert "Inget liknande yrkande hittades i samlingen." in second


def test_how_many_demands_are_known() -> None:
    known, unknown = FOUND
    assert "Ett yrkande lästes i motionen, med tidigare motsvarigheter<" in precedent_view((known,), SWEDISH)
    assert "Ett yrkande lästes i motionen, utan tidigare motsvarigheter<" in precedent_view((unknown,), SWEDISH)
    both = precedent_view((known, replace(known, n=2)), texts("en"))
    assert "2 demands were read in the motion, all with earlier counterparts" in both


def test_a_proposal_is_put_to_the_body_it_names() -> None:
    proposal = replace(PRECEDENT, outcome=replace(DECISION, status="proposed"))
    html = precedent_view((DemandPrecedents(1, "x", (proposal,)),), SWEDISH)
    assert "till <strong>Kommunfullmäktige</strong>" in html
    assert "till <strong>" not in precedent_view(FOUND, SWEDISH)


def test_an_earlier_demand_that_was_never_answered() -> None:
    found = (DemandPrecedents(1, "x", (replace(PRECEDENT, outcome=None, party=None, opened=None),)),)
    html = precedent_view(found, SWEDISH)
    assert ">Obesvarat<" in html
    assert "Motion från" not in html


def test_no_demand_in_the_text() -> None:
    assert "Inga yrkanden hittades i texten." in precedent_view((), SWEDISH)


def test_text_is_escaped() -> None:
    outcome = replace(DECISION, text=HOSTILE, reason_text=HOSTILE)
    found = (DemandPrecedents(1, HOSTILE, (replace(PRECEDENT, title=HOSTILE, demand_text=HOSTILE, outcome=outcome),)),)
    html = precedent_view(found, SWEDISH)
    assert "<script" not in html
    assert "<img" not in html


def test_a_section_whose_motion_is_not_there_leads_to_its_paper_and_not_to_a_case() -> None:
    alone = replace(PRECEDENT, case="", demand=None, demand_text="§ 8 Medborgarförslag om bänkar")
    shown = precedent_view((DemandPrecedents(1, "fler bänkar", (alone,)),), SWEDISH)
    assert "§ 8 Medborgarförslag om bänkar" in shown
    assert "?arende=" not in shown
