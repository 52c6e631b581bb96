from __future__ import annotations

import pytest

from corpus.paragraph import Kind
from ingest.papers.between_items import follows, is_aside, only_opens, tells
from tests.ingest.papers.paper_made import paragraphs


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Enligt kommunstyrelsens förslag:", True),
        ("Enligt tilläggsyrkande från S och MP:", True),
        ("Nämnden lämnar följande förslag:", True),
        ("Motionen avslås enligt följande förslag:", False),
        ("Enligt kommunstyrelsens förslag", False),
        ("Nämnden anför:", False),
    ],
)
def test_a_line_that_only_says_whose_the_item_below_is(text: str, opens: bool) -> None:
    assert only_opens(paragraphs(text)[0], text) is opens


def test_an_item_of_a_list_opens_nothing() -> None:
    item = paragraphs("- Enligt kommunstyrelsens förslag:")[0]
    assert item.kind is Kind.LIST_ITEM
    assert not only_opens(item, item.text)


def test_a_line_that_only_says_whose_proposal_is_followed() -> None:
    assert follows("Enligt kommunstyrelsens förslag")
    assert follows("I enlighet med kommunstyrelsens förslag:")
    assert not follows("Enligt kommunstyrelsens förslag avslås motionen")


def test_words_on_the_meeting() -> None:
    assert is_aside("Eva Ek (V) reserverar sig mot beslutet.")
    assert not is_aside("Motionen avslås.")


def test_a_letter_tells_how_a_board_dealt_with_the_matter() -> None:
    assert tells("Kommunstyrelsen har den 29 maj 2024 behandlat ärendet.")
    assert tells("Ledamöterna från V reserverade sig.")
    assert not tells("Nämnden får i uppdrag att behandla frågan.")
    assert is_aside("Vid voteringen röstade 34 ledamöter för återremiss.")


def test_what_decides_before_it_tells_of_the_meeting_is_an_item() -> None:
    assert not is_aside("Budgeten antas. Paragrafen justeras omedelbart.")
    assert not is_aside("Motionen avslås. Vera Lo (V) reserverar sig mot beslutet.")
    assert is_aside("Vera Lo (V) reserverar sig mot att motionen avslås. Bo Ek (S) likaså.")
    assert is_aside("Bo Ek (S) lämnar salen. Han deltar inte i beslutet.")
