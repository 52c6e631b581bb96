from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import PathMissingError, UsageError
from ui.web.options import WebOptions
from ui.web.uploads import Uploads, check_pdf, safe_name

PDF = b"%PDF-1.7\n..."


def upload(folder: Path, name: str, data: bytes = PDF) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(data)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_are_kept_under_safe_names(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path / "in", WebOptions())
    first = upload(tmp_path / "a", "Protokoll § 88.pdf")
    same = upload(tmp_path / "b", "Protokoll § 88.pdf")
    other = upload(tmp_path / "c", "Protokoll § 88.pdf", PDF + b"!")
    assert uploads.keep([first, same, other]) == tmp_path / "in"
    assert names(tmp_path / "in") == ["Protokoll § 88 (2).pdf", "Protokoll § 88.pdf"]
    uploads.keep([other])
    assert len(names(tmp_path / "in")) == 2


def test_one_bad_file_and_none_is_kept(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path / "in", WebOptions(upload_megabytes=1))
    good = upload(tmp_path / "a", "bra.pdf")
    for bad in (
        upload(tmp_path / "a", "word.pdf", b"PK\x03\x04"),
        upload(tmp_path / "a", "stor.pdf", PDF + bytes(10**6)),
    ):
        with pytest.raises(UsageError, match=bad.name):
            uploads.keep([good, bad])
    assert not (tmp_path / "in").exists()


def test_too_many_and_none(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path / "in", WebOptions(upload_files=1))
    file = upload(tmp_path / "a", "a.pdf")
    with pytest.raises(UsageError, match="Högst 1 filer"):
        uploads.keep([file, file])
    with pytest.raises(UsageError, match="Inga filer"):
        uploads.keep([])


def test_the_mark_may_stand_a_little_in(tmp_path: Path) -> None:
    check_pdf(upload(tmp_path / "a", "a.pdf", bytes(1019) + PDF), WebOptions())
    with pytest.raises(UsageError, match="ingen PDF"):
        check_pdf(upload(tmp_path / "a", "b.pdf", bytes(1020) + PDF), WebOptions())


@pytest.mark.parametrize(
    ("name", "expected"),
    [("../../etc/passwd.pdf", "passwd"), ("..\\..\\x.PDF", "x"), (".pdf", "handling"), ("...", "handling"),
     ("a\x00b\n.pdf", "ab"), ("Motion: \"ja\"?.pdf", "Motion ja"), ("å" * 300 + ".pdf", "å" * 120),
     ("rapport", "rapport")],
)  # fmt: skip
def test_safe_names(name: str, expected: str) -> None:
    assert safe_name(name) == expected


def test_folders_on_the_server(tmp_path: Path) -> None:
    (tmp_path / "papper" / "2024").mkdir(parents=True)
    (tmp_path / "annat").mkdir()
    (tmp_path / "papper" / "bakväg").symlink_to(tmp_path / "annat")
    anywhere = Uploads(tmp_path, WebOptions())
    assert anywhere.folder_named(f" {tmp_path}/annat ") == tmp_path / "annat"
    with pytest.raises(PathMissingError, match="/finns/inte finns inte"):
        anywhere.folder_named("/finns/inte")
    for nothing in ("", "  "):
        with pytest.raises(UsageError, match="Ingen mapp är angiven"):
            anywhere.folder_named(nothing)
    some = Uploads(tmp_path, WebOptions(folders=(tmp_path / "papper",)))
    assert some.folder_named(f"{tmp_path}/papper/2024") == tmp_path / "papper" / "2024"
    for outside in ("annat", "papper/../annat", "papper/bakväg"):
        with pytest.raises(UsageError, match="får inte läsas in"):
            some.folder_named(f"{tmp_path}/{outside}")


def test_a_server_for_others_offers_no_folder_unless_it_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="får inte läsas in"):
        Uploads(tmp_path, WebOptions(host="0.0.0.0", proxy_header="X-User")).folder_named(str(tmp_path))
