from __future__ import annotations

import base64
from pathlib import Path
from types import SimpleNamespace

import pytest
from fastapi import HTTPException, Request

from ui.web.access import Access
from ui.web.options import WebOptions
from ui.web.passwords import user_line

PASSWORD = "ett långt lösenord"


def request(*, host: str = "127.0.0.1", **headers: str) -> Request:
    pairs = [(name.lower().replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "headers": pairs, "client": (host, 1), "method": "GET", "path": "/"})


def basic(name: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()


@pytest.fixture(scope="module")
def users(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("users") / "users"
    path.write_text(user_line("anna", PASSWORD), "utf-8")
    return path


def test_without_a_login_everyone_comes_in() -> None:
    access = Access(WebOptions())
    access.check(request())
    assert access.user(request(authorization=basic("anna", PASSWORD))) is None


def test_a_password_with_the_request(users: Path) -> None:
    access = Access(WebOptions(users=users))
    assert access.user(request(authorization=basic("anna", PASSWORD))) == "anna"
    for header in (basic("anna", "fel"), basic("bo", PASSWORD), "Basic !", "Basic åå", "Bearer x", ""):
        with pytest.raises(HTTPException) as caught:
            access.check(request(authorization=header))
        assert caught.value.status_code == 401


def test_a_session_of_the_page(users: Path) -> None:
    access = Access(WebOptions(users=users))
    first, second = (SimpleNamespace(tokens={}, cookie_id=name) for name in ("a", "b"))
    access.share([first, second])
    first.tokens["t1"] = "anna"
    assert second.tokens == {"t1": "anna"}
    assert access.user(request(cookie="access-token-a=t1")) == "anna"
    assert access.user(request(cookie="access-token-unsecure-a=t1")) == "anna"
    assert access.user(request(cookie="access-token-b=t1")) is None
    assert access.user(request(cookie="access-token-a=t2")) is None


def test_only_a_trusted_proxy_is_believed() -> None:
    access = Access(WebOptions(proxy_header="X-User", trusted_proxies=("10.0.0.1",)))
    assert access.user(request(host="10.0.0.1", x_user=" anna ")) == "anna"
    assert access.user(request(host="10.0.0.1")) is None
    assert access.user(request(host="10.0.0.9", x_user="anna")) is None
    with pytest.raises(HTTPException) as caught:
        access.check(request(host="10.0.0.9", x_user="anna"))
    assert caught.value.headers == {}


def test_a_header_means_nothing_where_no_proxy_is_trusted(users: Path) -> None:
    assert Access(WebOptions(users=users)).proxy_user(request(x_user="anna")) is None
