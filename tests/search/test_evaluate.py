from __future__ import annotations

from typing import Any

import pytest

from search.evaluate import alike, evaluate_casebook, table
from tests.search.made import CASES, COUNCIL, DOCUMENTS, MOTION, searcher

TRUTH: dict[str, Any] = {
    "documents": [
        {"file": d.file, "paragraphs": [{"n": p.n, "text": p.text} for p in d.paragraphs]} for d in DOCUMENTS
    ],
    "cases": [{"case_id": c.key, "demands": [{"n": d.n, "text": d.text} for d in c.demands]} for c in CASES],
    "questions": [
        {
            "id": "q1",
            "kind": "decision",
            "lang": "sv",
            "text": "vad beslutade fullmäktige om en ny lekplats i Sörby?",
            "relevant": [{"file": COUNCIL, "paragraph": 2, "grade": 2}],
            "decision": {"case_id": "KS 2020-11", "demand": 1, "disposition": "bifalls", "status": "adopted"},
        },
        {
            "id": "q2",
            "kind": "lookup",
            "lang": "sv",
            "text": "KS 2020-11",
            "relevant": [{"file": MOTION, "paragraph": 1, "grade": 2}],
            "decision": None,
        },
        {"id": "q3", "kind": "unanswerable", "lang": "sv", "text": "KS 1999-1", "relevant": [], "decision": None},
    ],
}


def test_a_casebook_by_kind_and_language() -> None:
    found = evaluate_casebook(searcher(), TRUTH).as_json()
    assert found["by_group"]["decision"]["ndcg@10"]["value"] == 1.0
    assert found["by_group"]["lookup"]["mrr@10"]["value"] == 1.0
    assert found["by_group"]["all"]["ndcg@10"]["n"] == 2
    assert found["decision_right_at_1"]["value"] == 1.0
    assert found["unanswerable_refused"]["value"] == 1.0


def test_reliability_counts_every_question_once() -> None:
    evaluation = evaluate_casebook(searcher(), TRUTH)
    assert sum(n for _, _, n in evaluation.reliability()) == 3


def test_the_table_is_for_people() -> None:
    text = table(evaluate_casebook(searcher(), TRUTH))
    assert "Rätt beslut först: 1.000" in text
    assert "handling" in text


def test_likeness_of_texts() -> None:
    assert alike("Motionens första förslag avslås.", "1. Motionens första för-\nslag avslås.") == 1.0
    assert alike("ett två tre fyra", "ett två fem sex") == pytest.approx(0.5)
    assert alike("", "något") == 0.0
