"""What is covered, told in a record and in words."""

from __future__ import annotations

from typing import Any

from corpus.catalogue import Catalogue
from ui.settings import Settings
from ui.status import status_record, status_text


def test_the_sample_collection(sample_settings: Settings) -> None:
    record = status_record(Catalogue.open(sample_settings.home), sample_settings)
    assert record["documents"] == 112
    assert record["failed"] == []
    assert record["types"]["protokoll"] == 46
    assert record["types"]["motion"] == 24
    assert sum(record["types"].values()) == 112
    assert record["from"] == "2015-03-24"
    assert record["model"] == "multilingual-e5-small-q4"
    assert record["bytes"]["files"] > 3_000_000


RECORD: dict[str, Any] = {
    "documents": 2,
    "pages": 3,
    "paragraphs": 40,
    "cases": 1,
    "from": None,
    "to": None,
    "passages": 44,
    "model": None,
    "engine": "embedded",
    "bytes": {"catalogue": 1_500_000},
    "types": {"motion": 2},
    "bodies": {},
    "years": {},
    "unread_pages": 0,
    "failed": [],
    "warnings": [],
}


def test_all_read_is_said() -> None:
    text = status_text(RECORD)
    assert "2 dokument, 3 sidor, 40 stycken, ett ärende, – till –" in text
    assert "Alla filer kunde läsas." in text
    assert "Organ" not in text
    assert "På disk: katalogen 1,5 MB" in text
    assert "sökmotor inbyggd" in text


def test_what_failed_is_said_with_what_to_do() -> None:
    failed = [{"file": "a.pdf", "code": "not_pdf", "error": "Filen är en webbsida.", "hint": "Hämta den igen."}]
    text = status_text(RECORD | {"failed": failed, "unread_pages": 4})
    assert "4 sidor är bilder vars text inte kunnat läsas." in text
    assert "En sida är en bild vars text inte kunnat läsas." in status_text(RECORD | {"unread_pages": 1})
    assert "En fil kunde inte läsas:\n  a.pdf: Filen är en webbsida. Hämta den igen." in text
