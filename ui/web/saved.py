"""Saved searches: the browser keeps them, and what the collection has taken in since the last visit is told as new."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from search.answer import Answer
from ui.texts import Texts
from ui.web.address import Address, Tab, parse
from ui.web.answering import FIRST, answered
from ui.web.badges import type_words
from ui.web.dates import written
from ui.web.desk import Desk
from ui.web.library import Library
from ui.web.links import page_link
from ui.web.markup import Markup, join, tag

MOST = 30
"""Saved searches that are looked after."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved search: its address, the collection's generation when it was last looked at, and that day (ISO)."""

    address: Address
    generation: int
    visited: str | None


@dataclass(frozen=True, slots=True)
class Visit:
    """What a browser asks for: an address, and the searches it has saved."""

    address: Address
    saved: tuple[Saved, ...] = ()

    @property
    def since(self) -> int | None:
        """The generation when this search was last looked at; None if it is not saved."""
        asked = replace(self.address, more=False)
        return next((one.generation for one in self.saved if one.address == asked), None)


def read_saved(told: object) -> tuple[Saved, ...]:
    """What a browser told of its saved searches; anything that is not one is left out."""
    rows = told if isinstance(told, list) else []
    return tuple(one for one in map(_saved, rows[:MOST]) if one)


def new_files(answer: Answer, since: int | None, library: Library) -> frozenset[str]:
    """Which of the answer's papers came in, or changed, after generation `since`."""
    if since is None or since >= library.overview().generation:
        return frozenset()
    files = sorted({hit.file for hit in answer.hits} | {decision.file for decision in answer.decisions})
    return frozenset(file for file, generation in library.generations(files).items() if generation > since)


def saved_list(saved: Sequence[Saved], desk: Desk) -> Markup | None:
    """The saved searches, each with how many papers among its first hits are new or have changed."""
    if not saved:
        return None
    rows = (_row(one, desk) for one in saved)
    return tag("section", tag("h2", desk.texts("saved.title")), tag("ul", *rows, class_="rows"), class_="newest")


def save_button(address: Address, generation: int, texts: Texts) -> Markup:
    """Saves the search, or forgets it; page.js presses it in where it is saved."""
    return tag(
        "button", texts("saved.save"), type="button", class_="tool small", aria_pressed="false",
        data_save=replace(address, more=False).query(), data_generation=generation,
    )  # fmt: skip


def _row(one: Saved, desk: Desk) -> Markup:
    texts, overview = desk.texts, desk.library.overview()
    count = 0
    if one.generation < overview.generation:
        answer = answered(one.address, desk)
        new = new_files(answer, one.generation, desk.library)
        count = len(new & {hit.file for hit in answer.hits[:FIRST]})
    told = texts.count("saved.new", count) if count else texts("saved.nothing_new")
    when = texts("saved.since", date=written(one.visited, texts)) if one.visited else None
    return tag(
        "li",
        tag("span", page_link(one.address, one.address.question), class_="row-title"),
        tag("span", told, class_="badge tone-yes" if count else "facts"),
        tag("span", join([described(one.address, texts), when], " · "), class_="facts"),
    )


def described(address: Address, texts: Texts) -> str:
    """The filters of a search in words; "" where it has none."""
    parts = [
        *(type_words(kind, texts) for kind in address.types),
        *address.bodies,
        *address.parties,
        f"{address.since or ''}–{address.until or ''}" if address.since or address.until else "",
        texts(f"status.{address.status.value}") if address.status else "",
        texts("filter.in_force") if address.in_force else "",
    ]
    return ", ".join(part for part in parts if part)


def _saved(row: object) -> Saved | None:
    if not isinstance(row, dict):
        return None
    query, generation, visited = row.get("query"), row.get("generation"), row.get("visited")
    if not isinstance(query, str) or not isinstance(generation, int):
        return None
    address = parse(query)
    if address.tab is not Tab.ASK or not address.question:
        return None
    day = visited if isinstance(visited, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", visited, re.ASCII) else None
    return Saved(replace(address, more=False), generation, day)
