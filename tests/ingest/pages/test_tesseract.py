from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from ingest.pages import tesseract
from ingest.pages.tesseract import find_tesseract

needs_tesseract = pytest.mark.skipif(find_tesseract("swe") is None, reason="Tesseract with Swedish is not installed")


@needs_tesseract
def test_it_sees_words_and_their_boxes() -> None:
    picture = Image.new("L", (900, 200), 255)
    ImageDraw.Draw(picture).text((60, 60), "MOTIONEN 2023", fill=0, font_size=48)
    found = find_tesseract("swe")
    assert found is not None
    words = found.words(picture, dpi=300, seconds=30)
    assert words is not None
    assert [word.text for word in words] == ["MOTIONEN", "2023"]
    assert words[0].x == pytest.approx(62, abs=6)
    assert words[0].line == words[1].line


@needs_tesseract
def test_languages_that_are_missing_are_left_out() -> None:
    found = find_tesseract("swe+xxx")
    assert found is not None
    assert found.languages == "swe"


@needs_tesseract
def test_a_page_that_takes_too_long_is_given_up() -> None:
    found = find_tesseract("swe")
    assert found is not None
    assert found.words(Image.effect_noise((2500, 2500), 90), dpi=300, seconds=0.01) is None


@needs_tesseract
def test_a_picture_that_cannot_be_read_has_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    found = find_tesseract("swe")
    assert found is not None
    monkeypatch.setattr(Image.Image, "save", lambda picture, file, form: file.write(b"no picture"))
    assert found.words(Image.new("L", (90, 90), 255), dpi=300, seconds=30) is None


@needs_tesseract
def test_a_blank_page_has_no_words() -> None:
    found = find_tesseract("swe")
    assert found is not None
    assert found.words(Image.new("L", (900, 200), 255), dpi=300, seconds=30) == ()


def test_without_tesseract_there_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    find_tesseract.cache_clear()
    assert find_tesseract("swe") is None
    find_tesseract.cache_clear()
    assert "tesseract-ocr-swe" in tesseract.INSTALL


def test_a_tesseract_that_fails_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "tesseract"
    broken.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    find_tesseract.cache_clear()
    assert find_tesseract("swe") is None
    find_tesseract.cache_clear()
