"""Running a batch whenever papers change, once nothing has changed for a while (a copy in progress is let finish)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import watchfiles
from watchfiles import Change

from corpus.errors import BeslutsminneError, PathMissingError

LONGEST = 600.0
"""Seconds: where something changes all the time, a batch starts after ten minutes all the same."""


@dataclass(frozen=True, slots=True)
class WatchOptions:
    """`quiet` seconds without a change start a batch. `tell` gets errors that did not end the watch."""

    quiet: float = 5.0
    tell: Callable[[BeslutsminneError], None] = lambda error: None

    def __post_init__(self) -> None:
        """Refuse what would never or always start."""
        if not 0 < self.quiet <= 600:
            raise ValueError("quiet must be over 0 and at most 600 seconds")


WATCH_OPTIONS = WatchOptions()


def watch(
    paths: Iterable[Path], run: Callable[[], None], *, options: WatchOptions = WATCH_OPTIONS, stop: Event | None = None
) -> None:
    """Call `run` once, then after each change of a PDF below `paths`, until Ctrl-C or `stop` is set.

    An error of `run` (the home is busy, a share is not mounted) is told, and the next change tries again.

    Raises:
        PathMissingError: a path is not there.
    """
    watched = tuple(paths)
    for path in watched:
        if not path.exists():
            raise PathMissingError(f"{path} finns inte.", hint="Kontrollera sökvägen.")
    _try(run, options)
    since: float | None = None
    for changes in _steps(watched, options, stop):
        if since is None and any(path.lower().endswith(".pdf") for _, path in changes):
            since = time.monotonic()
        if since is not None and (not changes or time.monotonic() - since > LONGEST):
            since = None
            _try(run, options)


def _steps(paths: Iterable[Path], options: WatchOptions, stop: Event | None) -> Iterator[set[tuple[Change, str]]]:
    """What changed, as it changes; an empty set after each quiet while.

    watchfiles' own `step` takes a file that goes on growing for one that is quiet, since its change is the same.
    """
    return watchfiles.watch(
        *paths,
        watch_filter=None,
        debounce=200,
        step=50,
        rust_timeout=int(options.quiet * 1000),
        yield_on_timeout=True,
        stop_event=stop,
        raise_interrupt=False,
    )


def _try(run: Callable[[], None], options: WatchOptions) -> None:
    try:
        run()
    except BeslutsminneError as error:
        options.tell(error)
