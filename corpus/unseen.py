"""How a library is imported without another that it would import if it found it, and that nothing here needs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unseen(library: str) -> Iterator[None]:
    """Within it `library` is not found by imports; one that is imported already stays.

    Other threads do not find it either: for the time of one import, where no other is likely to want it.
    """
    if library in sys.modules:
        yield
        return
    sys.modules[library] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[library]
