from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import UnreadableCode, UnreadableError
from ingest.pages.document_part import read_document_part

MADE = Path(__file__).parent / "made"


def test_metadata_and_tags_of_a_tagged_pdf() -> None:
    part = read_document_part(MADE / "protokoll_wp_ua.pdf")
    assert (part.pages, part.encrypted, part.troubles) == (3, False, ())
    assert {tag.role for tag in part.tags.values()} >= {"P", "LI"}


@pytest.mark.parametrize("name", ["krypt_agare", "krypt_rc4"])
def test_an_empty_password_opens(name: str) -> None:
    part = read_document_part(MADE / f"{name}.pdf")
    assert (part.pages, part.encrypted) == (7, True)


def test_another_password_does_not() -> None:
    with pytest.raises(UnreadableError) as caught:
        read_document_part(MADE / "krypt_anvandare.pdf")
    assert caught.value.code is UnreadableCode.PASSWORD


def test_what_pypdf_cannot_open_is_left_to_pdfium(tmp_path: Path) -> None:
    path = tmp_path / "trasig.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing more")
    part = read_document_part(path)
    assert part.pages is None
    assert len(part.troubles) == 1


def test_an_outline_that_bites_its_tail_ends() -> None:
    assert len(read_document_part(MADE / "fi_outlineloop.pdf").outline) <= 5000


def test_a_structure_tree_that_bites_its_tail_ends() -> None:
    assert read_document_part(MADE / "fi_strukturloop.pdf").pages == 1
