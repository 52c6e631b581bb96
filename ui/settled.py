"""How a process that answers question after question settles when all it keeps has been loaded."""

from __future__ import annotations

import gc
import sys

SWITCHING = 0.0005
"""Seconds after which a thread that waits for Python gets it. A question's embedding, in a thread of its own, needs it
for moments only, and would wait 5 ms (Python's own value) for each while the question's words are looked for."""

COLLECTED = 50_000
"""Objects more than before at which the garbage collector looks through the newest; Python's own value is 700. A
question leaves some hundreds of passages and papers on the shelf, and hardly ever anything that refers to itself."""


def settle() -> None:
    """Take what is loaded, dictionaries and tables above all, out of what the garbage collector goes through.

    Going through them took a question 2 to 6 ms on average, one in forty a tenth of a second (two busy cores); through
    what the questions themselves have read since, 3.6 ms, and one in forty a tenth of a second too.
    """
    sys.setswitchinterval(SWITCHING)
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECTED, *gc.get_threshold()[1:])
