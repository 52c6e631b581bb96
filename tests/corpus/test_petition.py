from __future__ import annotations

import pytest

from corpus.petition import PETITION


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
