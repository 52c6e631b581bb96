from __future__ import annotations

import time

from corpus.stored import PlacedFile
from ingest.batch.plan import UNTRUSTED_MTIME, Candidate, plan, trusted_mtime
from ingest.batch.scan import Found, Scan


def _found(name: str, *, size: int = 1, mtime: int = 5, root: str = "/p") -> Found:
    return Found(f"/p/{name}", root, size, mtime)


def _placed(name: str, sha256: str = "s", root: str = "/p") -> PlacedFile:
    return PlacedFile(f"/p/{name}", root, name, 1, 5, sha256)


def test_each_file_is_unchanged_a_candidate_or_gone() -> None:
    scan = Scan((_found("same"), _found("new"), _found("size", size=2), _found("time", mtime=4)), ("/p",), ())
    placed = {f"/p/{name}": _placed(name) for name in ("same", "size", "time", "gone")}
    found = plan(scan, placed, lambda sha256: True)
    assert [file.name for file in found.unchanged] == ["same"]
    assert [(one.found.path, one.sha256) for one in found.candidates] == [
        ("/p/new", None),
        ("/p/size", None),
        ("/p/time", None),
    ]
    assert [file.name for file in found.gone] == ["gone"]


def test_bytes_of_another_reader_are_a_candidate_whose_hash_is_known() -> None:
    found = plan(Scan((_found("a"),), ("/p",), ()), {"/p/a": _placed("a", "old")}, lambda sha256: sha256 != "old")
    assert found.candidates == (Candidate(_found("a"), "old"),)


def test_another_root_is_a_candidate_for_its_name() -> None:
    found = plan(Scan((_found("a"),), ("/p",), ()), {"/p/a": _placed("a", root="/p/x")}, lambda sha256: True)
    assert found.candidates == (Candidate(_found("a"), "s"),)


def test_what_lies_elsewhere_is_not_gone() -> None:
    other = PlacedFile("/q/a", "/q", "a", 1, 5, "s")
    assert plan(Scan((), ("/p",), ()), {"/q/a": other}, lambda sha256: True).gone == ()


def test_a_fresh_time_is_not_trusted_nor_one_in_the_future() -> None:
    now = time.time_ns()
    times = (now - 10_000_000_000, now - 1_000_000_000, now + 3_600_000_000_000)
    assert [trusted_mtime(_found("a", mtime=t)) for t in times] == [times[0], UNTRUSTED_MTIME, UNTRUSTED_MTIME]
