from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient

from corpus.home import Home
from tests.ui.web.made import ANSWER, MOTION, Canned, services, write_home
from ui.web.answering import FIRST
from ui.web.application import application
from ui.web.feed import ENTRIES
from ui.web.routes import FOREVER

DOCUMENTS = Path(__file__).resolve().parents[3] / "corpus" / "documents"
PDF = DOCUMENTS / "motion-mp-tryggare-skolvagar.pdf"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The small collection, where one paper's bytes are a real PDF's."""
    made = write_home(tmp_path_factory.mktemp("home"))
    shutil.copyfile(PDF, made.kept(MOTION.sha256))
    return made


@pytest.fixture(scope="module")
def asker() -> Canned:
    return Canned()


@pytest.fixture(scope="module")
def web(home: Home, asker: Canned) -> Iterator[TestClient]:
    with TestClient(application(services(home, asker=asker)), base_url="http://127.0.0.1") as made:
        yield made


def test_a_paper_of_the_collection(web: TestClient) -> None:
    response = web.get(f"/fil/{MOTION.sha256}.pdf")
    assert response.content == PDF.read_bytes()
    assert response.headers["content-type"] == "application/pdf"
    assert response.headers["content-disposition"] == 'inline; filename="motion.pdf"'
    assert response.headers["cache-control"] == FOREVER
    assert 'filename="svar.pdf"' in web.get(f"/fil/{ANSWER.sha256}.pdf").headers["content-disposition"]


def test_nothing_else_of_the_home_or_the_machine(web: TestClient, home: Home) -> None:
    home.kept("5" * 64).write_bytes(b"%PDF-1.7")
    for name in ("5" * 64, "x", "..%2Fcatalogue", "%2e%2e%2f%2e%2e%2fetc%2fpasswd"):
        assert web.get(f"/fil/{name}.pdf").status_code == 404
        assert web.get(f"/bild/{name}/1.png").status_code == 404
    for path in ("/fil/../catalogue.sqlite", "/catalogue.sqlite", "/gradio_api/file=/etc/passwd",
                 f"/gradio_api/file={home.catalogue}"):  # fmt: skip
        assert web.get(path).status_code in (403, 404)


def test_a_picture_of_a_page(web: TestClient) -> None:
    response = web.get(f"/bild/{MOTION.sha256}/1.png?skala=2")
    assert response.headers["content-type"] == "image/png"
    assert response.headers["cache-control"] == FOREVER
    assert response.content.startswith(b"\x89PNG")
    assert web.get(f"/bild/{MOTION.sha256}/99.png").status_code == 404
    assert web.get(f"/bild/{MOTION.sha256}/0.png").status_code == 404
    assert web.get(f"/bild/{MOTION.sha256}/1.png?skala=50").status_code == 422
    assert web.get(f"/bild/{ANSWER.sha256}/1.png").status_code == 404


def test_the_feed_asks_as_the_page_does(web: TestClient, asker: Canned) -> None:
    asker.asked.clear()
    response = web.get("/flode.atom?q=kast&typ=protokoll&fler=1")
    assert response.headers["content-type"] == "application/atom+xml"
    ElementTree.fromstring(response.text)
    ((text, where, top),) = asker.asked
    assert (text, where.types, top) == ("kast", ("protokoll",), ENTRIES)
    assert ENTRIES > FIRST
    assert web.get("/flode.atom").status_code == 422


def test_the_description_of_the_api(web: TestClient) -> None:
    assert "/api/search" in web.get("/openapi.json").json()["paths"]
    assert "/api/search" in web.get("/docs").text
    assert "no-cache" in web.get("/stil.css").headers["cache-control"]
