"""The server: FastAPI with the page in each language, the files, the JSON routes, and headers against strangers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from fastapi import Depends, FastAPI
from starlette.datastructures import MutableHeaders
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.api import api_router
from ui.texts import LANGUAGES, texts
from ui.web.access import Access
from ui.web.desk import Desk, Services, today
from ui.web.endpoints import described, endpoints
from ui.web.options import MEGABYTE, WebOptions
from ui.web.page import build
from ui.web.pictures import Pictures
from ui.web.routes import docs_router, feed_router, files_router
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


class Headers:
    """Puts HEADERS on every response that has none of its own; streams pass through untouched."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers)


def application(services: Services) -> FastAPI:
    """The whole server."""
    access, pictures = Access(services.options), Pictures()
    app = FastAPI(title="Beslutsminne", version="1", docs_url=None, redoc_url=None, openapi_url=None)
    protected = [Depends(access.check)]
    app.include_router(files_router(services.library, pictures), dependencies=protected)
    app.include_router(api_router(services, today), dependencies=protected)
    app.router.add_event_handler("shutdown", pictures.close)
    functions = endpoints(services)
    app.include_router(feed_router(services, texts(LANGUAGES[0])), dependencies=protected)
    app.include_router(docs_router(app, described(functions)), dependencies=protected)
    _guard(app, services.options)
    pages = [_mount(app, services, access, language, functions) for language in reversed(LANGUAGES)]
    access.share(pages)
    return app


def _mount(
    app: FastAPI, services: Services, access: Access, language: str, functions: Sequence[Callable[..., Any]]
) -> Any:
    """Add one language's page; the gradio application that serves it."""
    first = language == LANGUAGES[0]
    desk, options = Desk(services, texts(language)), services.options
    mount_gradio_app(
        app, build(desk, named=functions if first else ()), "/" if first else f"/{language}", footer_links=[],
        run_history=False, ssr_mode=False, theme=theme(), max_file_size=options.upload_megabytes * MEGABYTE,
        head=f'<link rel="stylesheet" href="{desk.root}stil.css">', mcp_server=first and options.mcp,
        auth=access.users.known if access.users else None,
        auth_dependency=access.proxy_user if options.proxy_header else None,
    )  # fmt: skip
    mounted = app.routes[-1]
    return mounted.app if isinstance(mounted, Mount) else None


def _guard(app: FastAPI, options: WebOptions) -> None:
    """Headers on every response; on the loopback address, only requests for that address (against DNS rebinding)."""
    app.add_middleware(Headers)
    if options.loopback and not options.users and not options.proxy_header:
        app.add_middleware(TrustedHostMiddleware, allowed_hosts=["localhost", "127.0.0.1", "[::1]"])
