"""How derived files reach the disk: written beside, fsynced, renamed; and how a cut or exchanged file is noticed."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from corpus.errors import HomeDamagedError, HomeError

BLOCK = 64 * 1024
SAMPLED_BLOCKS = 512
"""Files up to 32 MiB are hashed whole at opening, larger ones at 512 blocks spread evenly: some 20 ms (2 GB/s)."""
ALIGNED = 64


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a file was when it was written: bytes, sha256 of the sampled blocks, sha256 of all."""

    size: int
    sampled: str
    whole: str


def write_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Let `write` fill a file beside `path`, force it to the disk, then put it in place in one step.

    Raises:
        HomeError: the folder cannot be written to.
    """
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(beside)
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise HomeError(f"{path} kan inte skrivas ({error}).", hint="Gör plats på disken och indexera igen.") from error


def fingerprint(path: Path) -> Fingerprint:
    """The fingerprint of a file as it is now."""
    return Fingerprint(path.stat().st_size, _hash(path, every=_stride(path)), _hash(path, every=1))


def intact(path: Path, expected: Fingerprint, *, whole: bool = False) -> bool:
    """Whether a file is what was written; `whole` reads all of it."""
    if not path.is_file() or path.stat().st_size != expected.size:
        return False
    if whole:
        return _hash(path, every=1) == expected.whole
    return _hash(path, every=_stride(path)) == expected.sampled


def save_arrays(path: Path, arrays: Mapping[str, npt.NDArray[Any]]) -> None:
    """Write arrays end to end, each aligned, with their names and shapes in a header."""
    places = {}
    at = 0
    for name, array in arrays.items():
        places[name] = (array.dtype.str, array.shape, at)
        at += -(-array.nbytes // ALIGNED) * ALIGNED
    header = json.dumps(places).encode()
    header = len(header).to_bytes(8, "little") + header
    header += b" " * (-len(header) % ALIGNED)
    with path.open("wb") as file:
        file.write(header)
        for array in arrays.values():
            file.write(np.ascontiguousarray(array).tobytes())
            file.write(b"\0" * (-array.nbytes % ALIGNED))


def map_arrays(path: Path) -> dict[str, npt.NDArray[Any]]:
    """The arrays of `save_arrays`, mapped: pages are read when they are looked at.

    Raises:
        HomeDamagedError: the file is no such file.
    """
    try:
        data = np.memmap(path, dtype=np.uint8, mode="r")
        size = int.from_bytes(data[:8].tobytes(), "little")
        places = json.loads(data[8 : 8 + size].tobytes())
        start = -(-(8 + size) // ALIGNED) * ALIGNED
        return {name: _array(data, dtype, shape, start + at) for name, (dtype, shape, at) in places.items()}
    except (OSError, ValueError, OverflowError) as error:
        raise HomeDamagedError(f"{path} kan inte läsas.", hint="Kör: beslutsminne check --repair") from error


def _array(data: npt.NDArray[np.uint8], dtype: str, shape: list[int], at: int) -> npt.NDArray[Any]:
    size = int(np.prod(shape)) * np.dtype(dtype).itemsize
    return data[at : at + size].view(np.ndarray).view(dtype).reshape(shape)


def _stride(path: Path) -> int:
    return max(1, -(-path.stat().st_size // BLOCK) // SAMPLED_BLOCKS)


def _hash(path: Path, *, every: int) -> str:
    digest = sha256()
    with path.open("rb", buffering=0) as file:
        while block := file.read(BLOCK):
            digest.update(block)
            if every > 1:
                file.seek((every - 1) * BLOCK, os.SEEK_CUR)
    return digest.hexdigest()


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
