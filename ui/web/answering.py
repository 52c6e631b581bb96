"""Fråga: an address with a question becomes an answer as HTML."""

from __future__ import annotations

from dataclasses import replace

from search.answer import Answer
from ui.web.address import Address
from ui.web.cards import cards
from ui.web.desk import Desk
from ui.web.facets import filter_of
from ui.web.hits import hit_groups
from ui.web.links import page_link
from ui.web.markup import Markup, tag
from ui.web.summary import answer_head

FIRST, MORE = 10, 50
"""How many hits are shown at first, and after "Visa fler"."""


def answered(address: Address, desk: Desk, *, top: int | None = None) -> Answer:
    """The answer to the address's question, with `top` hits, or as many as the address asks for."""
    top = top or (MORE if address.more else FIRST)
    return desk.services.asker.ask(address.question, where=filter_of(address, desk.today()), top=top)


def answer_view(
    answer: Answer, address: Address, desk: Desk, *, actions: Markup, new: frozenset[str], within: int | None = None
) -> Markup:
    """The answer as HTML: what was found, what can be done with it, the decisions, the hits (those of `new` marked).

    `within` is how many papers the filters left, None where there are none.

    Where nothing was found no decision is shown: a card beside the question reads as the answer to it.
    """
    return tag(
        "div",
        answer_head(answer, desk.texts, within=within),
        actions,
        cards(answer.decisions, desk.texts) if answer.decisions and answer.answerable else None,
        _hits(answer, address, desk, new),
        class_="answer",
    )


def _hits(answer: Answer, address: Address, desk: Desk, new: frozenset[str]) -> Markup | None:
    texts = desk.texts
    if not answer.hits:
        return tag("p", texts("ask.no_hits"), class_="empty") if address.filtered else None
    titles = {case.key: case.title for case in desk.library.overview().cases}
    room = not address.more and len(answer.hits) >= FIRST
    return tag(
        "section",
        tag("h2", texts("ask.hits" if answer.answerable else "ask.nearest")),
        hit_groups(answer.hits, titles, texts, new=new),
        page_link(replace(address, more=True), texts("ask.more"), class_="more") if room else None,
        class_="found",
    )
