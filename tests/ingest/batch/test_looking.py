from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from corpus.errors import UnreadableCode
from corpus.home import Home
from ingest.batch.looking import look_into
from ingest.batch.plan import UNTRUSTED_MTIME, Candidate
from ingest.batch.scan import Found


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    home.create()
    return home


def _candidate(path: Path, key: str | None = None) -> Candidate:
    return Candidate(Found(str(path), str(path.parent), 1, 1_000_000_000), key)


def test_bytes_are_hashed_and_kept(home: Home, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"a")
    (looked,) = look_into([_candidate(tmp_path / "a.pdf")], home)
    key = sha256(b"a").hexdigest()
    assert (looked.sha256, looked.mtime_ns, looked.error) == (key, 1_000_000_000, None)
    assert home.kept(key).read_bytes() == b"a"


def test_known_bytes_that_are_kept_are_not_opened(home: Home, tmp_path: Path) -> None:
    home.kept("ab").write_bytes(b"a")
    (looked,) = look_into([_candidate(tmp_path / "is not there.pdf", "ab")], home)
    assert looked.sha256 == "ab"


def test_a_file_that_vanished_meanwhile_is_left_out(home: Home, tmp_path: Path) -> None:
    assert list(look_into([_candidate(tmp_path / "borta.pdf")], home)) == []


def test_a_file_that_cannot_be_opened_is_a_failure_tried_each_time(home: Home, tmp_path: Path) -> None:
    os.mkdir(tmp_path / "mapp.pdf")
    (looked,) = look_into([_candidate(tmp_path / "mapp.pdf")], home)
    assert looked.error is not None
    assert (looked.error.code, looked.mtime_ns) == (UnreadableCode.NO_ACCESS, UNTRUSTED_MTIME)
    assert looked.sha256.startswith("path-")
