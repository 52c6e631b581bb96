from __future__ import annotations

from ingest.batch.report import FailedFile, Report


def test_the_fields_of_the_contract() -> None:
    report = Report(
        added=1,
        changed=2,
        moved=0,
        removed=3,
        unchanged=4,
        reread=0,
        failed=(FailedFile("a.pdf", "Tom.", "Hämta."),),
        documents=5,
        paragraphs=6,
        passages=7,
        pages_read=8,
        embedded=9,
        seconds=1.5,
    ).as_json()
    contract = ("added", "changed", "removed", "unchanged", "documents", "paragraphs", "passages", "seconds")
    assert [report[name] for name in contract] == [1, 2, 3, 4, 5, 6, 7, 1.5]
    assert report["failed"] == ({"file": "a.pdf", "error": "Tom.", "hint": "Hämta."},)
