from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import UnreadableCode, UnreadableError
from ui.web import pictures as module
from ui.web.pictures import Pictures

DOCUMENTS = Path(__file__).resolve().parents[3] / "corpus" / "documents"
PDF = DOCUMENTS / "motion-mp-tryggare-skolvagar-svar.pdf"


def crash(path: Path, page: int, scale: float) -> bytes:
    os._exit(9)


def sleep(path: Path, page: int, scale: float) -> bytes:
    import time

    time.sleep(60)
    return b""


@pytest.fixture
def pictures() -> Iterator[Pictures]:
    made = Pictures()
    yield made
    made.close()


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


def test_a_page_is_drawn_as_large_as_asked_and_kept(pictures: Pictures, monkeypatch: pytest.MonkeyPatch) -> None:
    first = pictures.png("a", PDF, 1, 2)
    assert size(first) == (1191, 1684)
    assert size(pictures.png("a", PDF, 1, 1)) == (596, 842)
    monkeypatch.setattr(module, "render_page", crash)
    assert pictures.png("a", PDF, 1, 2) is first


def test_the_longest_unseen_goes_when_there_is_no_room(pictures: Pictures, monkeypatch: pytest.MonkeyPatch) -> None:
    first = pictures.png("a", PDF, 1, 1)
    monkeypatch.setattr(module, "KEPT_BYTES", len(first) + 1)
    pictures.png("a", PDF, 2, 1)
    assert pictures.png("a", PDF, 1, 1) is not first


def test_a_page_that_is_not_there(pictures: Pictures) -> None:
    with pytest.raises(UnreadableError) as caught:
        pictures.png("a", PDF, 99, 1)
    assert caught.value.code is UnreadableCode.NO_PAGES


def test_a_crash_is_one_lost_picture(pictures: Pictures, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(module, "render_page", crash)
        with pytest.raises(UnreadableError) as caught:
            pictures.png("a", PDF, 1, 1)
    assert caught.value.code is UnreadableCode.CRASH
    assert size(pictures.png("a", PDF, 1, 1)) == (596, 842)


def test_a_page_that_never_ends_is_given_up(pictures: Pictures, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(module, "render_page", sleep)
        patched.setattr(module, "SECONDS", 3.0)
        with pytest.raises(UnreadableError) as caught:
            pictures.png("a", PDF, 1, 1)
    assert caught.value.code is UnreadableCode.TIMEOUT
    assert size(pictures.png("a", PDF, 1, 1)) == (596, 842)
