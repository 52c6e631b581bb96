"""A casebook of one case, read back."""

from __future__ import annotations

import json
from pathlib import Path

from bench.peers.casebook import Casebook, Wanted, read_casebook
from bench.peers.measure import free_of, plan, same_hits
from bench.peers.protocol import Decided, Found, Reply

TRUTH = {
    "documents": [
        {
            "file": "p.pdf",
            "paragraphs": [{"n": 1, "pages": [1], "text": "Avslås."}, {"n": 2, "pages": [2], "text": "B"}],
        }
    ],
    "cases": [
        {
            "case_id": "C1",
            "demands": [{"n": 1, "text": "Sänk farten."}, {"n": 2, "text": "Bygg cykelställ."}],
            "events": [
                {
                    "file": "svar.pdf",
                    "status": "proposed",
                    "items": [{"n": 1, "text": "Avslås.", "disposition": "avslås", "demands": [1, 2]}],
                },
                {
                    "file": "p.pdf",
                    "status": "adopted",
                    "items": [
                        {"n": 1, "text": "Första avslås.", "disposition": "avslås", "demands": [1]},
                        {"n": 2, "text": "Andra bifalls.", "disposition": "bifalls", "demands": [2]},
                    ],
                },
            ],
        }
    ],
    "questions": [
        {
            "id": "q1",
            "kind": "decision",
            "text": "blev det cykelställ?",
            "relevant": [{"file": "p.pdf", "paragraph": 2, "grade": 2}, {"file": None, "phrase": "ställ", "grade": 1}],
            "decision": {"case_id": "C1", "demand": 2, "disposition": "bifalls", "status": "adopted"},
        },
        {"id": "q2", "kind": "unanswerable", "text": "vem?", "relevant": [], "decision": None},
    ],
}


def made(folder: Path, *, papers: int) -> Casebook:
    (folder / "documents").mkdir()
    for n in range(papers):
        (folder / "documents" / f"{n:02}.pdf").touch()
    (folder / "truth.json").write_text(json.dumps(TRUTH), "utf-8")
    return read_casebook(folder, name="made")


def test_what_answers_and_what_decides(tmp_path: Path) -> None:
    casebook = made(tmp_path, papers=1)
    first, second = casebook.questions
    assert first.wanted == (Wanted("p.pdf", "B", 2, (2,)), Wanted(None, "ställ", 1, whole=False))
    assert first.decided == (Decided("bifalls", "adopted", "Bygg cykelställ.", "Andra bifalls.", "p.pdf"),)
    assert (first.answerable, second.answerable) == (True, False)
    assert casebook.pages == 2


def test_ten_papers_come_later_and_the_one_that_answers_most_is_forgotten(tmp_path: Path) -> None:
    made(tmp_path, papers=25)
    (tmp_path / "documents" / "p.pdf").touch()
    given = plan(read_casebook(tmp_path))
    assert [Path(pdf).stem for pdf in given.later] == [f"{n:02}" for n in range(0, 20, 2)]
    assert len(given.first) == 16
    assert Path(given.forget).name == "p.pdf"
    assert given.about_forgotten == ("q1",)


def test_same_hits_and_free_of() -> None:
    one = Reply((Found("a.pdf", "x", (), 1.0), Found("b.pdf", "y", (), 0.5)))
    scored = Reply((Found("a.pdf", "x", (1,), 0.9), Found("b.pdf", "y", (), 0.1)))
    turned = Reply(one.hits[::-1])
    assert same_hits({"q": one}, {"q": scored, "more": turned})
    assert not same_hits({"q": one}, {"q": turned})
    assert free_of("c.pdf", (one, turned))
    assert not free_of("b.pdf", (one,))
    assert not free_of("c.pdf", (Reply((), decision=Decided("avslås", "adopted", "", "", "c.pdf")),))
