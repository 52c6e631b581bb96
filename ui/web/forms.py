"""How a question and its filters are asked for: a plain form whose fields are those of the address."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.decision import Status
from ui.texts import Texts
from ui.web.address import STATUSES, Address
from ui.web.badges import type_words
from ui.web.facets import Count, Facets
from ui.web.links import page_link
from ui.web.markup import Markup, join, tag

ASK = "ask"
"""The form's id: the filters stand beside the answer, outside the form, and name it."""


def ask_form(address: Address, texts: Texts) -> Markup:
    """The search field."""
    field = tag(
        "input", type="search", id="q", name="q", value=address.question, placeholder=texts("ask.placeholder"),
        aria_describedby="q-help", autocomplete="off", enterkeyhint="search",
    )  # fmt: skip
    return tag(
        "form",
        tag("label", texts("ask.label"), for_="q"),
        tag("div", field, tag("button", texts("ask.button"), type="submit", class_="primary"), class_="field"),
        tag("p", texts("ask.help"), id="q-help", class_="help"),
        method="get", id=ASK, role="search", class_="ask-form",
    )  # fmt: skip


def filters(address: Address, offered: Facets, texts: Texts) -> Markup:
    """The filters with their counts."""
    title = texts.count("filter.title_on", offered.documents) if address.filtered else texts("filter.title")
    types = [(value, type_words(value, texts), count) for value, count in offered.types]
    clear = page_link(Address(question=address.question), texts("filter.clear"), class_="clear")
    return tag(
        "details",
        tag("summary", title),
        _choices("typ", texts("filter.types"), types, address.types),
        _choices("namnd", texts("filter.bodies"), _same(offered.bodies), address.bodies),
        _choices("parti", texts("filter.parties"), _same(offered.parties), address.parties),
        _dates(address, texts),
        _status(address, offered, texts),
        _in_force(address, offered, texts),
        clear if address.filtered else None,
        class_="filters", open=True,
    )  # fmt: skip


def _same(counts: Iterable[Count]) -> list[tuple[str, str, int]]:
    return [(value, value, count) for value, count in counts]


def _choices(name: str, legend: str, options: list[tuple[str, str, int]], chosen: tuple[str, ...]) -> Markup | None:
    if not options:
        return None
    boxes = (
        _choice("checkbox", name, value, join([words, tag("span", count, class_="count")], " "), on=value in chosen)
        for value, words, count in options
    )
    return tag("fieldset", tag("legend", legend), tag("div", *boxes, class_="choices"))


def _choice(kind: str, name: str, value: str, words: Markup | str, *, on: bool) -> Markup:
    box = tag("input", type=kind, name=name, value=value, checked=on, form=ASK)
    return tag("label", box, " ", tag("span", words))


def _dates(address: Address, texts: Texts) -> Markup:
    def field(name: str, words: str, value: str | None) -> Markup:
        box = tag("input", type="text", name=name, value=value or "", form=ASK, inputmode="numeric", maxlength=10,
                  placeholder=texts("filter.date_form"), autocomplete="off")  # fmt: skip
        return tag("label", tag("span", words), " ", box)

    first = field("fran", texts("filter.since"), address.since)
    last = field("till", texts("filter.until"), address.until)
    return tag("fieldset", tag("legend", texts("filter.time")), tag("div", first, last, class_="dates"))


def _status(address: Address, offered: Facets, texts: Texts) -> Markup:
    counts = dict(offered.statuses)
    words = {status: word for word, status in STATUSES.items()}
    chosen = words.get(address.status) if address.status else ""
    options = [_choice("radio", "status", "", texts("filter.any_status"), on=not chosen)]
    for status in (Status.ADOPTED, Status.PROPOSED):
        label = join([texts(f"status.{status.value}"), tag("span", counts.get(status.value, 0), class_="count")], " ")
        options.append(_choice("radio", "status", words[status], label, on=chosen == words[status]))
    return tag("fieldset", tag("legend", texts("filter.status")), tag("div", *options, class_="choices"))


def _in_force(address: Address, offered: Facets, texts: Texts) -> Markup | None:
    if not offered.in_force and not address.in_force:
        return None
    label = join([texts("filter.in_force"), tag("span", offered.in_force, class_="count")], " ")
    box = _choice("checkbox", "gallande", "1", label, on=address.in_force)
    return tag("fieldset", tag("legend", texts("filter.validity")), tag("div", box, class_="choices"))
