"""`beslutsminne serve`: serves the page until it is stopped."""

from __future__ import annotations

import uvicorn

from ui.web.application import application
from ui.web.desk import Services


def serve(services: Services) -> None:
    """Serve the page on the host and port of the services' options."""
    options = services.options
    uvicorn.run(application(services), host=options.host, port=options.port, log_level="warning")
