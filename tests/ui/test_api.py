from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from corpus.errors import UsageError
from index.filters import Filter
from tests.ui.web.made import ANSWER, CASE, DOCUMENTS, FOUND, KAST, TODAY, Canned, services, write_home
from ui.api import LONGEST_MOTION, MOST, api_router
from ui.records import answer_record, case_record, document_record, precedents_record


@pytest.fixture(scope="module")
def asker() -> Canned:
    return Canned()


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory, asker: Canned) -> Iterator[TestClient]:
    app = FastAPI()
    home = write_home(Path(tmp_path_factory.mktemp("home")))
    app.include_router(api_router(services(home, asker=asker), lambda: TODAY))
    with TestClient(app) as made:
        yield made


def test_the_search_object(web: TestClient, asker: Canned) -> None:
    asker.asked.clear()
    query = (
        "q=kast&top=7&type=motion&type=protokoll&body=Kommunstyrelsen&party=V&since=2021&until=2024-02"
        "&status=adopted&in_force=true"
    )
    assert web.get(f"/api/search?{query}").json() == answer_record(asker.answer)
    where = Filter(
        types=("motion", "protokoll"), bodies=("Kommunstyrelsen",), parties=("V",), since="2021-01-01",
        until="2024-02-29", status="adopted", in_force_on=TODAY,
    )  # fmt: skip
    assert asker.asked == [("kast", where, 7)]


@pytest.mark.parametrize(
    "query",
    ["", "q=", f"q=x&top={MOST + 1}", "q=x&top=0", "q=x&type=roman", "q=x&status=kanske", "q=x&since=igår",
     "q=x&until=2023-02-30", f"q={'x' * 2001}"],
)  # fmt: skip
def test_what_cannot_be_asked(web: TestClient, query: str) -> None:
    assert web.get(f"/api/search?{query}").status_code == 422


def test_precedents_of_a_pasted_motion(web: TestClient, asker: Canned) -> None:
    asker.demands.clear()
    sent = web.post("/api/precedents", content="en\ntvå".encode(), headers={"Content-Type": "text/plain"})
    assert sent.json() == precedents_record(FOUND)
    assert asker.demands == [("en", "två")]
    assert web.post("/api/precedents", content=b"x" * (LONGEST_MOTION + 1)).status_code == 422


def test_errors_of_the_program_are_told(web: TestClient, asker: Canned, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*given: object, **named: object) -> None:
        raise UsageError("Det går inte.", hint="Gör så här.")

    monkeypatch.setattr(asker, "ask", refuse)
    response = web.get("/api/search?q=x")
    assert (response.status_code, response.json()["detail"]) == (422, "Det går inte. Gör så här.")


def test_documents_in_pages(web: TestClient) -> None:
    found = web.get("/api/documents?offset=1&limit=2").json()
    assert found["total"] == len(DOCUMENTS)
    assert [document["file"] for document in found["documents"]] == ["mapp/svar.pdf", "motion.pdf"]
    assert "paragraphs" not in found["documents"][0]
    assert web.get("/api/documents?type=handlingsplan").json()["total"] == 2


def test_one_document_and_a_citation(web: TestClient) -> None:
    assert web.get("/api/documents/mapp/svar.pdf").json() == document_record(ANSWER)
    assert web.get("/api/documents/ingen.pdf").status_code == 404
    cited = web.get("/api/citation?file=mapp/svar.pdf&paragraph=4").json()
    assert cited == {
        "citation": "Svar på motion om KAST, 2023-10-27, Dnr KS 2021-845, s. 1–2, st. 4",
        "text": "Regionen har redan en mottagning.",
    }
    assert web.get("/api/citation?file=mapp/svar.pdf&paragraph=6").status_code == 404


def test_cases(web: TestClient) -> None:
    assert web.get("/api/cases", params={"key": KAST}).json() == [case_record(CASE)]
    assert len(web.get("/api/cases").json()) == 2
    assert web.get("/api/cases?key=x").status_code == 404


def test_the_status(web: TestClient) -> None:
    status = web.get("/api/status").json()
    assert (status["documents"], status["failed"], status["unread_pages"]) == (7, 1, 1)
    assert status["types"]["motion"] == 2
    assert status["failures"] == [
        {"file": "trasig.pdf", "error": "PDF-filen är låst.", "hint": "Spara den utan lösenord."}
    ]
