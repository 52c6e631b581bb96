from __future__ import annotations

import pytest

from ingest.papers.sentences import sentences_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Eva Ek yrkade bifall. Fullmäktige avslog motionen.",
            ["Eva Ek yrkade bifall.", "Fullmäktige avslog motionen."],
        ),
        ("Enligt 5 kap. 33 § lämnas motionen.", ["Enligt 5 kap. 33 § lämnas motionen."]),
        ("Det beslöts 2023. Ärendet är klart", ["Det beslöts 2023.", "Ärendet är klart"]),
        ("", [""]),
    ],
)
def test_sentences_part_after_a_full_stop_before_a_capital_letter(text: str, sentences: list[str]) -> None:
    assert sentences_of(text) == sentences
