"""`beslutsminne serve`: opens the collection and serves the page until it is stopped."""

from __future__ import annotations

import uvicorn

from corpus.catalogue import Catalogue
from ui.settings import Settings
from ui.web.application import application
from ui.web.library import Asker, Library


def serve(settings: Settings, asker: Asker, *, host: str = "127.0.0.1", port: int = 7860) -> None:
    """Serve the page; `asker` is the searcher over the same home.

    Raises:
        HomeMissingError: nothing has been indexed.
    """
    library = Library(Catalogue.open(settings.home))
    uvicorn.run(application(library, asker), host=host, port=port, log_level="warning")
