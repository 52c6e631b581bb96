from __future__ import annotations

import pytest

from ingest.papers.run_together import pieces_of


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("avslå yrkande 1, att bifalla yrkande 2", ("avslå yrkande 1", "att bifalla yrkande 2")),
        ("att avslå a samt att anse b besvarad", ("att avslå a", "att anse b besvarad")),
        ("1 att bifalla yrkande a", ("att bifalla yrkande a",)),
        ("avslå motionen med motiveringen att bifalla den vore dyrt", None),
        ("återremittera ärendet för att bifalla yrkande 1", None),
        ("Motionen avslås.", None),
    ],
)
def test_outcomes_of_a_sentence(text: str, pieces: tuple[str, ...] | None) -> None:
    assert pieces_of(text) == (pieces or (text,))
