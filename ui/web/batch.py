"""What the page's indexing runs in its own process: one batch over the paths. Kept apart so that it imports no page."""

from __future__ import annotations

from pathlib import Path

from ingest.batch.meter import Listener
from ingest.batch.report import Report
from ui.settings import Settings


def bring(settings: Settings, paths: tuple[Path, ...], listener: Listener) -> Report:
    """Bring the home up to date with `paths`."""
    from ui.batching import bring_home_up_to_date

    return bring_home_up_to_date(paths, settings, listener=listener)
