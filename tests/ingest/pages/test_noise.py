from __future__ import annotations

import pytest

from ingest.pages.noise import noisy

SWEDISH = """
Kommunfullmäktige beslutar att avslå motionen. Vera Lo har i en motion föreslagit att bänkar ställs ut i parken och att
belysningen förbättras. Tekniska nämnden har yttrat sig och bedömer att behovet är litet. Förvaltningen föreslår därför
att motionen avslås med hänvisning till vad som anförs i yttrandet.
"""
FINNISH = """
Kunnanvaltuusto päättää hylätä aloitteen, jossa ehdotetaan penkkejä puistoon ja parempaa valaistusta kävelyteille.
Tekninen lautakunta on antanut lausunnon ja katsoo, että tarve on vähäinen eikä määrärahoja ole talousarviossa.
"""
NAMES = "Vera Lönn (V) ja, Bosse Ek (S) nej, Olle Bygård (M) nej, Ida Almgren (C) ja, " * 6
NUMBERS = "524,1 310 22 § 4 12 % 1 295 kr (3) 2024-03-18 " * 6
CODES = "2026.001 BUN-011 KS.2026.45 1:20 " * 12
LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"
TURNED = str.maketrans(LETTERS, LETTERS[::-1])
TO_SIGNS = str.maketrans(LETTERS, "0|2.q*-g4+),38<=17&56>9?/%#!:")


def shifted(text: str, by: int, *, space: str = " ") -> str:
    """The text with each letter so many further on in the table of signs, and perhaps another sign for a space."""
    return space.join("".join(chr(ord(letter) + by) for letter in word) for word in text.split())


@pytest.mark.parametrize("text", [SWEDISH, FINNISH, NAMES, NUMBERS, CODES, "", "Bilaga 2"])
def test_words_names_and_numbers_are_no_noise(text: str) -> None:
    assert not noisy(text.split())


@pytest.mark.parametrize(
    "text",
    [
        shifted(SWEDISH, 3),
        shifted(SWEDISH, -2),
        shifted(SWEDISH, 3, space="#"),
        SWEDISH.lower().translate(TURNED),
        SWEDISH.lower().translate(TO_SIGNS),
        SWEDISH * 3 + shifted(SWEDISH, 3),
        SWEDISH * 3 + SWEDISH.lower().translate(TO_SIGNS),
    ],
)
def test_exchanged_letters_are_even_in_a_part_of_a_page(text: str) -> None:
    assert noisy(text.split())
