from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.decision import Demand
from ingest.batch.personal import finisher, found_in, masked
from tests.corpus.made import document

# 811228-9874, by Luhn: 8·2 1·1 1·2 2·1 2·2 8·1 9·2 8·1 7·2 → 7+1+2+2+4+8+9+8+5 = 46, check digit 4
REAL = ["811228-9874", "19811228-9874", "198112289874", "8112289874", "811228 9874", "811228–9874", "811228\u20119874"]
NOT = [
    "811228-9873",  # wrong check digit
    "811328-9879",  # no thirteenth month
    "KS 2021-0845",
    "212000-1124",  # an organisation's number has no such month
    "2023-10-27",
    "0322-61 60 00",
    "1811228-98745",
    "811228-98741",
    "3.811228-9874",
    "5566778899",
]


@pytest.mark.parametrize("number", REAL)
def test_found_wherever_it_stands(number: str) -> None:
    text = f"Sökande ({number}), boende i Alby."
    assert [text[start:end] for start, end in found_in(text)] == [number]
    assert list(found_in(number)) == [(0, len(number))]


@pytest.mark.parametrize("text", NOT)
def test_what_is_no_personal_number(text: str) -> None:
    assert list(found_in(f"Se {text} ovan")) == []


def test_a_coordination_number_has_sixty_added_to_its_day() -> None:
    # 811288-987x: 8·2 1·1 1·2 2·1 8·2 8·1 9·2 8·1 7·2 → 7+1+2+2+7+8+9+8+5 = 49, check digit 1
    assert list(found_in("811288-9871")) == [(0, 11)]
    assert list(found_in("8112889871")) == []


def test_masking_keeps_the_length_and_the_rest() -> None:
    assert masked("Ada, 811228-9874, och 19811228-9874. § 12") == "Ada, XXXXXX-XXXX, och XXXXXXXX-XXXX. § 12"


def test_a_warning_tells_where() -> None:
    told = finisher(mask=False)(document("a.pdf", "inget", "811228-9874 och 811228-9874", "19811228-9874"))
    assert told.warnings == ("Innehåller 3 personnummer (stycke 2, 3).",)
    assert told.paragraphs[1].text == "811228-9874 och 811228-9874"


def test_masked_in_everything_that_is_shown_or_indexed() -> None:
    raw = document("811228-9874.pdf", "om 811228-9874", sha256="a8112289874b", title="Ärende 811228-9874")
    raw = replace(raw, demands=(Demand(1, "att 811228-9874 får svar", 1),))
    told = finisher(mask=True)(raw)
    assert "9874" not in str(replace(told, file="", sha256=""))
    assert (told.file, told.sha256) == (raw.file, raw.sha256)
    assert told.demands[0].text == "att XXXXXX-XXXX får svar"
    assert told.warnings == ("Innehåller 1 personnummer, maskerade (stycke 1).",)


def test_a_document_without_any_is_left_as_it_is() -> None:
    plain = document("a.pdf", "inget", "§ 12")
    assert finisher(mask=False)(plain) is plain
    assert finisher(mask=True)(plain) is plain
