from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from corpus.home import Home
from tests.ui.web.made import MOTION, services
from ui.web.application import HEADERS, application
from ui.web.options import WebOptions
from ui.web.passwords import user_line

PASSWORD = "ett långt lösenord"
PROTECTED = ("/api/status", f"/fil/{MOTION.sha256}.pdf", "/flode.atom?q=kast", "/docs", "/openapi.json")


def client(home: Home, options: WebOptions, *, address: str = "127.0.0.1", host: str = "127.0.0.1") -> TestClient:
    return TestClient(
        application(services(home, options=options)),
        base_url=f"http://{host}",
        client=(address, 1),
        follow_redirects=False,
    )


@pytest.fixture(scope="module")
def open_client(small_home: Home) -> Iterator[TestClient]:
    with client(small_home, WebOptions()) as made:
        yield made


def test_the_page_is_served_in_both_languages(open_client: TestClient) -> None:
    for path, words in (("/", "Vad kommunen har beslutat"), ("/en/", "What the municipality has decided")):
        response = open_client.get(path)
        assert response.status_code == 200
        assert words in response.text
    moved = open_client.get("/en?q=kast")
    assert (moved.status_code, moved.headers["location"]) == (307, "/en/?q=kast")


def test_every_response_forbids_other_servers(open_client: TestClient) -> None:
    for path in ("/", "/stil.css", "/api/status", "/finns-inte"):
        headers = open_client.get(path).headers
        assert {name: headers[name] for name in HEADERS} == HEADERS
    assert "connect-src 'self'" in HEADERS["Content-Security-Policy"]


def test_another_name_for_this_machine_is_refused(open_client: TestClient) -> None:
    assert open_client.get("/api/status", headers={"Host": "evil.example"}).status_code == 400
    assert open_client.get("/api/status", headers={"Host": "localhost:7860"}).status_code == 200


def test_users_with_a_password_and_nobody_else(small_home: Home, tmp_path: Path) -> None:
    users = tmp_path / "users"
    users.write_text(user_line("anna", PASSWORD), "utf-8")
    with client(small_home, WebOptions(host="0.0.0.0", users=users), host="minne.example") as web:
        for path in PROTECTED:
            response = web.get(path)
            assert response.status_code == 401
            assert response.headers["www-authenticate"].startswith("Basic")
            assert web.get(path, auth=("anna", "fel lösenord")).status_code == 401
            assert web.get(path, auth=("anna", PASSWORD)).status_code == 200
        for broken in ("Basic ***", "Basic " + base64.b64encode(b"\xff").decode(), "Bearer x"):
            assert web.get("/api/status", headers={"Authorization": broken}).status_code == 401
        assert web.get("/gradio_api/info").status_code == 401


def test_a_login_on_the_page_opens_everything_in_both_languages(small_home: Home, tmp_path: Path) -> None:
    users = tmp_path / "users"
    users.write_text(user_line("anna", PASSWORD), "utf-8")
    with client(small_home, WebOptions(users=users)) as web:
        assert web.post("/login", data={"username": "anna", "password": "fel lösenord"}).status_code == 400
        assert web.get("/api/status").status_code == 401
        assert web.post("/login", data={"username": "anna", "password": PASSWORD}).status_code == 200
        assert [web.get(path).status_code for path in PROTECTED] == [200] * len(PROTECTED)
        assert web.get("/en/gradio_api/info").status_code == 200


def test_whom_the_trusted_proxy_names(small_home: Home) -> None:
    options = WebOptions(host="0.0.0.0", proxy_header="X-User", trusted_proxies=("10.0.0.1",))
    named = {"X-User": "anna"}
    with client(small_home, options, address="10.0.0.1", host="minne.example") as web:
        for path in (*PROTECTED, "/gradio_api/info"):
            assert web.get(path, headers=named).status_code == 200
            assert web.get(path).status_code == 401
            assert web.get(path, headers={"X-User": "  "}).status_code == 401
    with client(small_home, options, address="10.0.0.2", host="minne.example") as web:
        assert [web.get(path, headers=named).status_code for path in PROTECTED] == [401] * len(PROTECTED)
        assert web.get("/gradio_api/info", headers=named).status_code == 401


def test_the_named_endpoints_are_those_of_the_functions(open_client: TestClient) -> None:
    named = open_client.get("/gradio_api/info").json()["named_endpoints"]
    assert sorted(named) == ["/case", "/paragraph", "/precedents", "/search"]
