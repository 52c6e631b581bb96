"""Doing beside other work what comes after it: a batch of ten papers waits some two seconds less, a server's questions
for no plan of their length."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence


class WarmUp:
    """Calls `steps` in a thread of its own, once, when first called; returns at once.

    A step that fails is called again by whoever needs what it loads, and fails there, where it can be told. No step is
    begun when the program is on its way out.
    """

    def __init__(self, steps: Sequence[Callable[[], object]]) -> None:
        """Begin nothing yet."""
        self._steps = tuple(steps)
        self._thread: threading.Thread | None = None

    def __call__(self) -> None:
        """Begin, if that has not been done."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="warm-up")
            self._thread.start()

    def _run(self) -> None:
        for step in self._steps:
            if not threading.main_thread().is_alive():
                return
            try:
                step()
            except Exception:  # whoever needs it loads it again, and tells
                continue
