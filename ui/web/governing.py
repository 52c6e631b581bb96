"""Styrdokument: which are in force, which run out soon, which are replaced, with who adopted them and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from corpus.document import STYRDOKUMENT, Document
from ui.texts import Texts
from ui.web.address import Address
from ui.web.badges import type_words
from ui.web.dates import unbroken, written
from ui.web.desk import Desk
from ui.web.links import page_link, source_of
from ui.web.markup import Markup, join, tag
from ui.web.narrow import choice_field, matches, narrow_form, words_field

STATES = ("galler", "snart", "kommande", "upphort", "ersatt")
"""In force, in force but running out within SOON, not yet, expired, replaced."""

SOON = timedelta(days=365)
"""A plan takes about a year to write, consult on and adopt: what runs out within one should be on somebody's desk."""

TONES = {"galler": "yes", "snart": "partly", "kommande": "answered", "upphort": "no", "ersatt": "other"}


def state_of(document: Document, today: str) -> str:
    """Which of STATES a styrdokument is in on `today` (ISO)."""
    if document.replaced_by:
        return "ersatt"
    if document.valid_to and document.valid_to < today:
        return "upphort"
    if document.valid_from and document.valid_from > today:
        return "kommande"
    limit = (date.fromisoformat(today) + SOON).isoformat()
    return "snart" if document.valid_to and document.valid_to <= limit else "galler"


def governing(heads: Sequence[Document], address: Address, today: str) -> tuple[Document, ...]:
    """The styrdokument that an address asks for: in force first, then by title."""
    order = {state: at for at, state in enumerate(STATES)}
    found = [
        head
        for head in heads
        if head.type in STYRDOKUMENT
        and (not address.types or head.type in address.types)
        and (not address.state or state_of(head, today) == address.state)
        and matches(address.question, head.title, *head.dnr, head.adoption.body if head.adoption else None)
    ]
    return tuple(sorted(found, key=lambda head: (order[state_of(head, today)], head.title.casefold(), head.file)))


def governing_list(address: Address, desk: Desk) -> Markup:
    """The list with its form."""
    texts, today = desk.texts, desk.today()
    heads = desk.library.overview().heads
    found = governing(heads, address, today)
    heads_of = ("governing.col_title", "governing.col_state", "governing.col_adopted", "governing.col_valid")
    rows = [_row(head, heads, today, texts) for head in found]
    table = tag(
        "table",
        tag("thead", tag("tr", *(tag("th", texts(key), scope="col") for key in heads_of))),
        tag("tbody", *rows),
        class_="table stacked",
    )
    return tag(
        "section",
        tag("h2", texts("tab.styrdokument")),
        _form(address, heads, len(found), texts),
        table if rows else tag("p", texts("governing.none"), class_="empty"),
    )


def _form(address: Address, heads: Sequence[Document], found: int, texts: Texts) -> Markup:
    kinds = sorted({head.type for head in heads if head.type in STYRDOKUMENT}, key=lambda kind: type_words(kind, texts))
    everything = ("", texts("narrow.all"))
    fields = [
        words_field(address, texts("governing.words")),
        choice_field("lage", texts("case.state"), [everything, *((s, texts(f"governing.{s}")) for s in STATES)],
                     address.state),
        choice_field("typ", texts("filter.types"), [everything, *((k.value, type_words(k, texts)) for k in kinds)],
                     address.types[0] if address.types else None),
    ]  # fmt: skip
    result = texts.count("governing.found", found)
    return narrow_form(address, fields, texts, name=texts("governing.narrow"), result=result)


def _row(head: Document, heads: Sequence[Document], today: str, texts: Texts) -> Markup:
    state = state_of(head, today)
    badge = tag("span", texts(f"governing.{state}_one"), class_=f"badge tone-{TONES[state]}")
    titles = {other.file: other.title for other in heads}
    return tag(
        "tr",
        tag(
            "th", page_link(source_of(head.file, None), head.title),
            tag("p", type_words(head.type, texts), class_="facts"), scope="row",
        ),
        tag("td", badge, *_relations(head, titles, texts)),
        tag("td", _adopted(head, texts)),
        tag("td", _valid(head, texts)),
    )  # fmt: skip


def _relations(head: Document, titles: dict[str, str], texts: Texts) -> list[Markup]:
    pairs = (("governing.replaced_by", head.replaced_by), ("governing.replaces", head.replaces))
    return [
        tag("p", texts(key), " ", _named(other, titles), class_="facts") for key, other in pairs if other is not None
    ]


def _named(other: str, titles: dict[str, str]) -> Markup | str:
    """A replaced paper is named by its file where it is in the collection, else by its title."""
    return page_link(source_of(other, None), titles[other]) if other in titles else other


def _adopted(head: Document, texts: Texts) -> Markup:
    adoption = head.adoption
    if adoption is None:
        return tag("span", texts("governing.adoption_unknown"), class_="facts")
    facts = join([tag("strong", adoption.body), written(adoption.date, texts), unbroken(adoption.section)], " · ")
    if adoption.paragraph is None:
        return facts
    link = page_link(source_of(head.file, adoption.paragraph), texts("governing.where_it_says"))
    return join([facts, tag("p", link, class_="facts")])


def _valid(head: Document, texts: Texts) -> Markup | str:
    if head.valid_from and head.valid_to:
        return texts("governing.from_to", first=written(head.valid_from, texts), last=written(head.valid_to, texts))
    if head.valid_to:
        return texts("governing.to", last=written(head.valid_to, texts))
    if head.valid_from:
        return texts("governing.from", first=written(head.valid_from, texts))
    return texts("governing.until_further")
