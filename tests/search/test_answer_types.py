from __future__ import annotations

import pytest

from search.answer_types import asks_yes_or_no, says_yes_or_no, share_there, types_asked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vad kostar ett halkskydd", {"money"}),
        ("hur stor andel simmar 200 meter", {"share", "amount"}),
        ("hur många barn per grupp", {"count"}),
        ("hur länge sparas filmerna", {"duration"}),
        ("hur lång är väntetiden till simskolan", {"duration", "amount"}),
        ("hur lång är bryggan", {"amount"}),
        ("varför avslogs motionen", {"why"}),
        ("vem ansvarar för snöröjningen", {"who"}),
        ("when was the plan adopted", {"when"}),
        ("vart kan jag vända mig om gatlyset är trasigt", {"contact"}),
        ("lekplatser i Sörby", set()),
    ],
)
def test_what_is_asked_for(text: str, expected: set[str]) -> None:
    assert types_asked(text) == expected


@pytest.mark.parametrize(
    ("asked", "words", "share"),
    [
        ({"money"}, "Utökningen kostar 2,15 miljoner kronor.", 1.0),
        ({"money"}, "Utökningen är dyr.", 0.0),
        ({"share"}, "Av dem kan 92 procent simma.", 1.0),
        ({"duration"}, "Filmerna raderas efter två veckor.", 1.0),
        ({"contact"}, "Felanmälan görs till kontaktcenter, telefon 0555-10 00 00.", 1.0),
        ({"money", "when"}, "Kostnaden är 940 000 kronor.", 0.5),
        (set(), "940 000 kronor", 0.0),
    ],
)
def test_what_is_there(asked: set[str], words: str, share: float) -> None:
    assert share_there(frozenset(asked), words) == share


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("Det finns 25 laddplatser.", True),
        ("Gruppen får 10–12 barn.", True),
        ("Omkring 2 000 hushåll berörs.", True),
        ("Tre tjänster inrättas.", True),
        ("Planen antogs år 1990.", False),
        ("Beslutet fattades den 12 maj 2023.", False),
        ("Se 2023-05-12, § 45, KS 2023/117.", False),
        ("Mötet börjar kl. 18.00.", False),
        ("Enligt 3 kap. 2 § kommunallagen.", False),
        ("Under covid-19 och åren 2021–2023.", False),
    ],
)
def test_a_year_a_date_or_a_paragraf_counts_nothing(words: str, counts: bool) -> None:
    assert share_there(frozenset({"count"}), words) == counts
    assert share_there(frozenset({"amount"}), words) == counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Får man elda i trädgården?", True),
        ("Vi hyr vår lokal, kan vi få bidrag ändå?", True),
        ("Is the pool open on Sundays?", True),
        ("Hur får man elda i trädgården?", False),
        ("vad kan kommunen göra", False),
    ],
)
def test_a_question_for_yes_or_no_begins_with_its_verb(text: str, expected: bool) -> None:
    assert asks_yes_or_no(text) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Nej, det finns inga sådana planer.", True),
        ("Ja. Avgiften betalas tillbaka.", True),
        ("Ja 23, nej 17, 1 avstår.", False),
        ("Nejonöga fångas i ån.", False),
        ("Frågan besvaras med ja.", False),
    ],
)
def test_an_answer_of_yes_or_no_begins_with_it(words: str, expected: bool) -> None:
    assert says_yes_or_no(words) == expected
