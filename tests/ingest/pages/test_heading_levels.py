from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from corpus.paragraph import Kind
from ingest.pages.drafts import Draft
from ingest.pages.heading_levels import plain, with_levels
from ingest.pages.lines import Line
from ingest.pages.structure_tree import Tag

MakeLine = Callable[..., Line]


def levels(*lines: Line, why: str = "style", trust_tags: bool = False) -> list[int | None]:
    """The levels of headings of one line each; an empty text is a paragraph in between."""
    drafts = [
        Draft(Kind.HEADING, (line,), 0, why=why) if line.text != "x" else Draft(Kind.PARAGRAPH, (line,), 0)
        for line in lines
    ]
    return [draft.level for draft in with_levels(drafts, {}, trust_tags=trust_tags)]


def test_the_first_and_only_largest_is_the_title(line: MakeLine) -> None:
    title, section = line("Motion om cykelvägar", size=16), line("Bakgrund", bold=True)
    assert levels(title, section, line("x"), section) == [0, 1, None, 1]
    assert levels(line("Motion om cykelvägar", size=16)) == [0]


def test_several_of_the_largest_are_level_one(line: MakeLine) -> None:
    paragraf = line("§ 1 Upprop", size=14)
    assert levels(paragraf, line("Beslut", bold=True), paragraf) == [1, 2, 1]


def test_numbering_tells_levels_of_one_style_apart(line: MakeLine) -> None:
    made = [line(text, bold=True) for text in ("1 Inledning", "1.1 Mål", "2 Ansvar", "Bilaga")]
    assert levels(*made) == [1, 2, 1, 1]


def test_tags_part_headings_of_one_size_and_never_lift_a_smaller_one(line: MakeLine) -> None:
    one = replace(line("Ärendet", bold=True), tag=Tag(1, "H2", 2))
    two = replace(line("Detaljer", bold=True), tag=Tag(2, "H3", 3))
    small = replace(line("Noter", bold=True, size=9), tag=Tag(3, "H1", 1))
    assert levels(one, two, one, small, trust_tags=True) == [1, 2, 1, 3]


def test_a_paragraf_in_small_type_stands_above_its_matter_s_title(line: MakeLine) -> None:
    paragraf, title = line("§ 14 KS 2019/0455", bold=True), line("Arkivreglemente", size=14, bold=True)
    section = line("Beslut", bold=True)
    assert levels(paragraf, title, section, paragraf, title, section) == [1, 2, 3, 1, 2, 3]


def test_headings_known_by_name_get_the_usual_level(line: MakeLine) -> None:
    title = Draft(Kind.HEADING, (line("Motion", size=16),), 0, why="style")
    section = Draft(Kind.HEADING, (line("Bakgrund", bold=True),), 0, why="style")
    named = Draft(Kind.HEADING, (line("Beslutet skickas till"),), 0, why="section")
    assert [draft.level for draft in with_levels([title, section, named], {}, trust_tags=False)] == [0, 1, 1]


def test_titles_are_compared_without_signs() -> None:
    assert plain("1. Mål & medel") == "1 mål medel"


def test_the_paragraf_of_a_margin_stands_above_the_turns_inside_it(line: MakeLine) -> None:
    matter = line("Bf § 9 Motion om brygga", bold=True).with_marker("Bf § 9", 150)
    turn = line("Bs § 4 Bystyrelsen den 3 mars 2020").with_marker("Bs § 4", 150)
    section = line("Beslut", bold=True)
    assert levels(matter, turn, section, matter, section) == [1, 2, 3, 1, 3]
