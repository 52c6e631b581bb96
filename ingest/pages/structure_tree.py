"""A tagged PDF's structure tree → which block, role and heading level each marked-content id belongs to.

The walk is iterative, meets each node once and stops at a limit: trees with loops and 100,000 levels exist. Nodes are
duck-typed (dictionaries, lists, numbers and references), so that no PDF library is imported here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

MOST_NODES = 500_000

_HEADINGS = frozenset({"H", "H1", "H2", "H3", "H4", "H5", "H6", "Title"})
_BLOCKS = _HEADINGS | {"P", "TD", "TH", "Caption", "Note", "FENote", "TOCI", "BlockQuote", "LBody", "Code", "Figure"}
_GROUPS = frozenset(
    {"L", "LI", "Table", "TR", "THead", "TBody", "TFoot", "TOC", "Sect", "Part", "Art", "Div", "Document"}
)
_INLINE = frozenset({"Span", "NonStruct", "Reference", "Link", "Quote", "Em", "Strong", "Lbl", "Artifact"})
_KNOWN = _BLOCKS | _GROUPS | _INLINE


@dataclass(frozen=True, slots=True)
class Tag:
    """What the tree says of one marked-content id; block ids are unique in the document, -1 = in no block."""

    block: int = -1
    role: str = ""
    level: int = 0
    row: int = -1


Tags = Mapping[tuple[int, int], Tag]
"""(page from 0, marked-content id) → its tag."""


@dataclass(frozen=True, slots=True)
class _Place:
    tag: Tag = Tag()
    item: int = -1
    page: int | None = None


class _Walk:
    def __init__(self, role_map: Mapping[str, Any], page_of: Mapping[int, int]) -> None:
        self.role_map = role_map
        self.page_of = page_of
        self.tags: dict[tuple[int, int], Tag] = {}
        self.met: set[int] = set()
        self.items_with_text: set[int] = set()
        self.blocks = 0

    def new_block(self) -> int:
        self.blocks += 1
        return self.blocks

    def role(self, node: dict[str, Any]) -> str:
        role = str(_value(node, "/S") or "").lstrip("/")
        for _ in range(8):
            if role in _KNOWN or f"/{role}" not in self.role_map:
                break
            role = str(_resolve(self.role_map[f"/{role}"])).lstrip("/")
        return role

    def enter(self, role: str, place: _Place) -> _Place:
        """The place of what stands inside a node of `role` that stands at `place`."""
        tag = place.tag
        if role == "LI":
            block = self.new_block()
            return replace(place, tag=replace(tag, block=block, role="LI", level=0), item=block)
        if role == "TR":
            return replace(place, tag=replace(tag, row=self.new_block()))
        if role == "Artifact":
            return replace(place, tag=replace(tag, role="Artifact"))
        if role == "LBody" and place.item >= 0:
            return replace(place, tag=replace(tag, block=place.item, role="LI"))
        if role == "P" and tag.role == "LI" and place.item >= 0:
            return self._paragraph_in_item(place)
        if role not in _BLOCKS or (role == "P" and tag.role in ("TD", "TH", "Note", "FENote")):
            return place
        return replace(place, tag=replace(tag, block=self.new_block(), role=role, level=_level(role)))

    def _paragraph_in_item(self, place: _Place) -> _Place:
        """An item's first P is the item itself; further ones are paragraphs below it."""
        if place.item not in self.items_with_text:
            self.items_with_text.add(place.item)
            return replace(place, tag=replace(place.tag, block=place.item, role="LI"))
        return replace(place, tag=replace(place.tag, block=self.new_block(), role="P"))

    def run(self, root: Any) -> None:
        stack: list[tuple[Any, _Place]] = [(root, _Place())]
        left = MOST_NODES
        while stack and left:
            node, place = stack.pop()
            left -= 1
            number = getattr(node, "idnum", None)
            if number is not None:
                if number in self.met:
                    continue
                node = node.get_object()
                if isinstance(node, dict) and "/S" in node:
                    self.met.add(number)
            if isinstance(node, list):
                stack.extend((kid, place) for kid in reversed(node))
            elif isinstance(node, int):
                if place.page is not None:
                    self.tags.setdefault((place.page, int(node)), place.tag)
            elif isinstance(node, dict):
                stack.extend(self._inside(node, place))

    def _inside(self, node: dict[str, Any], place: _Place) -> list[tuple[Any, _Place]]:
        page = getattr(dict.get(node, "/Pg"), "idnum", None)
        if page is not None:
            place = replace(place, page=self.page_of.get(page, place.page))
        kind = _value(node, "/Type")
        if kind == "/MCR":
            number = _value(node, "/MCID")
            return [(number, place)] if "/Stm" not in node and isinstance(number, int) else []
        if "/K" not in node or kind == "/OBJR":
            return []
        return [(dict.get(node, "/K"), self.enter(self.role(node), place))]


def _level(role: str) -> int:
    if len(role) == 2 and role[0] == "H" and role[1].isdigit():
        return int(role[1])
    return {"Title": 1, "H": 2}.get(role, 0)


def _resolve(thing: Any) -> Any:
    return thing.get_object() if hasattr(thing, "get_object") else thing


def _value(node: dict[str, Any], key: str) -> Any:
    return _resolve(dict.get(node, key))


def read_tags(catalog: dict[str, Any], page_of: Mapping[int, int]) -> Tags:
    """The tags of a document: `catalog` is its root dictionary, `page_of` maps a page's object number to its index."""
    tree = _value(catalog, "/StructTreeRoot")
    if not isinstance(tree, dict) or "/K" not in tree:
        return {}
    role_map = _value(tree, "/RoleMap")
    walk = _Walk(role_map if isinstance(role_map, dict) else {}, page_of)
    walk.run(dict.get(tree, "/K"))
    return walk.tags
