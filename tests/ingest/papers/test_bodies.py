from __future__ import annotations

import pytest

from ingest.papers.bodies import abbreviations_defined, as_body, bodies_in, is_council, mentions, same_body


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kommunstyrelsens förslag till kommunfullmäktige", ("Kommunstyrelsen", "Kommunfullmäktige")),
        ("barn- och ungdomsnämndens beslut", ("Barn- och ungdomsnämnden",)),
        ("Miljö-, bygg- och räddningsnämnden", ("Miljö-, bygg- och räddningsnämnden",)),
        ("Nämnden för arbete och välfärd beslutar", ("Nämnden för arbete och välfärd",)),
        ("tekniska nämnden", ("Tekniska nämnden",)),
        ("Antagen av KS den 5 maj", ("Kommunstyrelsen",)),
        ("Ks föreslår Kf", ("Kommunstyrelsen", "Kommunfullmäktige")),
        ("KF:s beslut", ("Kommunfullmäktige",)),
        ("Fullmäktiges beslut", ("Kommunfullmäktige",)),
        ("kommunstyrelsens arbetsutskott", ("Kommunstyrelsens arbetsutskott",)),
        ("SOCIALNÄMNDEN", ("Socialnämnden",)),
        ("KF 2015-03-24 § 40", ("Kommunfullmäktige",)),
        ("KS 2021-845", ()),
        ("Länsstyrelsen, Socialstyrelsen och hyresnämnden", ()),
        ("de förstnämnda", ()),
    ],
)
def test_bodies_are_given_in_the_nominative(text: str, names: tuple[str, ...]) -> None:
    assert bodies_in(text) == names


def test_the_board_alone_is_whichever_board_speaks() -> None:
    assert bodies_in("nämnden tillstyrker förslaget") == ()
    assert bodies_in("nämnden tillstyrker förslaget", own="Socialnämnden") == ("Socialnämnden",)
    assert bodies_in("nämnden tillstyrker förslaget", own="Kommunstyrelsen") == ()


def test_spans_are_half_open() -> None:
    text = "enligt kommunstyrelsens förslag"
    (one,) = mentions(text)
    assert text[one.start : one.end] == "kommunstyrelsens"


def test_a_line_that_is_a_body_and_no_more() -> None:
    assert as_body("Till: Tekniska nämnden") == "Tekniska nämnden"
    assert as_body("Kommunstyrelsen:") == "Kommunstyrelsen"
    assert as_body("Kommunstyrelsens beslut") is None
    assert as_body("Till kommunfullmäktige i Norrvik") is None


def test_a_papers_own_abbreviations() -> None:
    text = "Nämnden för livslångt lärande (NLL) och barn- och skolnämnden (BSN)"
    own = abbreviations_defined(text)
    assert own["BSN"] == "Barn- och skolnämnden"
    assert bodies_in("BSN beslutar", own_names=own) == ("Barn- och skolnämnden",)


def test_council_and_sameness() -> None:
    assert is_council("Kommunfullmäktige")
    assert not is_council("Kommunstyrelsen")
    assert same_body("kommunstyrelsens", "Kommunstyrelsen")
    assert not same_body("Socialnämnden", "Kommunstyrelsen")
    assert not same_body(None, None)
