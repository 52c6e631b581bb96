from __future__ import annotations

from dataclasses import replace

from tests.ui.web.made import DECISION, HOSTILE
from ui.texts import texts
from ui.web.cards import cards, case_card


def test_a_card_says_all_of_a_decision() -> None:
    made = case_card([DECISION], texts("sv"))
    expected = (
        "Öppna en KAST-mottagning", "Motion från V", ">Beslutat<", ">Avslås<", "<strong>Kommunfullmäktige</strong>",
        "27 februari 2024 · §\u00a022", "Yrkande 1", "kommunen öppnar en KAST-mottagning",
        "Motionens första förslag avslås.",
        "Skäl", "Regionen har redan en mottagning.", "?kalla=protokoll.pdf&amp;stycke=2",
        "?kalla=mapp%2Fsvar.pdf&amp;stycke=4", "?arende=KS+2021-845",
    )  # fmt: skip
    assert [words for words in expected if words not in made] == []


def test_a_proposal_is_never_called_a_decision() -> None:
    made = case_card([replace(DECISION, status="proposed")], texts("sv"))
    assert ">Föreslaget<" in made
    assert "<dt>Förslaget</dt>" in made
    assert "till <strong>Kommunfullmäktige</strong>" in made
    assert "Beslutat" not in made
    assert "Beslutet" not in made


def test_decisions_of_one_case_share_a_card_in_the_order_of_the_best() -> None:
    other = replace(DECISION, case="KS 1", title="Annat")
    made = cards([other, DECISION, replace(other, demand=2)], texts("sv"))
    assert made.count("<article") == 2
    assert made.count('<section class="decision') == 3
    assert made.index("Annat") < made.index("Öppna en KAST-mottagning")


def test_what_decisions_share_is_said_once() -> None:
    proposal = replace(DECISION, status="proposed", file="mapp/svar.pdf")
    made = case_card([DECISION, proposal, replace(proposal, demand=2, demand_text="annat", reason_text="För dyrt")],
                     texts("sv"))  # fmt: skip
    assert made.count("kommunen öppnar en KAST-mottagning") == 1
    assert made.count("Yrkande 1") == 2
    assert made.count("Regionen har redan en mottagning.") == 1
    assert made.count("<dt>Skälen</dt>") == 2
    assert made.index("För dyrt") > made.index("annat")


def test_what_a_decision_lacks_is_left_out_or_said() -> None:
    bare = replace(
        DECISION, body=None, date=None, section=None, demand=None, demand_text=None, party=None, reason_text=None,
        reason_file=None,
    )  # fmt: skip
    made = case_card([bare], texts("sv"))
    assert "<strong>Okänt organ</strong> · utan datum</span>" in made
    assert "Yrkande" not in made
    assert "Skäl" not in made


def test_a_demand_without_a_number_is_still_shown() -> None:
    assert '<span class="label">Yrkande</span>' in case_card([replace(DECISION, demand=None)], texts("sv"))


def test_text_of_papers_is_escaped() -> None:
    made = case_card(
        [replace(DECISION, text=HOSTILE, title=HOSTILE, citation=HOSTILE, reason_text=HOSTILE)], texts("sv")
    )
    assert "<script" not in made
    assert "<img" not in made


def test_a_decision_in_no_case_has_its_title_without_a_link() -> None:
    alone = replace(DECISION, case="", title="Cykelplan", demand=None, demand_text=None)
    made = cards([alone, replace(alone, title="Parkplan"), alone], texts("sv"))
    assert made.count("<article") == 2
    assert "<h3>Cykelplan</h3>" in made
    assert "?arende=" not in made
