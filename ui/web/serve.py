"""`beslutsminne serve`: puts the page's services together and serves them until it is stopped."""

from __future__ import annotations

import errno
import socket
import sys
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import uvicorn

from corpus.catalogue import Catalogue
from corpus.errors import UsageError
from index.filters import Filter
from ui.new_motion import demands_in_file, demands_in_text
from ui.settings import Settings
from ui.settled import settle
from ui.warm_up import WarmUp
from ui.web.application import application
from ui.web.batch import bring
from ui.web.desk import Services
from ui.web.indexing import Indexing
from ui.web.library import Asker, Library
from ui.web.options import WebOptions
from ui.web.uploads import Uploads
from ui.web.web_settings import read_web_options

UPLOADED = "uppladdat"
"""The folder of the home where uploaded papers are kept."""

PATIENCE_SECONDS = 5
"""How long open connections may keep the server from stopping."""


def serve(settings: Settings, asker: Asker, *, host: str = "127.0.0.1", port: int = 7860) -> None:
    """Serve the page over a home; `asker` is the searcher over the same home.

    Raises:
        HomeMissingError: nothing has been indexed.
        UsageError: a setting of the page cannot be understood, or nothing can listen at `host` and `port`.
        ModelError: the model cannot be loaded.
    """
    options = read_web_options(host=host, port=port)
    refuse_taken(host, port)
    if options.mcp and find_spec("mcp") is None:
        raise UsageError("BESLUTSMINNE_MCP=1 kräver paketet mcp.", hint="Installera det: pip install 'mcp>=1.21,<2'")
    if warning := options.warning():
        print(warning, file=sys.stderr, flush=True)
    app = application(services_of(settings, asker, options))
    asker.ask("beslut", where=Filter(), top=1)  # the first visitor does not wait, and a missing model is told here
    settle()
    WarmUp(asker.warm_ups())()
    print(f"Sidan finns på http://{host}:{port}/ (avsluta med Ctrl-C)", file=sys.stderr, flush=True)
    uvicorn.run(app, host=host, port=port, log_level="warning", timeout_graceful_shutdown=PATIENCE_SECONDS)


def refuse_taken(host: str, port: int) -> None:
    """Raise UsageError where nothing can listen: uvicorn would tell it in its own words, after everything is loaded."""
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(place)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise UsageError(f"Porten {port} på {host} är upptagen.", hint="Välj en annan med --port.") from error
        raise UsageError(
            f"Det går inte att lyssna på {host}, port {port} ({error.strerror}).", hint="Ändra --host eller --port."
        ) from error


def services_of(settings: Settings, asker: Asker, options: WebOptions) -> Services:
    """What the page is made from."""
    return Services(
        library=Library(Catalogue.open(settings.home)),
        asker=asker,
        demands_in=_demands_in,
        uploads=Uploads(settings.home.root / UPLOADED, options),
        indexing=Indexing(partial(bring, settings)) if options.indexing else None,
        options=options,
    )


def _demands_in(source: Path | str) -> tuple[str, ...]:
    return demands_in_file(str(source)) if isinstance(source, Path) else demands_in_text(source)
