from __future__ import annotations

import os
from pathlib import Path

import pytest

from corpus.errors import NothingToIndexError, PathMissingError
from ingest.batch.scan import Scan, scan
from tests.corpus.unprivileged import as_nobody


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.pdf", "B.PDF", "x/c.pdf", "x/text.txt", ".dold/d.pdf", "x/.e.pdf"):
        (tmp_path / "papers" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "papers" / name).write_bytes(b"12345")
    return tmp_path / "papers"


def _scan(*paths: Path, roots: tuple[str, ...] = (), known: tuple[str, ...] = (), forget: bool = False) -> Scan:
    return scan(paths, roots, known=known, home=paths[0].parent / "home", forget=forget)


def test_pdfs_at_any_depth_and_nothing_hidden(folder: Path) -> None:
    found = _scan(folder).found
    assert [os.path.relpath(file.path, folder) for file in found] == ["B.PDF", "a.pdf", "x/c.pdf"]
    assert {(file.root, file.size) for file in found} == {(str(folder), 5)}


def test_one_file_belongs_to_the_root_it_lies_below(folder: Path) -> None:
    (alone,) = _scan(folder / "x" / "c.pdf").found
    (known,) = _scan(folder / "x" / "c.pdf", roots=(str(folder),)).found
    assert (alone.root, known.root) == (str(folder / "x"), str(folder))


def test_the_outermost_root_wins(folder: Path) -> None:
    roots = {file.root for file in _scan(folder, folder / "x", roots=(str(folder / "x"),)).found}
    assert roots == {str(folder)}


def test_a_name_that_only_begins_alike_is_another_folder(folder: Path) -> None:
    beside = folder.with_name("papers2")
    beside.mkdir()
    (beside / "a.pdf").write_bytes(b"")
    (file,) = _scan(beside, roots=(str(folder),)).found
    assert file.root == str(beside)


def test_the_homes_own_pdfs_are_no_papers(folder: Path) -> None:
    (folder / "home").mkdir()
    (folder / "home" / "h.pdf").write_bytes(b"")
    found = scan([folder], (), known=(), home=folder / "home", forget=False).found
    assert "h.pdf" not in {os.path.basename(file.path) for file in found}


def test_a_known_file_that_the_system_tells_nothing_of_is_not_gone(folder: Path) -> None:
    circle = folder / "cirkel.pdf"
    circle.symlink_to(circle)
    known = _scan(folder, known=(str(circle),))
    assert str(circle) not in {file.path for file in known.found}
    assert not known.covers(str(circle))
    (new,) = (file for file in _scan(folder).found if file.path == str(circle))
    assert (new.size, new.mtime_ns) == (0, -1)


def test_a_name_that_is_no_text_is_told(folder: Path) -> None:
    with open(os.fsencode(folder) + b"/\xe5r.pdf", "wb"):
        pass
    found = _scan(folder)
    assert found.unnameable == (f"{folder}/?r.pdf",)
    assert len(found.found) == 3


def test_a_missing_path(folder: Path) -> None:
    with pytest.raises(PathMissingError, match=r"borta finns inte\. Kontrollera"):
        _scan(folder / "borta")


def test_a_missing_folder_with_papers_is_taken_for_a_share_that_is_not_mounted(folder: Path) -> None:
    known = (str(folder / "borta" / "a.pdf"), str(folder / "borta" / "b.pdf"))
    with pytest.raises(PathMissingError, match="2 handlingar därifrån är kvar"):
        _scan(folder / "borta", known=known)
    found = _scan(folder / "borta", known=known, forget=True)
    assert (found.found, [found.covers(path) for path in known]) == ((), [True, True])


def test_an_empty_folder(folder: Path) -> None:
    empty = folder / "tom"
    empty.mkdir()
    with pytest.raises(NothingToIndexError, match="Ingen PDF"):
        _scan(empty)
    with pytest.raises(NothingToIndexError, match="1 handlingar därifrån"):
        _scan(empty, known=(str(empty / "a.pdf"),))
    assert _scan(empty, known=(str(empty / "a.pdf"),), forget=True).found == ()


def test_a_known_file_that_is_gone_is_gone(folder: Path) -> None:
    path = folder / "borta.pdf"
    found = _scan(path, known=(str(path),))
    assert (found.found, found.covers(str(path)), found.covers(str(folder / "a.pdf"))) == ((), True, False)


def test_what_lies_below_a_folder_that_cannot_be_listed_is_not_gone(folder: Path) -> None:
    (folder / "x").chmod(0)
    try:
        with as_nobody(folder):
            found = _scan(folder)
    finally:
        (folder / "x").chmod(0o755)
    assert not found.covers(str(folder / "x" / "c.pdf"))


def test_what_was_not_listed_is_not_covered() -> None:
    found = Scan((), ("/p",), ("/p/x",))
    assert [found.covers(path) for path in ("/p/a.pdf", "/p/x/c.pdf", "/q/a.pdf")] == [True, False, False]
