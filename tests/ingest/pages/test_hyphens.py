from __future__ import annotations

import pytest

from ingest.pages.hyphens import Hyphens, Joint, count_words


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("till", "styrks", "tillstyrks"),
        ("KAST", "mottagningar", "KAST-mottagningar"),
        ("IOP", "avtal", "IOP-avtal"),
        ("hälso", "och", "hälso- och"),
        ("Barn", "och", "Barn- och"),
        ("e", "tjänster", "e-tjänster"),
        ("Göteborgs", "Posten", "Göteborgs-Posten"),
        ("3", "årig", "3-årig"),
        ("covid", "19", "covid-19"),
        ("https://www.kommun.se/motion", "svar", "https://www.kommun.se/motion-svar"),
        ("(miljö", "konsekvenser)", "(miljökonsekvenser)"),
    ],
)
def test_form_decides(left: str, right: str, joined: str) -> None:
    assert Hyphens().join(left, right, "-") == Joint(joined)


def test_votes_keep_their_hyphen_unless_the_document_writes_them_without() -> None:
    assert Hyphens().join("nej", "röster", "-") == Joint("nej-röster")
    assert Hyphens({"nejröster": 2}).join("nej", "röster", "-") == Joint("nejröster")
    assert Hyphens().join("nej", "likor", "-") == Joint("nejlikor")


def test_a_soft_hyphen_always_goes() -> None:
    assert Hyphens().join("KAST", "mottagning", "\u00ad") == Joint("KASTmottagning")


def test_three_equal_letters_at_a_soft_hyphen_become_two() -> None:
    assert Hyphens({"tillåta": 1}).join("till", "låta", "\u00ad") == Joint("tillåta")
    assert Hyphens().join("till", "låta", "\u00ad") == Joint("tilllåta")


def test_the_document_s_own_words_decide() -> None:
    assert Hyphens({"göteborgs-regionen": 2}).join("Göteborgs", "regionen", "-") == Joint("Göteborgs-regionen")
    assert Hyphens({"göteborgsregionen": 2}).join("Göteborgs", "regionen", "-") == Joint("Göteborgsregionen")


def test_then_the_collection_s_two_to_one() -> None:
    counts = {"göteborgs-regionen": 4, "göteborgsregionen": 2}
    assert Hyphens({}, counts).join("Göteborgs", "regionen", "-") == Joint("Göteborgs-regionen")
    close = Hyphens({}, {"göteborgs-regionen": 3, "göteborgsregionen": 2, "regionen": 9})
    assert close.join("Göteborgs", "regionen", "-") == Joint("Göteborgsregionen", "Göteborgs-regionen")


def test_two_words_of_their_own_are_undecidable_and_both_spellings_are_kept() -> None:
    hyphens = Hyphens({"skol": 1, "bibliotek": 3})
    assert hyphens.join("skol", "bibliotek", "-") == Joint("skolbibliotek", "skol-bibliotek")


def test_a_syllable_is_not_a_word() -> None:
    assert Hyphens({"ning": 0}).join("förvalt", "ning", "-") == Joint("förvaltning")


def test_a_renderer_s_hyphen_goes() -> None:
    assert Hyphens({"skol": 1, "bibliotek": 1}).join("skol", "bibliotek", "\u2010") == Joint("skolbibliotek")


def test_the_last_word_of_a_line_may_be_half_and_is_not_counted() -> None:
    assert count_words([["Motionen", "till-"], ["styrks.", "Motionen", "(KD)"]]) == {"motionen": 2, "styrks": 1}
