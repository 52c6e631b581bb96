"""How page pictures are drawn: in their own process (PDFium aborts on some hostile files), and kept for a while."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from concurrent.futures import TimeoutError as DrawingTimeoutError
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from corpus.errors import UnreadableCode, UnreadableError
from ingest.pages.pdfium import render_page

SECONDS = 20.0
"""How long one page may take; the slowest of the 147 real Alingsås papers' pages takes under two."""

KEPT_BYTES = 64_000_000
"""Some 300 A4 pages at two pixels a point: what twenty people leaf through in an hour."""

Key = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a page was not drawn, as it comes from the drawing process (the error itself cannot be sent)."""

    code: UnreadableCode
    message: str
    hint: str


class Pictures:
    """Draws pages of PDFs as PNGs. Safe to call from many threads."""

    def __init__(self) -> None:
        """Start nothing yet: the drawing process starts with the first page."""
        self._pool: ProcessPoolExecutor | None = None
        self._lock = threading.Lock()
        self._kept: OrderedDict[Key, bytes] = OrderedDict()
        self._bytes = 0

    def png(self, sha256: str, path: Path, page: int, scale: int) -> bytes:
        """The page (from 1) at `scale` pixels a point.

        Raises:
            UnreadableError: the page is not there, or cannot be drawn in time.
        """
        key = (sha256, page, scale)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        drawn = self._draw(path, page, scale)
        self._keep(key, drawn)
        return drawn

    def close(self) -> None:
        """Stop the drawing process."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool:
            pool.shutdown(wait=False, cancel_futures=True)

    def _draw(self, path: Path, page: int, scale: int) -> bytes:
        with self._lock:
            # spawn: a fork after the model's threads have started hangs
            self._pool = pool = self._pool or ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        try:
            drawn = pool.submit(_drawn, render_page, path, page, scale).result(SECONDS)
        except BrokenExecutor as error:
            self._restart(pool)
            raise UnreadableError(
                UnreadableCode.CRASH, f"Sidan {page} gick inte att rita.", hint="Öppna PDF-filen i stället."
            ) from error
        except DrawingTimeoutError as error:
            self._restart(pool)
            raise UnreadableError(
                UnreadableCode.TIMEOUT, f"Sidan {page} tog för lång tid att rita.", hint="Öppna PDF-filen i stället."
            ) from error

        if isinstance(drawn, Refusal):
            raise UnreadableError(drawn.code, drawn.message, hint=drawn.hint)
        return drawn

    def _restart(self, broken: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is broken:
                self._pool = None
        for process in list((broken._processes or {}).values()):
            process.kill()
        broken.shutdown(wait=False, cancel_futures=True)

    def _keep(self, key: Key, drawn: bytes) -> None:
        with self._lock:
            if key not in self._kept:
                self._kept[key] = drawn
                self._bytes += len(drawn)
            while self._bytes > KEPT_BYTES and len(self._kept) > 1:
                self._bytes -= len(self._kept.popitem(last=False)[1])


def _drawn(render: Callable[[Path, int, float], bytes], path: Path, page: int, scale: int) -> bytes | Refusal:
    """What the drawing process does."""
    try:
        return render(path, page, scale)
    except UnreadableError as error:
        return Refusal(error.code, error.message, error.hint)
