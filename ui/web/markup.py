"""How HTML is put together: what is not already `Markup` is escaped, so text from a paper can never become a tag."""

from __future__ import annotations

import html
from collections.abc import Iterable

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "rect"})
"""Elements that have no end tag (`rect` closes itself inside an SVG)."""

Value = str | int | float | bool | None
"""An attribute's value: True writes the bare name, False and None leave it out."""


class Markup(str):
    """A string that is already HTML and needs no more escaping; made by `tag` and `join` alone."""

    __slots__ = ()


Child = str | int | None
"""What may stand inside an element: Markup as it is, anything else escaped, None not at all."""


def escape(text: Child) -> Markup:
    """`text` as HTML, safe inside an element and inside a quoted attribute."""
    if text is None:
        return Markup("")
    return text if isinstance(text, Markup) else Markup(html.escape(str(text), quote=True))


def _attribute(name: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    spelled = name.rstrip("_").replace("_", "-")
    return f" {spelled}" if value is True else f' {spelled}="{escape(str(value))}"'


def tag(name: str, /, *children: Child, **attributes: Value) -> Markup:
    """The element `name`; attributes are written `class_="a"`, `aria_label="b"`, `data_copy="c"`."""
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in VOID:
        return Markup(f"<{name}{written}/>")
    return Markup(f"<{name}{written}>{''.join(map(escape, children))}</{name}>")


def join(children: Iterable[Child], separator: Child = "") -> Markup:
    """Children side by side, those that are None or empty left out."""
    return Markup(escape(separator).join(escape(child) for child in children if child not in (None, "")))
