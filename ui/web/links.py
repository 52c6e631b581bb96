"""How the page points at things: a case, a paragraph's source, a PDF at a page, a picture, a citation to copy."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

from ui.texts import Texts
from ui.web.address import Address, Tab
from ui.web.markup import Child, Markup, tag


def page_link(address: Address, *children: Child, class_: str | None = None, label: str | None = None) -> Markup:
    """A link to another state of the page; page.js follows it without loading the page anew."""
    return tag("a", *children, href=address.query(), class_=class_, aria_label=label)


def source_of(file: str, paragraph: int | None, page: int | None = None) -> Address:
    """The address of a paragraph's source."""
    return Address(tab=Tab.SOURCE, file=file, paragraph=paragraph, page=page)


def case_of(key: str) -> Address:
    """The address of a case."""
    return Address(tab=Tab.CASE, case=key)


def cited(citation: str, address: Address, texts: Texts) -> Markup:
    """A citation that opens its source, with a button that copies it."""
    return tag(
        "span",
        page_link(address, citation, class_="cite"),
        tag("button", texts("source.copy"), type="button", class_="copy", data_copy=citation,
            aria_label=texts("source.copy_label", citation=citation)),
        class_="cited",
    )  # fmt: skip


def feed_path(address: Address) -> str:
    """Where the server gives out the Atom feed of a search."""
    return f"flode.atom{replace(address, more=False).query()}"


def pdf_path(sha256: str, page: int, *, root: str = "") -> str:
    """Where the server gives out a PDF, opened at a page; `root` leads to the server's root."""
    return f"{root}fil/{quote(sha256)}.pdf#page={page}"


def picture_path(sha256: str, page: int, scale: int, *, root: str = "") -> str:
    """Where the server draws a page, `scale` pixels a point; `root` leads to the server's root."""
    return f"{root}bild/{quote(sha256)}/{page}.png?skala={scale}"
