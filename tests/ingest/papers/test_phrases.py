from __future__ import annotations

import pytest

from ingest.papers.phrases import phrase_pattern, phrases


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("återremitter*", "Ärendet återremitteras.", "återremitteras"),
        ("avslå", "Motionen avslås.", None),
        ("lämna* utan [vidare] åtgärd*", "Motionen lämnas utan åtgärd.", "lämnas utan åtgärd"),
        ("lämna* utan [vidare] åtgärd*", "Motionen lämnas utan vidare åtgärder.", "lämnas utan vidare åtgärder"),
        ("(inte|ej) bifall*", "Motionen ska ej bifallas", "ej bifallas"),
        ("ställ* sig ... bakom", "Nämnden ställer sig i övrigt bakom svaret", "ställer sig i övrigt bakom"),
        ("ställ* sig ... bakom", "Nämnden ställer sig bakom svaret", "ställer sig bakom"),
        ("[den] motionen", "Motionen bifalls", "Motionen"),
        ("förslag till beslut ...", "förslag till beslut i nämnden", "förslag till beslut"),
    ],
)
def test_a_phrase_finds_whole_words(phrase: str, text: str, found: str | None) -> None:
    match = phrases([phrase]).search(text)
    assert (match[0] if match else None) == found


def test_the_longest_phrase_is_found_first() -> None:
    match = phrases(["inte", "inte bifall*"]).search("inte bifallas")
    assert match is not None
    assert match[0] == "inte bifallas"


def test_a_gap_holds_at_most_six_words() -> None:
    pattern = phrases(["a ... b"])
    assert pattern.search("a 1 2 3 4 5 6 b") is not None
    assert pattern.search("a 1 2 3 4 5 6 7 b") is None


def test_signs_in_a_phrase_are_themselves() -> None:
    assert phrase_pattern("e-plan*") == r"e\-plan\w*"
