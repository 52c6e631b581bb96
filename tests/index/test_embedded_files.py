from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from corpus.errors import HomeDamagedError, HomeError
from index.embedded_files import BLOCK, SAMPLED_BLOCKS, fingerprint, intact, map_arrays, save_arrays, write_whole


def test_arrays_come_back_as_they_were(tmp_path: Path) -> None:
    arrays: dict[str, npt.NDArray[Any]] = {
        "a": np.arange(5, dtype=np.int32),
        "empty": np.empty(0, np.uint16),
        "b": np.eye(3, dtype=np.float16),
    }
    save_arrays(tmp_path / "x", arrays)
    found = map_arrays(tmp_path / "x")
    assert list(found) == ["a", "empty", "b"]
    for name, array in arrays.items():
        assert found[name].dtype == array.dtype
        assert np.array_equal(found[name], array)


@pytest.mark.parametrize("content", [b"", b"not arrays at all", b"\xff" * 100])
def test_what_is_no_such_file_is_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(HomeDamagedError, match="check --repair"):
        map_arrays(tmp_path / "x")


def test_any_change_of_a_small_file_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(bytes(300_000))
    expected = fingerprint(path)
    assert intact(path, expected)
    for at in (0, 150_001, 299_999):
        changed = bytearray(300_000)
        changed[at] = 1
        path.write_bytes(changed)
        assert not intact(path, expected)
    path.write_bytes(bytes(299_999))
    assert not intact(path, expected)
    path.unlink()
    assert not intact(path, expected)


def test_a_large_file_is_sampled_at_opening_and_read_whole_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "x"
    size = 3 * SAMPLED_BLOCKS * BLOCK
    path.write_bytes(bytes(size))
    expected = fingerprint(path)
    with path.open("rb+") as file:
        file.seek(BLOCK + 5)  # the second of each three blocks is not sampled
        file.write(b"\1")
    assert intact(path, expected)
    assert not intact(path, expected, whole=True)


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("old")

    def fail(beside: Path) -> None:
        beside.write_text("half")
        raise OSError(28, "No space left on device")

    with pytest.raises(HomeError, match="No space left"):
        write_whole(path, fail)
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["x"]
