"""The manifest beside the vectors: which segments make up which generation, and what each file was when written."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from corpus.errors import HomeDamagedError, HomeNewerError
from index.embedded_files import Fingerprint, write_whole
from index.faiss_choice import IndexKind

FORMAT = 2
"""1 knows no segment with codes; where there is none, 1 is written, so that an earlier version can be gone back to."""
NAME = "manifest.json"
NEXT = "manifest.next.json"
"""What stands ready for the moment when the catalogue changes to another model."""
ARRAYS, VECTORS = ".postings", ".faiss"
"""The two files of a segment: what maps as arrays, and what FAISS reads."""


@dataclass(frozen=True, slots=True)
class SegmentEntry:
    """One segment on disk. `dead` are the ids of rows that no longer count."""

    name: str
    kind: str
    count: int
    arrays: Fingerprint
    vectors: Fingerprint
    dead: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands on disk: of which generation, model and dimension, in which segments."""

    generation: int
    model: str
    dim: int
    segments: tuple[SegmentEntry, ...]

    @property
    def size_bytes(self) -> int:
        """Bytes of all files."""
        return sum(segment.arrays.size + segment.vectors.size for segment in self.segments)

    @property
    def count(self) -> int:
        """Passages that count."""
        return sum(segment.count - len(segment.dead) for segment in self.segments)


def manifest_of(folder: Path, model: str) -> Manifest | None:
    """The manifest of that model's segments, in use or next; None where there is none, or a damaged next one.

    The one in use is looked at again after the next: the writer puts it in place first, and then takes the next away.

    Raises:
        HomeDamagedError: the manifest in use is cut or was changed by hand.
        HomeNewerError: a newer version wrote it.
    """
    for name in (NAME, NEXT, NAME):
        try:
            manifest = read_manifest(folder, name=name)
        except HomeDamagedError:
            if name == NAME:
                raise
            continue
        if manifest is not None and manifest.model == model:
            return manifest
    return None


def read_manifest(folder: Path, *, name: str = NAME) -> Manifest | None:
    """The manifest of `folder`, None where there is none.

    Raises:
        HomeDamagedError: it is cut or was changed by hand.
        HomeNewerError: a newer version wrote it.
    """
    try:
        outer = json.loads((folder / name).read_text("utf-8"))
        body = json.loads(outer["body"])
        if outer["sha256"] != _hash(outer["body"]):
            raise ValueError("checksum")
        if body["format"] > FORMAT:
            raise HomeNewerError(
                f"{folder} är skriven av en nyare version.", hint="Uppgradera programmet, eller välj en annan mapp."
            )
        segments = tuple(_segment(**segment) for segment in body["segments"])
        return Manifest(body["generation"], body["model"], body["dim"], segments)
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise HomeDamagedError(
            f"{folder / name} är skadad ({error}).", hint="Kör: beslutsminne check --repair"
        ) from error


def when_written(folder: Path) -> tuple[int, int] | None:
    """What tells the manifest in use from an earlier one: its file's number and time; None where there is none."""
    try:
        found = (folder / NAME).stat()
    except FileNotFoundError:
        return None
    return (found.st_ino, found.st_mtime_ns)


def write_manifest(folder: Path, manifest: Manifest, *, name: str = NAME) -> None:
    """Put the manifest in place in one step; the segments that it names must be there already."""
    coded = any(segment.kind == IndexKind.CODED for segment in manifest.segments)
    body = json.dumps({"format": FORMAT if coded else 1, **asdict(manifest)})
    text = json.dumps({"sha256": _hash(body), "body": body})
    write_whole(folder / name, partial(_write, text=text))


def _write(path: Path, *, text: str) -> None:
    path.write_text(text, "utf-8")


def _segment(
    *, name: str, kind: str, count: int, arrays: dict[str, object], vectors: dict[str, object], dead: list[int]
) -> SegmentEntry:
    return SegmentEntry(name, kind, count, _fingerprint(**arrays), _fingerprint(**vectors), tuple(dead))  # type: ignore[arg-type]


def _fingerprint(*, size: int, sampled: str, whole: str) -> Fingerprint:
    return Fingerprint(size, sampled, whole)


def _hash(body: str) -> str:
    return sha256(body.encode()).hexdigest()
