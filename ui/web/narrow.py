"""The small forms that narrow a list: words, a choice of state, and whatever else the list knows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ui.texts import Texts
from ui.web.address import Address
from ui.web.markup import Markup, tag

Option = tuple[str, str]
"""What stands in the address, and what is read."""


def narrow_form(address: Address, fields: Iterable[Markup], texts: Texts, *, name: str, result: str) -> Markup:
    """A form for the address's tab; `result` says how much is left and is read out when it changes."""
    button = tag("button", texts("narrow.button"), type="submit", class_="tool")
    return tag(
        "form",
        tag("input", type="hidden", name="flik", value=address.tab.value),
        tag("div", *fields, button, class_="narrow-fields"),
        tag("p", result, class_="facts", role="status"),
        method="get", class_="narrow", aria_label=name,
    )  # fmt: skip


def words_field(address: Address, label: str) -> Markup:
    """A field for words."""
    box = tag("input", type="search", name="q", value=address.question, autocomplete="off")
    return tag("label", tag("span", label), box)


def choice_field(name: str, label: str, options: Sequence[Option], chosen: str | None) -> Markup:
    """A choice of one; the first option asks nothing."""
    rows = (tag("option", words, value=value, selected=value == (chosen or "")) for value, words in options)
    return tag("label", tag("span", label), tag("select", *rows, name=name))


def matches(words: str, *texts: str | None) -> bool:
    """Whether every word that was typed begins a word of one of the texts, whatever the case."""
    held = [part for text in texts if text for part in text.casefold().replace("-", " ").split()]
    return all(any(part.lstrip("(»\"'").startswith(word) for part in held)
               for word in words.casefold().replace("-", " ").split())  # fmt: skip
