from __future__ import annotations

import pytest

from ingest.papers.own_clauses import own_clauses


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "en brygga byggs, kajaker köps in och en badvakt anställs",
            ("en brygga byggs", "kajaker köps in", "en badvakt anställs"),
        ),
        (
            "skolan serverar frukost, inför läxhjälp samt anställer en kurator",
            ("skolan serverar frukost", "inför läxhjälp", "anställer en kurator"),
        ),
        ("kommunen köper in bänkar, kajaker och flytvästar", None),
        ("kommunen bygger en brygga och anställer en badvakt", ("kommunen bygger en brygga", "anställer en badvakt")),
        ("kommunen köper huset och låter en förening hyra det", ("kommunen köper huset", "låter en förening hyra det")),
        ("gratis bad införs samt öppettiderna utökas på helger", None),
        ("kommunen ser över och förbättrar belysningen", None),
        ("kommunen tar fram en plan och redovisar den för fullmäktige", None),
        ("kommunen inför avgiftsfria bad och bussar", None),
        ("kommunen stödjer dem som bygger bryggor, köper kajaker och anställer badvakter", None),
        ("kommunen inför, utreder och sänker avgiften", None),
    ],
)
def test_clauses_with_verbs_of_their_own(text: str, clauses: tuple[str, ...] | None) -> None:
    assert own_clauses(text) == (clauses or (text,))
