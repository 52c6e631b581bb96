from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from corpus.home import Home
from ingest.batch.keeping import SourceError, digest, keep, sweep


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    home.create()
    return home


def test_bytes_are_kept_under_their_hash(home: Home, tmp_path: Path) -> None:
    content = bytes(range(256)) * 10_000
    (tmp_path / "a.pdf").write_bytes(content)
    key = keep(str(tmp_path / "a.pdf"), home)
    assert key == sha256(content).hexdigest() == digest(str(tmp_path / "a.pdf"))
    assert home.kept(key).read_bytes() == content
    assert [path.name for path in home.files.iterdir()] == [f"{key}.pdf"]


def test_a_file_that_is_not_there(home: Home, tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        keep(str(tmp_path / "borta.pdf"), home)
    assert caught.value.vanished
    with pytest.raises(SourceError) as caught:
        digest(str(tmp_path))
    assert not caught.value.vanished


def test_sweeping_removes_what_nobody_names_and_copies_cut_short(home: Home) -> None:
    for name in ("aa.pdf", "bb.pdf", ".7.part"):
        (home.files / name).write_bytes(b"x")
    assert sweep(home, frozenset({"aa"})) == 2
    assert [path.name for path in home.files.iterdir()] == ["aa.pdf"]
