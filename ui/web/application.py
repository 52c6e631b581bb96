"""The server: FastAPI with the page in each language, the files, the JSON routes, and headers against strangers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response

from ui.texts import LANGUAGES, texts
from ui.web.desk import Desk, Services
from ui.web.options import MEGABYTE
from ui.web.page import build
from ui.web.pictures import Pictures
from ui.web.routes import files_router
from ui.web.widgets import mount_gradio_app, theme

POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'self'"
)
"""Nothing from other servers. Gradio's own code needs inline and evaluated scripts; no text of a paper reaches them."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


def application(services: Services) -> FastAPI:
    """The whole server."""
    pictures = Pictures()
    app = FastAPI(title="Beslutsminne", docs_url=None, redoc_url=None)
    app.include_router(files_router(services.library, pictures))
    app.router.add_event_handler("shutdown", pictures.close)

    @app.middleware("http")
    async def headers(request: Request, following: Callable[[Request], Awaitable[Response]]) -> Response:
        response = await following(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    for language in reversed(LANGUAGES):
        desk = Desk(services, texts(language))
        path = "/" if language == LANGUAGES[0] else f"/{language}"
        mount_gradio_app(
            app, build(desk), path, footer_links=[], run_history=False, ssr_mode=False, theme=theme(),
            head=f'<link rel="stylesheet" href="{desk.root}stil.css">',
            max_file_size=services.options.upload_megabytes * MEGABYTE,
        )  # fmt: skip
    return app
