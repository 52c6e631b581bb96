"""Where measurements are kept, each in a JSON file of its own, so that a run may be stopped and taken up."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench.peers.measure import Answers, Course, Size
from bench.peers.protocol import Reply
from bench.peers.tasks import read_reply
from bench.peers.text_sets import Ranked, TextSet

COMMIT = "commit"
Measured = Course | Answers | Size | Ranked


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder of measurements, named by peer and by what was measured."""

    folder: Path

    def path(self, peer: str, *what: str | int) -> Path:
        """Where one measurement is, or will be."""
        words = "_".join(str(word) for word in (peer, *what))
        return self.folder / f"{''.join(c if c.isalnum() or c in '_-' else '-' for c in words)}.json"

    def commits(self, peer: str) -> tuple[str, ...]:
        """The commits that what is kept of a peer was made with."""
        paths = self.folder.glob(f"{self.path(peer).stem}_*.json")
        found = {json.loads(path.read_text("utf-8")).get(COMMIT, "") for path in paths}
        return tuple(sorted(found - {""}))

    def course(self, peer: str, casebook: str, repeat: int) -> Course | None:
        """A course, if it was measured."""
        given = _read(self.path(peer, "course", casebook, repeat))
        if given is None:
            return None
        return Course(**given | {"latencies": tuple(given["latencies"]), "replies": _replies(given)})

    def answers(self, peer: str, casebook: str) -> Answers | None:
        """The answers on a casebook's questions, if it was measured."""
        given = _read(self.path(peer, "answers", casebook))
        return Answers(_replies(given)) if given is not None else None

    def size(self, peer: str, papers: str) -> Size | None:
        """A size, if it was measured; `papers` says which were indexed."""
        given = _read(self.path(peer, "size", papers))
        return Size(**given) if given is not None else None

    def ranked(self, peer: str, text_set: TextSet) -> Ranked | None:
        """What this share of a set of texts gave, if it was measured."""
        given = _read(self.path(peer, "texts", text_set.name, text_set.size))
        return Ranked(**given) if given is not None else None


def keep(measured: Measured, path: Path, *, commit: str = "") -> None:
    """Write one measurement as a whole, with the commit of the program that it was made with."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(json.dumps({COMMIT: commit, **asdict(measured)}, ensure_ascii=False), "utf-8")
    part.rename(path)


def _replies(given: Mapping[str, Any]) -> dict[str, Reply]:
    return {id_: read_reply(reply) for id_, reply in given["replies"].items()}


def _read(path: Path) -> dict[str, Any] | None:
    if not path.is_file():
        return None
    given: dict[str, Any] = json.loads(path.read_text("utf-8"))
    given.pop(COMMIT, None)
    return given
