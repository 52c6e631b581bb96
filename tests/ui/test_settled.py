"""What settling changes in the process."""

from __future__ import annotations

import subprocess
import sys

from ui.settled import COLLECTED, SWITCHING

PROGRAM = """
import gc, sys
from ui.settled import settle
settle()
print(sys.getswitchinterval(), gc.get_freeze_count() > 1000, *gc.get_threshold()[:1])
"""


def test_what_is_loaded_is_left_alone_and_threads_take_turns_sooner() -> None:
    """In a process of its own, since it holds for all of a process."""
    told = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, timeout=60)
    interval, frozen, collected = told.stdout.split()
    assert abs(float(interval) - SWITCHING) < 1e-6
    assert frozen == "True"
    assert int(collected) == COLLECTED
