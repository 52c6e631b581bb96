from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import HomeDamagedError
from index.embedded_manifest import Manifest, SegmentEntry
from index.embedded_segment import SegmentBuilder
from index.embedded_store import damage, open_part, remove_unnamed, write_segment
from index.faiss_choice import FaissOptions
from tests.index.brute_force import entry, unit

FAISS = FaissOptions()


def written(folder: Path) -> SegmentEntry:
    builder = SegmentBuilder(2, 4)
    for id_ in (1, 2):
        builder.add(entry(id_, "a", [1, 0, 0, 0]))
    return write_segment(folder, 5, *builder.finish(), options=FAISS)


def test_a_segment_comes_back_with_its_dead_rows(tmp_path: Path) -> None:
    segment = written(tmp_path)
    assert (segment.name, segment.kind, segment.count) == ("0000000005", "exact", 2)
    part = open_part(
        tmp_path, SegmentEntry("0000000005", "exact", 2, segment.arrays, segment.vectors, dead=(1,)), options=FAISS
    )
    assert part.ids.tolist() == [2]
    assert part.segment.nearest(unit([1, 0, 0, 0]), 5, None)[0].size == 2


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    segment = written(tmp_path)
    (tmp_path / "0000000005.faiss").unlink()
    with pytest.raises(HomeDamagedError, match=r"0000000005\.faiss saknas"):
        open_part(tmp_path, segment, options=FAISS)
    assert tuple(damage(tmp_path, Manifest(5, "m", 4, (segment,)))) == ("0000000005.faiss saknas",)


def test_names_are_not_used_twice(tmp_path: Path) -> None:
    assert [written(tmp_path).name for _ in range(3)] == ["0000000005", "0000000005-1", "0000000005-2"]


def test_only_what_is_named_is_kept(tmp_path: Path) -> None:
    kept, _ = written(tmp_path), written(tmp_path)
    (tmp_path / "other.txt").touch()
    remove_unnamed(tmp_path, Manifest(5, "m", 4, (kept,)))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0000000005.faiss", "0000000005.postings", "other.txt"]
