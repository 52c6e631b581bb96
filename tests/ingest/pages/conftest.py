"""Made pages for tests: words placed by hand, and PDFs written byte by byte."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.pages.lines import Line, line_of
from ingest.pages.words import ASCENT, DESCENT, PageText, Style, Word

MADE = Path(__file__).parent / "made"
EM = 0.5
"""Width of a letter in em on made pages."""

Placed = tuple[float, float, str]
"""(x, baseline from the top, text); the words of a text stand half an em apart."""
MakeWords = Callable[..., tuple[Word, ...]]
MakeLine = Callable[..., Line]
MakePage = Callable[..., PageText]
MakePdf = Callable[..., Path]


def _words(*texts: Placed, size: float = 10.0, bold: bool = False) -> tuple[Word, ...]:
    out = []
    style = Style(size, bold=bold)
    for x, base, text in texts:
        for part in text.split():
            x1 = x + EM * size * len(part)
            out.append(Word(part, x, base - ASCENT * size, x1, base + DESCENT * size, base, style))
            x = x1 + EM * size
    return tuple(out)


@pytest.fixture
def words() -> MakeWords:
    """Words from placed texts, letters half an em wide."""
    return _words


@pytest.fixture
def line() -> MakeLine:
    """A line of text at (x, baseline), letters half an em wide."""

    def make(
        text: str, x: float = 70, base: float = 100, *, size: float = 10.0, bold: bool = False, page: int = 0
    ) -> Line:
        made = line_of(page, _words((x, base, text), size=size, bold=bold), {})
        return replace(made, text=text)

    return make


@pytest.fixture
def page() -> MakePage:
    """A page of placed texts."""

    def make(*texts: Placed, index: int = 0, size: float = 10.0, bold: Sequence[Placed] = ()) -> PageText:
        placed = (*_words(*texts, size=size), *_words(*bold, size=size, bold=True))
        return PageText(index, 595.0, 842.0, placed, characters=sum(len(word.text) for word in placed))

    return make


Text = tuple[float, float, float, str]
"""(x, baseline from the top, size, text); a text that starts with "**" is bold."""


def _content(texts: Sequence[Text], drawn: str, height: float) -> bytes:
    parts = ["BT"]
    for x, base, size, text in texts:
        font = "/B" if text.startswith("**") else "/R"
        escaped = text.removeprefix("**").replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        parts.append(f"{font} {size} Tf 1 0 0 1 {x} {height - base} Tm ({escaped}) Tj")
    return "\n".join([*parts, "ET", drawn]).encode("cp1252")


_TABLE = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <FF> "
    "endcodespacerange 1 beginbfrange <21> <FF> <{:04X}> endbfrange endcmap end end"
)


@pytest.fixture
def pdf(tmp_path: Path) -> MakePdf:
    """Write a PDF of pages of texts in Helvetica; `drawn` is content that comes after each page's text.

    The table of the font that is not bold says another letter than it shows, so many further on as `shifted`.
    """

    def make(
        *pages: Sequence[Text],
        name: str = "made.pdf",
        drawn: str = "",
        extra: str = "",
        compress: bool = False,
        shifted: int = 0,
    ) -> Path:
        objects = ["", ""]
        font = "<</Type/Font/Subtype/Type1/BaseFont/{}/Encoding/WinAnsiEncoding{}>>"
        table = _TABLE.format(33 + shifted).encode()
        objects += [font.format("Helvetica", "/ToUnicode 5 0 R" if shifted else ""), font.format("Helvetica-Bold", "")]
        objects += [f"<</Length {len(table)}>>"]
        streams: dict[int, bytes] = {5: table}
        kids = []
        for texts in pages:
            content = _content(texts, drawn, 842)
            content = zlib.compress(content) if compress else content
            flate = "/Filter/FlateDecode" if compress else ""
            objects.append(f"<</Length {len(content)}{flate}>>")
            streams[len(objects)] = content
            fonts = "/Resources<</Font<</R 3 0 R/B 4 0 R>>>>"
            objects.append(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{fonts}/Contents {len(objects)} 0 R{extra}>>"
            )
            kids.append(f"{len(objects)} 0 R")
        objects[0] = "<</Type/Catalog/Pages 2 0 R>>"
        objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
        path = tmp_path / name
        path.write_bytes(_assembled(objects, streams))
        return path

    return make


def _assembled(objects: Sequence[str], streams: dict[int, bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{body}".encode("latin-1")
        if number in streams:
            out += b"\nstream\n" + streams[number] + b"\nendstream"
        out += b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)
