"""The page part of a PDF, through pypdfium2 alone: glyphs with boxes and styles, ruled lines, and the page's picture.

PDFium is not thread-safe: everything here holds one lock. It may also abort the process on hostile files: read a
stranger's PDF through `ingest.pages.isolation`.
"""

from __future__ import annotations

import ctypes
import io
import math
import re
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as raw

from corpus.errors import UnreadableCode, UnreadableError
from corpus.paragraph import Box
from ingest.pages.drawn_bullets import may_be_dot, with_bullets
from ingest.pages.glyphs import WordBuilder
from ingest.pages.words import PageText, Segment, Style

if TYPE_CHECKING:
    from PIL.Image import Image

_LOCK = threading.RLock()
_BOLD = re.compile(r"bold|black|heavy|semibold|demi|,b\b|-bd\b|\bbd$", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|,i\b", re.IGNORECASE)
_SPACES = frozenset({9, 10, 13, 32, 160, 0x2002, 0x2003, 0x2009})
_LINE_END_HYPHENS = {2: "-", 0xFFFE: "-"}
"""PDFium puts these in place of a hyphen at a line's end."""
_THIN = 2.5
"""Height or width in points below which a drawn path is a ruled line."""
_MOST_RULES = 5000
_MOST_DOTS = 200
_MOST_PIXELS = 40e6


class PdfiumDocument:
    """An open PDF. Pages are counted from 0 here."""

    def __init__(self, path: Path) -> None:
        """Open `path`; raise UnreadableError if PDFium cannot."""
        with _LOCK:
            try:
                self._document = pypdfium2.PdfDocument(path)
                self._pages = len(self._document)
            except pypdfium2.PdfiumError as error:
                raise _unreadable(str(error)) from error

    def __enter__(self) -> PdfiumDocument:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with _LOCK:
            self._document.close()

    def __len__(self) -> int:
        return self._pages

    def page_text(self, index: int) -> PageText | None:
        """The page's words and ruled lines; None if PDFium cannot open the page."""
        with _LOCK:
            try:
                page = self._document[index]
            except pypdfium2.PdfiumError:
                return None
            try:
                return _read_page(page, index)
            finally:
                page.close()

    def size(self, index: int) -> tuple[float, float]:
        """The displayed page's width and height in points."""
        with _LOCK:
            width, height = self._document.get_page_size(index)
            return float(width), float(height)

    def picture(self, index: int, scale: float) -> Image:
        """The page as a picture, `scale` pixels a point (less for giant pages)."""
        with _LOCK:
            page = self._document[index]
            try:
                width, height = page.get_size()
                most = math.sqrt(_MOST_PIXELS / max(1.0, width * height))
                picture: Image = page.render(scale=min(scale, most)).to_pil()
                return picture
            finally:
                page.close()


def render_page(path: Path, page: int, scale: float = 1.5) -> bytes:
    """The page (from 1) of the PDF at `path` as a PNG, `scale` pixels a point."""
    with PdfiumDocument(path) as document:
        if not 1 <= page <= len(document):
            raise UnreadableError(UnreadableCode.NO_PAGES, f"Sidan {page} finns inte i {path.name}.")
        out = io.BytesIO()
        document.picture(page - 1, scale).save(out, "PNG", compress_level=1)
        return out.getvalue()


def _unreadable(text: str) -> UnreadableError:
    if "assword" in text:
        return UnreadableError(
            UnreadableCode.PASSWORD, "PDF-filen är låst med lösenord.", hint="Spara den utan lösenord och läs in igen."
        )
    return UnreadableError(
        UnreadableCode.DAMAGED, "PDF-filen är skadad och går inte att öppna.", hint="Hämta den på nytt från källan."
    )


class _Frame:
    """User space → points of the displayed page (crop box and rotation applied), from three of its points."""

    def __init__(self, page: Any) -> None:
        self.width, self.height = page.get_size()
        self.ox, self.oy = self._device(page, 0, 0)
        ax, ay = self._device(page, 1000, 0)
        bx, by = self._device(page, 0, 1000)
        self.a, self.b = (ax - self.ox) / 1000, (ay - self.oy) / 1000
        self.c, self.d = (bx - self.ox) / 1000, (by - self.oy) / 1000

    def _device(self, page: Any, x: float, y: float) -> tuple[float, float]:
        fine = 1000
        dx, dy = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(page.raw, 0, 0, int(self.width * fine), int(self.height * fine), 0, x, y, dx, dy)
        return dx.value / fine, dy.value / fine

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.ox, self.b * x + self.d * y + self.oy

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        a, b, c, d = self.a, self.b, self.c, self.d
        ax, ay = a * x0 + c * y0 + self.ox, b * x0 + d * y0 + self.oy
        bx, by = a * x1 + c * y1 + self.ox, b * x1 + d * y1 + self.oy
        left, right = (ax, bx) if ax <= bx else (bx, ax)
        top, bottom = (ay, by) if ay <= by else (by, ay)
        return left, top, right, bottom

    def angle(self, matrix: Any) -> int:
        """Direction of a baseline on the displayed page: 0, 90, 180, 270, or 45 for anything slanted."""
        vx, vy = self.a * matrix.a + self.c * matrix.b, self.b * matrix.a + self.d * matrix.b
        degrees = math.degrees(math.atan2(vy, vx))
        nearest = round(degrees / 90) * 90
        return int(nearest % 360) if abs(degrees - nearest) < 3 else 45


def _read_page(page: Any, index: int) -> PageText:
    frame = _Frame(page)
    builder = WordBuilder()
    textpage = page.get_textpage()
    try:
        characters, unmapped = _read_glyphs(textpage.raw, frame, builder)
    finally:
        textpage.close()
    rules, dots, image_share = _read_drawings(page, frame)
    words = with_bullets(builder.words, dots)
    return PageText(index, frame.width, frame.height, words, tuple(rules), characters, unmapped, image_share)


def _read_glyphs(text: Any, frame: _Frame, builder: WordBuilder) -> tuple[int, int]:
    """Feed every glyph of the page to `builder`; the number of glyphs and of those without a usable character."""
    styles: dict[int, Style] = {}
    rect, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    style = Style(11.0)
    characters = unmapped = 0
    for i in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, i)
        if code in _SPACES or code == 0:
            builder.space()
            continue
        thing = raw.FPDFText_GetTextObject(text, i)
        if thing:
            key = ctypes.addressof(thing.contents)
            style = styles.get(key) or styles.setdefault(key, _style(text, i, thing, frame))
        raw.FPDFText_GetLooseCharBox(text, i, rect)
        raw.FPDFText_GetCharOrigin(text, i, x, y)
        box = frame.box(rect.left, rect.bottom, rect.right, rect.top)
        px, py = frame.point(x.value, y.value)
        characters += 1
        if code == 0xFFFD or 0xE000 <= code <= 0xF8FF or raw.FPDFText_HasUnicodeMapError(text, i) == 1:
            unmapped += 1
        builder.glyph(_character(code), box, py if style.angle in (0, 180) else px, style)
    builder.space()
    return characters, unmapped


def _character(code: int) -> str:
    if code in _LINE_END_HYPHENS:
        return _LINE_END_HYPHENS[code]
    return chr(code) if code < 0x110000 and not 0xD800 <= code <= 0xDFFF else "\ufffd"


def _style(text: Any, i: int, thing: Any, frame: _Frame) -> Style:
    matrix, flags = raw.FS_MATRIX(), ctypes.c_int()
    raw.FPDFText_GetMatrix(text, i, matrix)
    size = raw.FPDFText_GetFontSize(text, i)
    name = ctypes.create_string_buffer(256)
    raw.FPDFText_GetFontInfo(text, i, name, 256, flags)
    font = name.value.decode("utf-8", "replace")
    font = font.split("+", 1)[-1] if "+" in font[:8] else font
    mode = raw.FPDFTextObj_GetTextRenderMode(thing)
    # PDFium's weight says 400 for many bold fonts (Liberation-Sans-Bold): the name and the flags know better.
    heavy = bool(flags.value & (1 << 18)) or raw.FPDFText_GetFontWeight(text, i) >= 600 or mode == 2
    return Style(
        size=max(0.1, size * math.hypot(matrix.c, matrix.d) or size),
        bold=bool(_BOLD.search(font)) or heavy,
        italic=bool(_ITALIC.search(font)) or bool(flags.value & 64),
        angle=frame.angle(matrix),
        mcid=raw.FPDFPageObj_GetMarkedContentID(thing),
        artifact=_is_artifact(thing),
        hidden=mode in (3, 7),
    )


def _is_artifact(thing: Any) -> bool:
    for k in range(min(raw.FPDFPageObj_CountMarks(thing), 8)):
        mark = raw.FPDFPageObj_GetMark(thing, k)
        name, length = (raw.FPDF_WCHAR * 64)(), ctypes.c_ulong()
        if raw.FPDFPageObjMark_GetName(mark, name, 128, length):
            decoded = bytes(name)[: length.value].decode("utf-16-le", "ignore")
            if decoded.startswith("Artifact"):
                return True
    return False


def _read_drawings(page: Any, frame: _Frame) -> tuple[list[Segment], list[Box], float]:
    """The page's ruled lines, the dots that may be bullets, and the share of it that pictures cover."""
    rules: list[Segment] = []
    dots: list[Box] = []
    pictured = 0.0
    area = frame.width * frame.height or 1.0
    for thing in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE), max_depth=3):
        try:
            left, bottom, right, top = thing.get_bounds()
        except pypdfium2.PdfiumError:
            continue
        x0, y0, x1, y1 = frame.box(left, bottom, right, top)
        if thing.type == raw.FPDF_PAGEOBJ_IMAGE:
            wide, high = min(x1, frame.width) - max(x0, 0), min(y1, frame.height) - max(y0, 0)
            pictured += max(0.0, wide) * max(0.0, high)
        elif may_be_dot((x0, y0, x1, y1)):
            if len(dots) < _MOST_DOTS and _filled(thing):
                dots.append((x0, y0, x1, y1))
        elif len(rules) < _MOST_RULES:
            rules += _ruled_lines(thing, (x0, y0, x1, y1), area)
    return rules, dots, min(1.0, pictured / area)


def _filled(thing: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(thing.raw, fill, stroke)
    return bool(fill.value) and _visible(raw.FPDFPageObj_GetFillColor, thing)


def _ruled_lines(thing: Any, box: tuple[float, float, float, float], area: float) -> list[Segment]:
    """The lines a path draws: itself if thin, its four sides if a stroked rectangle, none if not to be seen."""
    x0, y0, x1, y1 = box
    width, height = x1 - x0, y1 - y0
    if (width <= 8 or height >= _THIN) and (height <= 8):
        return []
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(thing.raw, fill, stroke)
    stroked = bool(stroke.value) and _visible(raw.FPDFPageObj_GetStrokeColor, thing)
    # Aspose and Acrobat hide a white rectangle behind every word.
    if not stroked and not (fill.value and _visible(raw.FPDFPageObj_GetFillColor, thing)):
        return []
    if height < _THIN and width > 8:
        return [(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)]
    if width < _THIN and height > 8:
        return [((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)]
    if stroked and width > 20 and height > 8 and width * height < 0.5 * area:
        return [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]
    return []


def _visible(colour_of: Any, thing: Any) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not colour_of(thing.raw, red, green, blue, alpha):
        return False
    return alpha.value > 30 and min(red.value, green.value, blue.value) < 235
