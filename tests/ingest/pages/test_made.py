"""The 25 made text PDFs against their known text: every paragraph whole, every list number with its item."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from corpus.paragraph import Kind, Paragraph
from ingest.pages.options import ReadOptions
from ingest.pages.read import read_pdf

MADE = Path(__file__).parent / "made"
KNOWN: dict[str, Any] = json.loads((MADE / "gt.json").read_text("utf-8"))
NOT_TEXT = re.compile(
    r"fi_|skannad|blandad|krypt_anvandare|tvatusen|osynliga|utan_tounicode|avhuggen|noll|tom_fil|html"
)
NAMES = sorted(name for name in KNOWN if not NOT_TEXT.match(name))


def normal(text: str) -> str:
    """The text without what a reader does not see as a difference."""
    plain = unicodedata.normalize("NFKC", text.replace("¹", "").replace("²", "").replace("\u00ad", ""))
    plain = re.sub(r"[‐‑–—−]", "-", re.sub(r'[“”„»«"]', "'", plain).replace("’", "'"))
    return " ".join(re.sub(r"[\s|]+", " ", plain).split())


def bare(text: str) -> str:
    """The text without a marker in front."""
    return re.sub(r"^(\(?\d{1,3}[.)]|[a-z][.)]|•|-)\s+", "", normal(text)).strip()


@pytest.fixture(scope="module")
def readings() -> dict[str, tuple[Paragraph, ...]]:
    """The paragraphs of each made PDF."""
    return {name: read_pdf(MADE / f"{name}.pdf", ReadOptions(ocr=False)).paragraphs for name in NAMES}


def pieces(paragraph: Paragraph, known: Counter[str], groups: list[list[str]]) -> list[str]:
    """The paragraph as the known text has it: lines set with <br> may be one paragraph or several."""
    text = bare(paragraph.text)
    if text in known:
        return [text]
    return next((group for group in groups if len(group) > 1 and text == " ".join(group)), [text])


def f1(name: str, paragraphs: tuple[Paragraph, ...]) -> float:
    """Share of paragraphs that are right to the letter (harmonic mean of precision and recall)."""
    blocks = KNOWN[name]["blocks"]
    known = Counter(bare(block["t"]) for block in blocks)
    groups: dict[int, list[str]] = {}
    for block in blocks:
        if block.get("grp"):
            groups.setdefault(block["grp"], []).append(bare(block["t"]))
    read = Counter(text for paragraph in paragraphs for text in pieces(paragraph, known, list(groups.values())))
    return 2 * (known & read).total() / (known.total() + read.total())


def test_paragraphs_are_right_to_the_letter(readings: dict[str, tuple[Paragraph, ...]]) -> None:
    scores = {name: f1(name, paragraphs) for name, paragraphs in readings.items()}
    assert sum(scores.values()) / len(scores) >= 0.99
    assert min(scores.values()) >= 0.92


def test_there_are_25_texts() -> None:
    assert len(NAMES) == 25


def test_all_149_list_numbers_are_kept(readings: dict[str, tuple[Paragraph, ...]]) -> None:
    wanted = kept = 0
    for name, paragraphs in readings.items():
        items = Counter((p.label, bare(p.text)) for p in paragraphs if p.kind is Kind.LIST_ITEM)
        headed = Counter((p.text.split()[0], bare(p.text)) for p in paragraphs if p.kind is Kind.HEADING)
        for block in KNOWN[name]["blocks"]:
            if block["k"] == "li" and not block["num"].startswith("•"):
                wanted += 1
                key = (block["num"], bare(block["t"]))
                kept += bool(items[key] or headed[key])
    assert (kept, wanted) == (149, 149)


def test_headings_are_found(readings: dict[str, tuple[Paragraph, ...]]) -> None:
    found = wanted = 0
    for name, paragraphs in readings.items():
        headings = {bare(p.text) for p in paragraphs if p.kind is Kind.HEADING}
        known = [bare(block["t"]) for block in KNOWN[name]["blocks"] if block["k"] in ("h", "title")]
        wanted += len(known)
        found += sum(text in headings for text in known)
    assert found >= 0.99 * wanted


def test_running_heads_are_no_paragraphs(readings: dict[str, tuple[Paragraph, ...]]) -> None:
    for name, paragraphs in readings.items():
        texts = {normal(p.text) for p in paragraphs}
        inside = {normal(block["t"]) for block in KNOWN[name]["blocks"]}
        assert {normal(line) for line in KNOWN[name]["furniture"]} & texts <= inside, name
