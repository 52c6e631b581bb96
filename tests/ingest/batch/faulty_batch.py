"""A batch in a process of its own that kills itself (SIGKILL) at a chosen fsync, rename, removal or commit.

python -m tests.ingest.batch.faulty_batch STAGES HOME PAPERS POINT; STAGES is "module:function", called with the home;
POINT counts from 1, each operation is a point before and one after it; at 0 nobody is killed and the number of points
is printed.
"""

from __future__ import annotations

import importlib
import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from corpus.home import Home
from ingest.batch.pipeline import BatchOptions, bring_up_to_date
from ingest.batch.rounds import RoundLimits
from ingest.batch.stages import Stages

ROUND_FILES = 4


class Fuse:
    """Counts the points passed; at `point` the process is killed, as a power cut would."""

    def __init__(self, point: int) -> None:
        """Kill at `point`."""
        self._point = point
        self.passed = 0

    def burn(self) -> None:
        """Pass one point."""
        self.passed += 1
        if self.passed == self._point:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function with a point before and one after it."""

        def guarded(*args: Any, **kwargs: Any) -> Any:
            self.burn()
            result = function(*args, **kwargs)
            self.burn()
            return result

        return guarded


def lay(fuse: Fuse) -> None:
    """Make every fsync, rename, removal and commit of this process a point."""
    for name in ("fsync", "replace", "rename", "unlink", "remove"):
        setattr(os, name, fuse.around(getattr(os, name)))

    class Connection(sqlite3.Connection):
        def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
            plain = super().execute
            counted = sql in ("commit", "begin immediate")
            result: sqlite3.Cursor = (fuse.around(plain) if counted else plain)(sql, *args)
            return result

        def executescript(self, sql: str) -> sqlite3.Cursor:
            result: sqlite3.Cursor = fuse.around(super().executescript)(sql)
            return result

    plain_connect = sqlite3.connect
    sqlite3.connect = lambda *args, **kwargs: plain_connect(*args, factory=Connection, **kwargs)  # type: ignore[assignment]


def run_batch(stages: Stages, home: Home, papers: Path, point: int) -> int:
    """Run a batch in this process, to its end (gives the points passed) or to its point."""
    fuse = Fuse(point)
    lay(fuse)
    bring_up_to_date([papers], home, stages, options=BatchOptions(limits=RoundLimits(files=ROUND_FILES)))
    return fuse.passed


def main() -> None:
    """Run the batch of the command line."""
    stages, folder, papers, point = sys.argv[1:]
    module, _, function = stages.partition(":")
    home = Home(Path(folder))
    print(run_batch(getattr(importlib.import_module(module), function)(home), home, Path(papers), int(point)))


if __name__ == "__main__":
    main()
