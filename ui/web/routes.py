"""What the server gives out besides the page: the collection's PDFs, page pictures, feeds, the API's description."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, FastAPI, HTTPException, Query, Request, Response
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse

from corpus.errors import UnreadableError
from ui.texts import LANGUAGES, Texts
from ui.web.address import parse
from ui.web.answering import answered
from ui.web.api_docs import docs_page
from ui.web.desk import Desk, Services
from ui.web.feed import ENTRIES, feed
from ui.web.library import Library
from ui.web.pictures import Pictures
from ui.web.source import SCALES

STYLESHEET = Path(__file__).parent.with_name("style.css")

FOREVER = "private, max-age=31536000, immutable"
"""A document is named by its content: what its address gives never changes."""


def files_router(library: Library, pictures: Pictures) -> APIRouter:
    """Routes for PDFs, pictures and the stylesheet; anything that is not of the collection is 404."""
    router = APIRouter(include_in_schema=False)

    def path_of(sha256: str) -> Path:
        path = library.pdf(sha256)
        if path is None:
            raise HTTPException(404, "Handlingen finns inte i samlingen.")
        return path

    @router.get("/fil/{sha256}.pdf")
    def pdf(sha256: str) -> FileResponse:
        name = next((head.file for head in library.overview().heads if head.sha256 == sha256), "handling.pdf")
        return FileResponse(
            path_of(sha256), media_type="application/pdf", filename=Path(name).name,
            content_disposition_type="inline", headers={"Cache-Control": FOREVER},
        )  # fmt: skip

    @router.get("/bild/{sha256}/{page}.png")
    def picture(sha256: str, page: int, skala: Annotated[int, Query()] = min(SCALES.values())) -> Response:
        if skala not in SCALES.values():
            raise HTTPException(422, "Skalan finns inte.")
        try:
            drawn = pictures.png(sha256, path_of(sha256), page, skala)
        except UnreadableError as error:
            raise HTTPException(404, error.message) from error
        return Response(drawn, media_type="image/png", headers={"Cache-Control": FOREVER})

    @router.get("/stil.css")
    def stylesheet() -> FileResponse:
        return FileResponse(STYLESHEET, media_type="text/css", headers={"Cache-Control": "no-cache"})

    return router


def feed_router(services: Services, texts: Texts) -> APIRouter:
    """The Atom feed of a search, with the page's own parameters."""
    router = APIRouter(include_in_schema=False)
    desk = Desk(services, texts)

    @router.get("/flode.atom")
    def atom(request: Request) -> Response:
        address = parse(request.url.query)
        if not address.question:
            raise HTTPException(422, "Flödet behöver en fråga: ?q=…")
        answer = answered(address, desk, top=ENTRIES)
        written = feed(answer, address, texts, base=str(request.base_url))
        return Response(written, media_type="application/atom+xml")

    return router


def docs_router(app: FastAPI, named: tuple[tuple[str, str], ...]) -> APIRouter:
    """The API's description, for programs and for people."""
    router = APIRouter(include_in_schema=False)

    @router.get(f"/{LANGUAGES[1]}")
    def other_language(request: Request) -> RedirectResponse:
        return RedirectResponse(f"/{LANGUAGES[1]}/?{request.url.query}")

    @router.get("/openapi.json")
    def openapi() -> JSONResponse:
        return JSONResponse(app.openapi())

    @router.get("/docs")
    def docs() -> HTMLResponse:
        return HTMLResponse(docs_page(app.openapi(), named))

    return router
