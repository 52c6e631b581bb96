"""Samlingen: what is covered, as figures and tables, and what could not be read, with what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.stored import Failure
from ui.texts import Texts
from ui.web.badges import type_words
from ui.web.desk import Desk
from ui.web.library import Overview
from ui.web.links import page_link, source_of
from ui.web.markup import Markup, tag
from ui.web.summary import held


def overview_view(desk: Desk) -> Markup:
    """The figures."""
    texts, overview = desk.texts, desk.library.overview()
    counts = overview.counts
    figures = (
        ("collection.documents", counts.documents),
        ("collection.pages", counts.pages),
        ("collection.paragraphs", counts.paragraphs),
        ("collection.cases", counts.cases),
        ("collection.failed", counts.failed),
        ("collection.unread", counts.unread_pages),
    )
    rows = (tag("div", tag("dt", texts(key)), tag("dd", texts.number(number))) for key, number in figures)
    return tag(
        "section",
        tag("h2", texts("collection.covered")),
        tag("p", held(overview.coverage, texts)),
        tag("dl", *rows, class_="figures"),
    )


def tables_view(desk: Desk) -> Markup:
    """The plots' numbers as tables."""
    texts, counts = desk.texts, desk.library.overview().counts
    types = [(type_words(name, texts), count) for name, count in counts.types]
    tables = (
        _table(texts("plot.by_type"), types, texts),
        _table(texts("plot.by_body"), counts.bodies, texts),
        _table(texts("plot.by_year"), counts.years, texts),
    )
    return tag("details", tag("summary", texts("collection.as_tables")), tag("div", *tables, class_="side-by-side"))


def failures_view(desk: Desk) -> Markup:
    """What could not be read at all, and which papers have pages that could not."""
    texts, overview = desk.texts, desk.library.overview()
    return tag(
        "section",
        tag("h2", texts("collection.not_read")),
        _failures(overview.failures, texts),
        _unread(overview, texts),
    )


def _failures(failures: Sequence[Failure], texts: Texts) -> Markup:
    if not failures:
        return tag("p", texts("collection.no_failures"), class_="facts")
    heads = ("collection.col_file", "collection.col_reason", "collection.col_hint")
    rows = (
        tag("tr", tag("th", failure.file, scope="row"), tag("td", failure.message, lang="sv"),
            tag("td", failure.hint, lang="sv"))
        for failure in failures
    )  # fmt: skip
    return tag(
        "table",
        tag("thead", tag("tr", *(tag("th", texts(key), scope="col") for key in heads))),
        tag("tbody", *rows),
        class_="table stacked",
    )


def _unread(overview: Overview, texts: Texts) -> Markup | None:
    rows = [
        tag("li", page_link(source_of(head.file, None), head.title), " ",
            tag("span", texts.count("coverage.unread", head.unread_pages), class_="facts"))
        for head in overview.heads
        if head.unread_pages
    ]  # fmt: skip
    return tag("div", tag("h3", texts("collection.unread_in")), tag("ul", *rows, class_="papers")) if rows else None


def _table(caption: str, pairs: Sequence[tuple[str, int]], texts: Texts) -> Markup:
    rows = (tag("tr", tag("th", name, scope="row"), tag("td", texts.number(n), class_="number")) for name, n in pairs)
    return tag("table", tag("caption", caption), tag("tbody", *rows), class_="table")
