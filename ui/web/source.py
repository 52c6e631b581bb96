"""Källan: the page's picture with the paragraph's boxes marked, the way to its neighbours, and the page's text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.case import Case
from corpus.document import Document
from corpus.paragraph import Kind, Paragraph
from ui.texts import Texts
from ui.web.address import ZOOMS, Address
from ui.web.badges import type_words
from ui.web.dates import written
from ui.web.links import case_of, page_link, pdf_path, picture_path
from ui.web.markup import Markup, join, tag

SCALES = {100: 2, 150: 3, 200: 4}
"""Pixels a point of the picture at each zoom: two a CSS pixel at 100 % in a 600 px column, so that text stays sharp."""

MARGIN = 2.0
"""Points by which a marked box is larger than its line, so that the colour does not cut the letters."""


def shown_pages(document: Document, address: Address) -> tuple[int, ...]:
    """The pages to show: the one asked for, or all that the paragraph stands on."""
    paragraph = chosen(document, address)
    if address.page:
        return (min(address.page, document.pages),)
    return paragraph.pages if paragraph and paragraph.pages else (1,)


def chosen(document: Document, address: Address) -> Paragraph | None:
    """The paragraph that the address marks, None if it names none of this document."""
    n = address.paragraph
    return document.paragraph(n) if n and n <= len(document.paragraphs) else None


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on show: pages of a document as the address asks, and the paragraph that is marked on them."""

    document: Document
    address: Address
    pages: tuple[int, ...]
    paragraph: Paragraph | None
    root: str
    texts: Texts


def source_view(
    document: Document,
    address: Address,
    texts: Texts,
    *,
    citation: str | None = None,
    cases: Sequence[Case] = (),
    root: str = "",
) -> Markup:
    """The whole view; `citation` is the marked paragraph's, `cases` are those that the paper belongs to, `root` leads
    to the server's root."""
    paragraph = chosen(document, address)
    shown = Shown(document, address, shown_pages(document, address), paragraph, root, texts)
    return tag(
        "div",
        _head(document, cases, texts),
        _toolbar(shown, citation),
        tag("div", _pictures(shown), _text(shown), class_="source-body"),
        class_="source",
    )


def no_source(address: Address, texts: Texts) -> Markup:
    """What is said where no document is open, or where the one asked for is not in the collection."""
    if address.file:
        return tag("p", texts("source.missing", file=address.file), class_="empty", role="status")
    return tag("p", texts("source.none"), class_="empty")


def _head(document: Document, cases: Sequence[Case], texts: Texts) -> Markup:
    facts = [type_words(document.type, texts), written(document.date, texts), ", ".join(document.dnr)]
    links = [page_link(case_of(case.key), case.title) for case in cases]
    warnings = [tag("p", warning, class_="warning", lang="sv") for warning in document.warnings]
    return tag(
        "header",
        tag("h2", document.title, lang="sv"),
        tag("p", join(facts, " · "), class_="facts"),
        tag("p", document.file, class_="file"),
        tag("p", texts.count("source.in_case", len(links)), " ", join(links, ", "), class_="facts") if links else None,
        join(warnings),
        class_="source-head",
    )


def _toolbar(shown: Shown, citation: str | None) -> Markup:
    document, address, texts = shown.document, shown.address, shown.texts
    first, last = shown.pages[0], shown.pages[-1]
    numbers = "–".join(str(page) for page in dict.fromkeys((first, last)))
    pdf = pdf_path(document.sha256, first, root=shown.root)
    return tag(
        "div",
        _turn(address, first - 1 if first > 1 else None, "source.previous", texts),
        tag("span", texts("source.page_of", page=numbers, pages=document.pages), class_="page-of"),
        _turn(address, last + 1 if last < document.pages else None, "source.next", texts),
        _zooms(address, texts),
        tag("a", texts("source.open_pdf"), href=pdf, target="_blank", rel="noopener", class_="tool"),
        _copy(citation, texts),
        class_="toolbar", role="group", aria_label=texts("source.tools"),
    )  # fmt: skip


def _turn(address: Address, page: int | None, key: str, texts: Texts) -> Markup:
    if page is None:
        return tag("span", texts(key), class_="tool off", aria_disabled="true", role="link")
    return page_link(replace(address, page=page), texts(key), class_="tool")


def _zooms(address: Address, texts: Texts) -> Markup:
    links = (
        tag(
            "a", f"{zoom} %", href=replace(address, zoom=zoom).query(), class_="tool",
            aria_current="true" if zoom == address.zoom else None, aria_label=texts("source.zoom_to", zoom=zoom),
        )
        for zoom in ZOOMS
    )  # fmt: skip
    return tag("span", *links, class_="zooms", role="group", aria_label=texts("source.zoom"))


def _copy(citation: str | None, texts: Texts) -> Markup | None:
    if not citation:
        return None
    return tag("button", texts("source.copy_long"), type="button", class_="tool copy", data_copy=citation)


def _pictures(shown: Shown) -> Markup:
    return tag(
        "div", *(_picture(shown, page) for page in shown.pages), class_=f"pictures zoom-{shown.address.zoom}",
        tabindex=0, role="region", aria_label=shown.texts("source.pictures"),
    )  # fmt: skip


def _picture(shown: Shown, page: int) -> Markup:
    document, paragraph = shown.document, shown.paragraph
    width, height = document.page_sizes[page - 1]
    marked = bool(paragraph and page in paragraph.pages)
    alt = shown.texts("source.picture_marked" if marked else "source.picture", page=page, title=document.title)
    scale = SCALES[shown.address.zoom]
    image = tag(
        "img", src=picture_path(document.sha256, page, scale, root=shown.root), alt=alt,
        width=round(width * scale), height=round(height * scale),
    )  # fmt: skip
    overlay = tag(
        "svg", _clickable(shown, page), _boxes(paragraph, page, "marked") if paragraph else None,
        viewBox=f"0 0 {width:g} {height:g}", preserveAspectRatio="none", aria_hidden="true", focusable="false",
    )  # fmt: skip
    return tag("figure", image, overlay, class_="sheet", id=f"sida-{page}")


def _clickable(shown: Shown, page: int) -> Markup:
    """Invisible boxes over the other paragraphs: a click marks that one (for the keyboard, the text beside does)."""
    links = (
        tag("a", _boxes(other, page, "other"), href=_marking(shown.address, other.n).query(), tabindex=-1)
        for other in shown.document.paragraphs
        if other is not shown.paragraph and page in other.pages
    )
    return join(links)


def _marking(address: Address, n: int) -> Address:
    return replace(address, paragraph=n, page=None)


def _boxes(paragraph: Paragraph, page: int, class_: str) -> Markup:
    return join(
        tag(
            "rect", class_=class_, x=f"{place.box[0] - MARGIN:.1f}", y=f"{place.box[1] - MARGIN:.1f}",
            width=f"{place.box[2] - place.box[0] + 2 * MARGIN:.1f}",
            height=f"{place.box[3] - place.box[1] + 2 * MARGIN:.1f}",
        )
        for place in paragraph.places
        if place.page == page
    )  # fmt: skip


def _text(shown: Shown) -> Markup:
    texts = shown.texts
    rows = [
        _row(other, shown.address, marked=other is shown.paragraph, texts=texts)
        for other in shown.document.paragraphs
        if set(other.pages) & set(shown.pages)
    ]
    listed = tag("ol", *rows) if rows else tag("p", texts("source.no_text"), class_="empty")
    return tag("section", tag("h3", texts("source.text")), listed, class_="page-text", aria_label=texts("source.text"))


def _row(paragraph: Paragraph, address: Address, *, marked: bool, texts: Texts) -> Markup:
    number = page_link(
        _marking(address, paragraph.n),
        str(paragraph.n),
        class_="n",
        label=texts("source.mark", n=paragraph.n),
    )
    label = f"{paragraph.label} " if paragraph.label else None
    words = tag("strong" if paragraph.kind is Kind.HEADING else "span", label, paragraph.text, lang="sv")
    said = tag("span", texts("source.marked"), class_="unseen") if marked else None
    return tag("li", number, " ", said, words, class_="marked" if marked else None,
               aria_current="true" if marked else None)  # fmt: skip
