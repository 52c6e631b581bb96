from __future__ import annotations

import pytest

from search.kinds import KINDS, kind_features, wanted
from search.question import read_question
from tests.search.made import candidates, shelf


def wanted_of(text: str) -> dict[str, float]:
    found = wanted(kind_features(read_question(text), candidates(text), shelf()))
    return {kind: getattr(found, kind) for kind in KINDS}


def test_chances_sum_to_one() -> None:
    assert sum(wanted_of("gungor").values()) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("vad beslutade fullmäktige om förslaget att kontrollera gungor", "decision"),
        ("hur många kronor, hur länge och vem ansvarar", "fact"),
        ("gällande lekplatsplan dokument", "lookup"),
        ("har vi haft liknande motioner tidigare", "precedent"),
    ],
)
def test_plain_questions_of_each_kind(text: str, kind: str) -> None:
    found = wanted_of(text)
    assert max(found, key=lambda one: found[one]) == kind


def test_a_text_in_a_plan_speaks_against_a_decision() -> None:
    question, found, held = (
        read_question("hur besiktigas lekplatserna"),
        candidates("hur besiktigas lekplatserna"),
        shelf(),
    )
    features = kind_features(question, found, held)
    assert features["found in a styrdokument"] == 1.0
    assert wanted(features).decision < wanted({**features, "found in a styrdokument": 0.0}).decision
    motion = kind_features(question, candidates("hundarna springer fritt"), held)
    assert motion["found in a styrdokument"] == 0.0
