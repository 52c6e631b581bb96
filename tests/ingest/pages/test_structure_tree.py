from __future__ import annotations

from typing import Any

from ingest.pages.structure_tree import Tag, read_tags


class Reference:
    """Stands in for a PDF reference to object `idnum`."""

    def __init__(self, idnum: int, target: Any) -> None:
        self.idnum, self.target = idnum, target

    def get_object(self) -> Any:
        return self.target


PAGE = Reference(5, {})


def catalog(*kids: Any, role_map: dict[str, str] | None = None) -> dict[str, Any]:
    """A document whose structure tree has these children, all on page 5."""
    tree: dict[str, Any] = {"/K": list(kids)}
    if role_map:
        tree["/RoleMap"] = role_map
    return {"/StructTreeRoot": tree}


def node(role: str, *kids: Any) -> dict[str, Any]:
    """A structure element on page 5."""
    return {"/S": f"/{role}", "/Pg": PAGE, "/K": list(kids)}


def test_paragraphs_and_headings_are_blocks_of_their_own() -> None:
    tags = read_tags(catalog(node("H2", 0), node("P", 1, 2)), {5: 0})
    assert tags == {(0, 0): Tag(1, "H2", 2), (0, 1): Tag(2, "P"), (0, 2): Tag(2, "P")}


def test_a_marker_and_its_body_are_one_block() -> None:
    item = node("LI", node("Lbl", 0), node("LBody", node("P", 1), node("P", 2)))
    tags = read_tags(catalog(node("L", item)), {5: 3})
    assert tags[3, 0].block == tags[3, 1].block == 1
    assert tags[3, 1].role == "LI"
    assert tags[3, 2] == Tag(2, "P")


def test_the_role_map_is_followed() -> None:
    tags = read_tags(catalog(node("Rubrik1", 0), role_map={"/Rubrik1": "/H1"}), {5: 0})
    assert tags[0, 0] == Tag(1, "H1", 1)


def test_a_tree_that_bites_its_tail_ends() -> None:
    loop = node("Sect")
    reference = Reference(9, loop)
    loop["/K"] = [reference, node("P", 0)]
    assert read_tags(catalog(reference), {5: 0}) == {(0, 0): Tag(1, "P")}


def test_a_cell_s_paragraphs_stay_in_the_cell() -> None:
    row = node("TR", node("TD", node("P", 0)), node("TD", node("P", 1)))
    tags = read_tags(catalog(node("Table", row)), {5: 0})
    assert [(tags[0, k].role, tags[0, k].row) for k in (0, 1)] == [("TD", 1), ("TD", 1)]
    assert tags[0, 0].block != tags[0, 1].block


def test_no_tree_no_tags() -> None:
    assert read_tags({}, {}) == {}
