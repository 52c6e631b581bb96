"""A home with a few papers, and ways to spoil it behind the program's back."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from corpus.home import Home
from corpus.packing import pack, unpack
from ingest.batch.pipeline import bring_up_to_date
from tests.ingest.batch.contents import put
from tests.ingest.batch.stand_ins import minutes, motion, paper, stages


def indexed(folder: Path) -> tuple[Path, Home]:
    """(papers, home) with a motion, its minutes and a plan."""
    papers, home = folder / "papers", Home(folder / "home")
    put(
        papers,
        beslut=minutes("KS 1", "avslås 1 Motionen avslås"),
        motion=motion("KS 1", "att bada"),
        plan=paper("title Plan", "text vatten"),
    )
    bring_up_to_date([papers], home, stages())
    return papers, home


def spoil(home: Home, sql: str, values: Sequence[object] = ()) -> None:
    """Change the catalogue as no writer would; `pack` and `unpack` are there for what is packed."""
    with closing(sqlite3.connect(home.catalogue)) as raw:
        raw.create_function("pack", 1, pack)
        raw.create_function("unpack", 1, unpack)
        raw.execute("pragma foreign_keys = on")
        raw.execute(sql, values)
        raw.commit()
