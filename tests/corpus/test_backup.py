from __future__ import annotations

import shutil
import threading
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.backup import back_up, restore, verify
from corpus.catalogue import Catalogue
from corpus.errors import HomeBusyError, HomeDamagedError, HomeMissingError, UsageError
from corpus.home import Home
from corpus.writer import Writer
from tests.corpus.made import add, document, passage


def _put(writer: Writer, name: str) -> str:
    content = name.encode()
    digest = sha256(content).hexdigest()
    writer.home.kept(digest).write_bytes(content)
    add(writer, document(name, "x", sha256=digest), (passage(name, name),))
    return digest


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    with Writer.open(home) as writer:
        _put(writer, "a.pdf")
        _put(writer, "b.pdf")
    return home


def test_a_copy_holds_all_and_is_put_back(home: Home, tmp_path: Path) -> None:
    copied = back_up(home, tmp_path / "copy")
    assert (copied.documents, copied.files) == (2, 2)
    with Writer.open(home) as writer, writer.transaction():
        writer.remove_document(sha256(b"a.pdf").hexdigest())
    home.vectors.mkdir()
    assert restore(tmp_path / "copy", home) == verify(Home(tmp_path / "copy"))
    assert [document.file for document in Catalogue.open(home).documents()] == ["a.pdf", "b.pdf"]
    assert not home.vectors.exists()


def test_a_damaged_paper_of_the_same_size_is_put_back_whole(home: Home, tmp_path: Path) -> None:
    back_up(home, tmp_path / "copy")
    kept = home.kept(sha256(b"a.pdf").hexdigest())
    kept.write_bytes(b"x.pdf")
    restore(tmp_path / "copy", home)
    assert kept.read_bytes() == b"a.pdf"


def test_a_copy_taken_while_a_batch_writes_is_whole(home: Home, tmp_path: Path) -> None:
    stop = threading.Event()
    started = threading.Event()

    def write() -> None:
        with Writer.open(home) as writer:
            number = 0
            while not stop.is_set():
                digest = _put(writer, f"{number}.pdf")
                if number % 3 == 0:
                    with writer.transaction():
                        writer.remove_document(digest)
                    home.kept(digest).unlink()
                number += 1
                started.set()

    thread = threading.Thread(target=write)
    thread.start()
    started.wait()
    try:
        counts = [back_up(home, tmp_path / f"copy{n}").documents for n in range(5)]
    finally:
        stop.set()
        thread.join()
    assert all(later >= earlier - 1 for earlier, later in pairwise(counts))  # one may be put and not yet removed
    assert counts[0] >= 2
    for n, count in enumerate(counts):
        assert verify(Home(tmp_path / f"copy{n}")).documents == count


def test_a_paper_may_go_between_the_two_copies(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copyfile = shutil.copyfile

    def copy_and_lose(source: Path, target: Path) -> None:
        copyfile(source, target)
        source.unlink()
        source.symlink_to(tmp_path / "nowhere")  # listed still, and gone when it is looked at

    monkeypatch.setattr(shutil, "copyfile", copy_and_lose)
    assert back_up(home, tmp_path / "copy").files == 2


def test_a_full_folder_is_not_written_to(home: Home, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "thesis.txt").write_text("x")
    with pytest.raises(UsageError, match="inte tom"):
        back_up(home, tmp_path / "copy")


def test_a_damaged_copy_is_not_put_back(home: Home, tmp_path: Path) -> None:
    back_up(home, tmp_path / "copy")
    Home(tmp_path / "copy").kept(sha256(b"b.pdf").hexdigest()).write_bytes(b"cut")
    with pytest.raises(HomeDamagedError, match="skadad"):
        restore(tmp_path / "copy", home)
    assert [document.file for document in Catalogue.open(home).documents()] == ["a.pdf", "b.pdf"]


def test_a_home_in_use_is_not_replaced(home: Home, tmp_path: Path) -> None:
    back_up(home, tmp_path / "copy")
    with Writer.open(home), pytest.raises(HomeBusyError):
        restore(tmp_path / "copy", home)


def test_nothing_to_copy(tmp_path: Path) -> None:
    with pytest.raises(HomeMissingError):
        back_up(Home(tmp_path / "home"), tmp_path / "copy")
