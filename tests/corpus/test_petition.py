from __future__ import annotations

import pytest

from corpus.petition import PETITION, names_motion


@pytest.mark.parametrize(
    "text",
    [
        "Svar på motionen",
        "E-förslag om lek",
        "medborgarförslagets del",
        "invånarförslag",
        "Folkinitiativ",
        "Bodarpsförslag nr 7 om bad",
    ],
)
def test_a_petition_by_its_words(text: str) -> None:
    assert PETITION.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "Detaljplan för Sörby",
        "Promotion av staden",
        "Förslag till budget",
        "Beslutsförslag nr 2",
        "Förslag nr 3",
        "Bodarpsförslaget",
    ],
)
def test_no_petition(text: str) -> None:
    assert not PETITION.search(text)


def test_a_motion_is_named_by_its_title_after_motionen() -> None:
    text = "att bifalla motionen Fler bänkar vid ån i den del som gäller lackering"
    assert names_motion(text, "Fler bänkar vid ån")
    assert names_motion("Motionen ”Fler bänkar vid ån” avslås.", "Fler bänkar vid ån")
    assert not names_motion(text, "Bänkar vid ån")
    assert not names_motion("att bifalla motionen i övrigt", "Fler bänkar vid ån")
