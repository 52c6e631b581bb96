from __future__ import annotations

from fastapi import FastAPI

from tests.ui.web.made import HOSTILE
from ui.api import api_router
from ui.web.api_docs import docs_page
from ui.web.desk import Services


def test_every_route_and_parameter_is_told_without_other_servers(small_services: Services) -> None:
    app = FastAPI(title="Beslutsminne")
    app.include_router(api_router(small_services, lambda: "2026-11-24"))
    html = docs_page(app.openapi(), (("search", HOSTILE),))
    assert html.startswith('<!doctype html><html lang="sv">')
    for path, methods in app.openapi()["paths"].items():
        for method, operation in methods.items():
            assert f"<code>{method.upper()} {path}</code>" in html
            for parameter in operation.get("parameters", ()):
                assert f"<code>{parameter['name']}</code>" in html
    assert "text/plain" in html
    assert "flera DocumentType" in html
    assert "http" not in html
    assert "<script" not in html
