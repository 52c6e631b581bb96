from __future__ import annotations

from collections.abc import Callable

from ingest.pages.lines import Line, line_of
from ingest.pages.structure_tree import Tag
from ingest.pages.words import Style, Word

Words = Callable[..., tuple[Word, ...]]
MakeLine = Callable[..., Line]


def test_a_line_s_text_edges_and_box(words: Words) -> None:
    line = line_of(0, words((70, 100, "Motionen avslås.")), {})
    assert (line.text, line.x0, line.x1, line.base, line.size) == ("Motionen avslås.", 70, 150, 100, 10)
    assert line.box == (69, 91.5, 151, 102.7)
    assert line.ends_sentence
    assert not line.hyphen


def test_the_marker_is_not_part_of_the_body(line: MakeLine) -> None:
    made = line("2. Motionen avslås.")
    assert (made.marker, made.body) == ("2.", "Motionen avslås.")


def test_a_hyphen_at_the_end(line: MakeLine) -> None:
    assert line("social- och omsorgs-").hyphen == "-"
    assert line("Bilaga –").hyphen == ""


def test_letter_spaced_headings_are_words(words: Words) -> None:
    assert line_of(0, words((70, 100, "P R O T O K O L L")), {}).text == "PROTOKOLL"


def test_capitals_and_weight(line: MakeLine) -> None:
    assert line("YRKANDEN").caps
    assert not line("KF").caps
    assert line("Beslut", bold=True).is_bold
    assert line("Beslut").is_plain


def test_small_capitals_have_the_first_letter_s_size_and_read_as_a_sentence(words: Words) -> None:
    made = (*words((70, 100, "Förslag"), size=12), *words((115, 100, "till kommunFullmäktige"), size=8.4))
    line = line_of(0, made, {})
    assert (line.text, line.size) == ("Förslag till kommunfullmäktige", 12)


def test_the_tag_most_letters_have() -> None:
    tagged = [
        Word(text, x, 90, x + 30, 102, 100, Style(10.0, mcid=mcid)) for text, x, mcid in (("a", 0, 1), ("bcd", 40, 2))
    ]
    assert line_of(3, tagged, {(3, 1): Tag(7, "P"), (3, 2): Tag(8, "H1", 1)}).tag == Tag(8, "H1", 1)
