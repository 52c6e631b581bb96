"""How a process that answers question after question settles when all it keeps has been loaded."""

from __future__ import annotations

import gc
import sys

SWITCHING = 0.0005
"""Seconds after which a thread that waits for Python gets it. A question's embedding, in a thread of its own, needs it
for moments only, and would wait 5 ms (Python's own value) for each while the question's words are looked for."""


def settle() -> None:
    """Take what is loaded, dictionaries and tables above all, out of what the garbage collector goes through.

    Going through them took a question 2 to 6 ms on average, one in forty a tenth of a second (two busy cores).
    """
    sys.setswitchinterval(SWITCHING)
    gc.collect()
    gc.freeze()
