"""Whether a styrdokument is in force on a day."""

from __future__ import annotations

import dataclasses

import pytest

from corpus.document import Document, DocumentType
from corpus.paragraph import Kind, Paragraph

POLICY = Document(
    file="policy.pdf",
    sha256="0" * 64,
    type=DocumentType.POLICY,
    title="Måltidspolicy",
    date="2021-03-01",
    pages=1,
    page_sizes=((595.0, 842.0),),
    paragraphs=(Paragraph(1, Kind.PARAGRAPH, "Ett", ()), Paragraph(2, Kind.PARAGRAPH, "Två", ())),
)


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "replaced_by", "expected"),
    [
        (None, None, None, True),
        ("2022-01-01", "2024-12-31", None, True),
        ("2024-06-01", None, None, True),
        ("2024-06-02", None, None, False),
        (None, "2024-06-01", None, True),
        (None, "2024-05-31", None, False),
        (None, None, "ny-policy.pdf", False),
    ],
)
def test_in_force_on_the_first_of_june(
    valid_from: str | None, valid_to: str | None, replaced_by: str | None, expected: bool
) -> None:
    policy = dataclasses.replace(POLICY, valid_from=valid_from, valid_to=valid_to, replaced_by=replaced_by)
    assert policy.in_force("2024-06-01") is expected


def test_a_motion_is_never_in_force_nor_out_of_it() -> None:
    assert dataclasses.replace(POLICY, type=DocumentType.MOTION).in_force("2024-06-01") is None


def test_paragraphs_are_fetched_by_their_number() -> None:
    assert POLICY.paragraph(2).text == "Två"
