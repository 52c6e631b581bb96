"""An Atom feed of a search (RFC 4287): what answers the question, newest papers first, for feed readers and mail."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.sax.saxutils import escape, quoteattr

from search.answer import Answer, Hit
from ui.texts import Texts
from ui.web.address import Address
from ui.web.links import source_of
from ui.web.summary import coverage_line

ENTRIES = 30
UNDATED = "1970-01-01"

NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold (its production 2, Char); PDFs give some of them."""


def feed(answer: Answer, address: Address, texts: Texts, *, base: str) -> str:
    """The feed; `base` is the page's own address, ending with a slash.

    An entry's `updated` is its paper's date: what is read into the collection later, but is older, still comes as an
    entry of its own, since feed readers go by the entry's id.
    """
    hits = sorted(answer.hits, key=lambda hit: hit.date or UNDATED, reverse=True)
    newest = hits[0].date if hits and hits[0].date else UNDATED
    address = replace(address, more=False)
    page = f"{base}{address.query()}"
    entries = "".join(_entry(hit, texts, base) for hit in hits)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{texts.language}">'
        f"<title>{_text(texts('feed.title', question=address.question))}</title>"
        f"<subtitle>{_text(coverage_line(answer.coverage, texts))}</subtitle>"
        f"<id>{_text(page)}</id><link href={quoteattr(page)}/>"
        f'<link rel="self" href={quoteattr(f"{base}flode.atom{address.query()}")}/>'
        f"<updated>{newest}T00:00:00Z</updated><author><name>{_text(texts('page.title'))}</name></author>"
        f"{entries}</feed>\n"
    )


def _entry(hit: Hit, texts: Texts, base: str) -> str:
    link = f"{base}{source_of(hit.file, hit.paragraph).query()}"
    status = f"{texts(f'status.{hit.status}')}: " if hit.status else ""
    return (
        f"<entry><title>{_text(status + hit.title)}</title><id>{_text(link)}</id><link href={quoteattr(link)}/>"
        f"<updated>{hit.date or UNDATED}T00:00:00Z</updated>"
        f'<summary>{_text(hit.text)}</summary><content type="text">{_text(hit.text)}\n\n{_text(hit.citation)}</content>'
        "</entry>"
    )


def _text(text: str) -> str:
    """Escaped, without the characters that XML cannot hold."""
    return escape(NOT_XML.sub("", text))
