from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from corpus.paragraph import Kind
from ingest.pages.layout import lay_out
from ingest.pages.words import PageText

MakePage = Callable[..., PageText]
BODY = [(70.0, 400.0 + 12 * k, f"Rad {chr(97 + k)} av texten om hamnen som går över hela sidan") for k in range(20)]


def headings(page: PageText) -> list[str]:
    """The headings of the page."""
    return [paragraph.text for paragraph in lay_out([page]).paragraphs if paragraph.kind is Kind.HEADING]


@pytest.mark.parametrize("number", ["§ 7", "§ 131", "Hn § 24"])
@pytest.mark.parametrize("right", [330, 440])
def test_a_paragraf_above_its_title_is_one_heading_with_it(number: str, right: float, page: MakePage) -> None:
    made = page((right, 300, "Dnr HN 2024/31"), *BODY, bold=[(70, 300, number), (70, 314, "Kajens ände rivs")])
    texts = [paragraph.text for paragraph in lay_out([made]).paragraphs]
    assert texts[:2] == [f"{number} Kajens ände rivs", "Dnr HN 2024/31"]
    assert headings(made) == [f"{number} Kajens ände rivs"]


def test_without_diarienummer_too_and_over_two_lines(page: MakePage) -> None:
    title = [(70, 314, "Kajens ände rivs och färjan flyttas"), (70, 326, "till yttre hamnen")]
    made = page(*BODY, bold=[(70, 300, "§ 7"), *title])
    assert headings(made)[0] == "§ 7 Kajens ände rivs och färjan flyttas till yttre hamnen"


def test_the_size_of_the_title_tells_how_deep_the_heading_is(page: MakePage) -> None:
    small = page(*BODY, bold=[(70, 100 * k, f"§ {k + 7}") for k in (1, 2, 3)])
    titles = [(70, 100 * k + 14, f"Kaj {chr(97 + k)} rivs") for k in (1, 2, 3)]
    large = page(bold=[(70, 60, "Anslag"), *titles]).words
    bigger = tuple(replace(word, style=replace(word.style, size=12.0)) for word in large)
    found = lay_out([replace(small, words=(*small.words, *bigger))]).paragraphs
    levels = {p.text: p.level for p in found if p.kind is Kind.HEADING}
    assert set(levels) == {"Anslag", "§ 8 Kaj b rivs", "§ 9 Kaj c rivs", "§ 10 Kaj d rivs"}
    assert len(set(levels.values())) == 1


@pytest.mark.parametrize(
    ("x", "base", "below"), [(70, 314, "Beslut"), (70, 340, "Kajens ände rivs"), (110, 314, "Kajens ände rivs")]
)
def test_a_section_or_what_stands_apart_is_no_title(x: float, base: float, below: str, page: MakePage) -> None:
    made = page(*BODY, bold=[(70, 300, "§ 7"), (x, base, below)])
    assert f"§ 7 {below}" not in headings(made)


def test_plain_text_below_a_paragraf_is_no_title(page: MakePage) -> None:
    made = page((70, 314, "Kajens ände rivs"), *BODY, bold=[(70, 300, "§ 7")])
    assert [p.text for p in lay_out([made]).paragraphs][:2] == ["§ 7", "Kajens ände rivs"]


@pytest.mark.parametrize(("x", "one"), [(235.0, True), (225.0, False)])
def test_a_centred_paragraf_above_its_centred_title(x: float, one: bool, page: MakePage) -> None:
    made = page(*BODY, bold=[(x, 300, "§ 7"), (190, 314, "Kajens hela ände rivs")])  # its middle: 242.5
    assert ("§ 7 Kajens hela ände rivs" in headings(made)) is one


@pytest.mark.parametrize("number", ["§ 7", "Hn § 24"])
@pytest.mark.parametrize("beside", ["Dnr 2024/31-822", "Diarienummer HN 2024-31"])
def test_a_plain_paragraf_with_its_diarienummer_is_one_heading_with_the_bold_title_below(
    number: str, beside: str, page: MakePage
) -> None:
    made = page((70, 300, number), (145, 300, beside), *BODY, bold=[(70, 316, "Motion om att kajens ände rivs")])
    texts = [paragraph.text for paragraph in lay_out([made]).paragraphs]
    assert texts[:2] == [f"{number} Motion om att kajens ände rivs", beside]
    assert headings(made) == [f"{number} Motion om att kajens ände rivs"]


def test_a_paragraf_last_on_its_page_goes_with_the_title_on_the_next(page: MakePage) -> None:
    first = page(*BODY, (70, 760, "Hn § 24"), (150, 760, "Dnr 2024/31"))
    second = replace(page(*BODY, bold=[(70, 100, "Kajens ände rivs")]), index=1)
    texts = [p.text for p in lay_out([first, second]).paragraphs if p.kind is Kind.HEADING]
    assert texts == ["Hn § 24 Kajens ände rivs"]


@pytest.mark.parametrize(
    "number",
    ["Hn § 7 Dnr 2024-31-109", "§ 7 Dnr 2024/31", "Hn § 7, dnr HN 2024-31", "§ 7 (Diarienummer: HN 2024/31)"],
)
def test_a_paragraf_and_its_number_in_one_plain_line_head_the_title_below(number: str, page: MakePage) -> None:
    made = page((70, 300, number), *BODY, bold=[(70, 316, "Motion om att kajens ände rivs")])
    assert headings(made) == [number, "Motion om att kajens ände rivs"]
    assert [p.level for p in lay_out([made]).paragraphs[:2]] == [0, 1]


@pytest.mark.parametrize("line", ["Enligt § 7, dnr 2024/31", "§ 7 Kajens ände rivs", "Dnr 2024-31-109"])
def test_a_line_that_says_more_or_less_is_no_paragraf(line: str, page: MakePage) -> None:
    assert line not in headings(page((70, 300, line), *BODY, bold=[(70, 316, "Kajens ände rivs")]))
