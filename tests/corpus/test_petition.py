from __future__ import annotations

import pytest

from corpus.petition import NUMBERED, PETITION, names_motion


@pytest.mark.parametrize(
    "text",
    [
        "Svar på motionen",
        "E-förslag om lek",
        "medborgarförslagets del",
        "invånarförslag",
        "Folkinitiativ",
        "Medborgarmotion om ställplats",
        "medborgarinitiativet",
        "Bodarpsförslag nr 7 om bad",
        "Bodarpsförslag 12883 för beslut",
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
        "Bodarpsförslag 2024",
        "Samrådsförslag 345",
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


@pytest.mark.parametrize("text", ["Bodarpsförslag 12883 avslås", "Medborgarförslag 2024:12", "e-förslag nr 7"])
def test_residents_proposals_by_their_number(text: str) -> None:
    assert NUMBERED.search(text)


@pytest.mark.parametrize("text", ["Samrådsförslag 345", "Förslag 12", "Medborgarförslag om bad"])
def test_what_is_numbered_otherwise_is_none(text: str) -> None:
    assert not NUMBERED.search(text)
