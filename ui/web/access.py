"""Who is let in: everyone (on the loopback address), users with a password, or those whom a trusted proxy names."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from typing import Any

from fastapi import HTTPException, Request

from ui.web.options import WebOptions
from ui.web.passwords import Users

Check = Callable[[Request], None]
"""Raises HTTPException for a request that is not let in."""


class Access:
    """Decides for each request; the page's own login is gradio's, whose sessions are looked up here."""

    def __init__(self, options: WebOptions) -> None:
        """Read the file of users, if there is one."""
        self._options = options
        self.users = Users.read(options.users) if options.users else None
        self._pages: Sequence[Any] = ()

    def share(self, pages: Sequence[Any]) -> None:
        """Let a login on one language's page be a login on all: they share gradio's sessions and cookie."""
        self._pages = pages
        for page in pages[1:]:
            page.tokens, page.cookie_id = pages[0].tokens, pages[0].cookie_id

    def user(self, request: Request) -> str | None:
        """Who asks, as the proxy, the session or the request's own password says; None for a stranger."""
        if self._options.proxy_header:
            return self.proxy_user(request)
        return self._session_user(request) or self._basic_user(request)

    def proxy_user(self, request: Request) -> str | None:
        """Whom the proxy names; only a trusted proxy is believed."""
        host = request.client.host if request.client else ""
        if host not in self._options.trusted_proxies or not self._options.proxy_header:
            return None
        return request.headers.get(self._options.proxy_header, "").strip() or None

    def check(self, request: Request) -> None:
        """Let the request in, or raise 401."""
        if not (self.users or self._options.proxy_header) or self.user(request):
            return
        challenge = {"WWW-Authenticate": 'Basic realm="Beslutsminne", charset="UTF-8"'} if self.users else {}
        raise HTTPException(401, "Logga in först.", headers=challenge)

    def _session_user(self, request: Request) -> str | None:
        if not self._pages:
            return None
        page = self._pages[0]
        names = (f"access-token-{page.cookie_id}", f"access-token-unsecure-{page.cookie_id}")
        tokens = (request.cookies.get(name) for name in names)
        return next((page.tokens[token] for token in tokens if token in page.tokens), None)

    def _basic_user(self, request: Request) -> str | None:
        scheme, _, coded = request.headers.get("Authorization", "").partition(" ")
        if not self.users or scheme.lower() != "basic":
            return None
        try:
            name, _, password = base64.b64decode(coded, validate=True).decode().partition(":")
        except ValueError:  # no base64, or no UTF-8 in it
            return None
        return name if self.users.known(name, password) else None
