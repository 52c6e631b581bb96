"""The page at /docs: every JSON route with its parameters, written from the OpenAPI description on this server.

FastAPI's own page fetches its scripts from another server, which a closed network refuses and
this server's policy forbids.
"""

from __future__ import annotations

from typing import Any

from ui.web.markup import Markup, join, tag

Description = dict[str, Any]
"""An OpenAPI document, or a part of one."""


def docs_page(openapi: Description, named: tuple[tuple[str, str], ...]) -> str:
    """The whole page; `named` are the page's own named endpoints (gradio_client, MCP) with what they do."""
    routes = [
        _route(path, method, operation)
        for path, methods in openapi["paths"].items()
        for method, operation in methods.items()
    ]
    title = f"{openapi['info']['title']} – gränssnitt för program"
    body = tag(
        "main",
        tag("p", tag("a", "Till sidan", href="./")),
        tag("h1", title),
        tag("p", "Svaren är JSON, samma objekt som kommandoraden skriver. Maskinläsbar beskrivning: ",
            tag("a", "openapi.json", href="openapi.json"), "."),
        *routes,
        _named(named),
        class_="gradio-container docs",
    )  # fmt: skip
    head = join([
        tag("meta", charset="utf-8"), tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title), tag("link", rel="stylesheet", href="stil.css"),
    ])  # fmt: skip
    return "<!doctype html>" + tag("html", tag("head", head), tag("body", body), lang="sv")


def _route(path: str, method: str, operation: Description) -> Markup:
    rows = [_parameter(parameter) for parameter in operation.get("parameters", ())]
    heads = tag("tr", *(tag("th", name, scope="col") for name in ("Namn", "Typ", "Krävs", "Vad")))
    table = tag("table", tag("thead", heads), tag("tbody", *rows), class_="table") if rows else None
    return tag(
        "section",
        tag("h2", tag("code", f"{method.upper()} {path}")),
        tag("p", operation.get("summary")),
        tag("p", operation.get("description"), lang="en", class_="facts") if operation.get("description") else None,
        tag("div", table, class_="scroll") if table else None,
        _body(operation),
    )


def _parameter(parameter: Description) -> Markup:
    needed = "ja" if parameter.get("required") else "nej"
    words = parameter.get("description", "")
    kind = _kind(parameter.get("schema", {}))
    name = tag("th", tag("code", parameter["name"]), scope="row")
    return tag("tr", name, tag("td", kind), tag("td", needed), tag("td", words))


def _kind(schema: Description) -> str:
    if "anyOf" in schema:
        return _kind(next(one for one in schema["anyOf"] if one.get("type") != "null"))
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if schema.get("type") == "array":
        return f"flera {_kind(schema.get('items', {}))}"
    return {"string": "text", "integer": "heltal", "boolean": "true/false"}.get(str(schema.get("type")), "")


def _body(operation: Description) -> Markup | None:
    kinds = operation.get("requestBody", {}).get("content", {})
    return tag("p", "Innehåll: ", tag("code", ", ".join(kinds)), class_="facts") if kinds else None


def _named(named: tuple[tuple[str, str], ...]) -> Markup:
    rows = (tag("div", tag("dt", tag("code", f"/{name}")), tag("dd", words, lang="en")) for name, words in named)
    intro = "Samma sak genom gradio_client, och som verktyg för en assistent där servern startats med MCP:"
    return tag("section", tag("h2", "Namngivna anrop"), tag("p", intro), tag("dl", *rows, class_="named"))
