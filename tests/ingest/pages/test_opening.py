from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from corpus.errors import UnreadableCode, UnreadableError
from ingest.pages.opening import refuse_other_files, sha256_of


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"", UnreadableCode.EMPTY, "tom"),
        (b"<!DOCTYPE html><html>Sidan kunde inte hittas", UnreadableCode.NOT_PDF, "HTML"),
        (b"PK\x03\x04 word", UnreadableCode.NOT_PDF, "Word"),
        (b"Motion om cykelbanor", UnreadableCode.NOT_PDF, "ren text"),
        (b"\x00\x01\x02", UnreadableCode.NOT_PDF, "annat"),
    ],
)
def test_what_is_no_pdf_says_what_it_is(tmp_path: Path, content: bytes, code: UnreadableCode, said: str) -> None:
    path = tmp_path / "motion.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadableError) as caught:
        refuse_other_files(path)
    assert caught.value.code is code
    assert said in caught.value.message
    assert ("Spara den som PDF" in caught.value.hint) is (said == "Word")


def test_junk_before_the_header_is_accepted(tmp_path: Path) -> None:
    path = tmp_path / "motion.pdf"
    path.write_bytes(b"\n" * 1000 + b"%PDF-1.7")
    refuse_other_files(path)


def test_the_sha256_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "motion.pdf"
    path.write_bytes(b"%PDF-1.7")
    assert sha256_of(path) == hashlib.sha256(b"%PDF-1.7").hexdigest()
    with pytest.raises(UnreadableError):
        sha256_of(tmp_path / "borta.pdf")
