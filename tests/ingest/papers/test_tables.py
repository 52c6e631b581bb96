from __future__ import annotations

from ingest.papers.tables import FOLDER, alternatives, mapping, table, words


def test_every_table_can_be_read() -> None:
    names = {path.stem for path in FOLDER.glob("*.toml")}
    assert {"bodies", "departments", "forms", "headings", "matters", "months", "parties", "types", "validity"} <= names
    assert all(table(name) for name in names)


def test_words_and_mappings() -> None:
    assert "tekniska" in words("bodies", "sarskrivna")
    assert mapping("months", "manader")["november"] == "11"


def test_alternatives_put_the_longest_first_and_let_a_star_end_a_word() -> None:
    found = alternatives("validity", "annan_uppgift").split("|")
    assert found[0] == "dokumentansvarig"
    assert r"revider\w*" in found
