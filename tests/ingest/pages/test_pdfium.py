from __future__ import annotations

import io
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from corpus.errors import UnreadableCode, UnreadableError
from ingest.pages.pdfium import PdfiumDocument, render_page
from ingest.pages.words import PageText

MADE = Path(__file__).parent / "made"
MakePdf = Callable[..., Path]


def first_page(path: Path) -> PageText:
    """The first page's words and rules."""
    with PdfiumDocument(path) as pdf:
        page = pdf.page_text(0)
    assert page is not None
    return page


def test_words_have_their_place_size_and_weight(pdf: MakePdf) -> None:
    page = first_page(pdf([(70, 100, 11, "Motionen"), (70, 130, 14, "**Beslut")]))
    assert (page.width, page.height) == (595, 842)
    one, two = page.words
    assert (one.text, round(one.x0, 1), round(one.base, 1), one.style.size, one.style.bold) == (
        "Motionen",
        70.0,
        100.0,
        11,
        False,
    )
    assert (two.text, two.style.size, two.style.bold) == ("Beslut", 14, True)
    # Helvetica: M 833, o 556, t 278, i 222, o, n 556, e, n → 4113/1000 em
    assert one.x1 == pytest.approx(70 + 4.113 * 11, abs=0.5)


def test_a_cropped_page_is_measured_from_its_crop_box(pdf: MakePdf) -> None:
    page = first_page(pdf([(70, 100, 11, "Motionen")], extra="/CropBox[50 0 595 792]"))
    assert (page.width, page.height) == (545, 792)
    assert (round(page.words[0].x0), round(page.words[0].base)) == (20, 50)


def test_a_rotated_page_is_measured_as_it_is_shown(pdf: MakePdf) -> None:
    page = first_page(pdf([(70, 100, 11, "Motionen")], extra="/Rotate 90"))
    assert (page.width, page.height) == (842, 595)
    word = page.words[0]
    assert (word.style.angle, round(word.top), round(word.base)) == (90, 70, 742)


def test_visible_lines_are_rules_and_white_boxes_are_not(pdf: MakePdf) -> None:
    drawn = "0 0 0 RG 1 w 70 700 200 50 re S 1 1 1 rg 70 600 200 0.5 re f 70 500 m 300 500 l S"
    rules = first_page(pdf([(70, 100, 11, "Motionen")], drawn=drawn)).rules
    assert len(rules) == 5
    assert rules[-1] == pytest.approx((70, 342, 300, 342), abs=1)  # half the pen's width at each end


def test_hyphens_at_line_ends_are_hyphens() -> None:
    page = first_page(MADE / "ascii_bindestreck.pdf")
    text = "".join(word.text for word in page.words)
    assert "\x02" not in text
    assert "\ufffe" not in text


def test_a_page_is_a_png_of_its_size(pdf: MakePdf) -> None:
    path = pdf([(70, 100, 11, "Motionen")])
    picture = Image.open(io.BytesIO(render_page(path, 1, scale=2)))
    assert (picture.format, picture.size) == ("PNG", (1190, 1684))
    with pytest.raises(UnreadableError):
        render_page(path, 2)


def test_pages_are_drawn_from_several_threads_at_a_time(pdf: MakePdf) -> None:
    path = pdf(*[[(70, 100, 11, f"Sida {k}")] for k in range(4)])
    sizes: list[int] = []
    threads = [
        threading.Thread(target=lambda k=k: sizes.append(len(render_page(path, k + 1))))
        for k in range(4)
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(sizes) == 12


@pytest.mark.parametrize(
    ("name", "code"), [("krypt_anvandare", UnreadableCode.PASSWORD), ("avhuggen", UnreadableCode.DAMAGED)]
)
def test_what_does_not_open_says_why(name: str, code: UnreadableCode) -> None:
    with pytest.raises(UnreadableError) as caught:
        PdfiumDocument(MADE / f"{name}.pdf")
    assert caught.value.code is code
