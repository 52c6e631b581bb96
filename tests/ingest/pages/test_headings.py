from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from corpus.paragraph import Kind
from ingest.pages.drafts import Draft
from ingest.pages.headings import Headings
from ingest.pages.lines import Line
from ingest.pages.measures import Measures
from ingest.pages.structure_tree import Tag

MakeLine = Callable[..., Line]
BODY = "Motionen har remitterats till nämnden."


def reasons(*lines: Line, outline: tuple[tuple[int, str], ...] = (), trust_tags: bool = False) -> list[str]:
    """What makes each of these one-line paragraphs a heading."""
    drafts = [Draft(Kind.PARAGRAPH, (line,), 0) for line in lines]
    return [draft.why for draft in Headings(Measures(10.0), outline, trust_tags).mark(drafts)]


def test_larger_bold_capitals_or_known_by_name(line: MakeLine) -> None:
    assert reasons(line("Måltidspolicy", size=16)) == ["style"]
    assert reasons(line("Vårt ställningstagande", bold=True)) == ["style"]
    assert reasons(line("VÅRT SVAR")) == ["caps"]
    assert reasons(line("Beslutet skickas till:")) == ["section"]
    assert reasons(line(BODY)) == [""]


def test_a_sentence_is_none(line: MakeLine) -> None:
    assert reasons(line("Motionen avslås.", bold=True)) == [""]
    assert reasons(line("Information eller förhandling enligt MBL är inte påkallad.")) == [""]


def test_bookmarks_and_tags(line: MakeLine) -> None:
    assert reasons(line("1 Utgångspunkter"), outline=((1, "1. Utgångspunkter"),)) == ["outline"]
    tagged = replace(line("Utgångspunkter"), tag=Tag(1, "H2", 2))
    assert reasons(tagged, trust_tags=True) == ["tag"]
    assert reasons(tagged) == [""]


def test_a_diarienummer_a_date_or_the_paper_s_kind_is_none(line: MakeLine) -> None:
    assert reasons(line("KFN/2021:66", size=16)) == [""]
    assert reasons(line("2023-10-27", bold=True)) == [""]
    assert reasons(line("TJÄNSTESKRIVELSE", size=14), line("Svar på motion", size=14)) == ["", "style"]


def test_a_title_that_ends_in_the_years_of_its_plan_is_one(line: MakeLine) -> None:
    for title in ("Budget 2025–2027", "Tn § 31 Cykelplan 2024 - 2032", "Idrottsplan 2025–2034"):
        assert reasons(line(title, bold=True)) == ["style"]
    for label in ("2025–2034", "TN 2025-2034", "Dnr 2025–2034", "Bl 2023-2026"):
        assert reasons(line(label, bold=True)) == [""]


def test_a_line_is_large_beside_the_body_of_its_own_page(line: MakeLine) -> None:
    drafts = [Draft(Kind.PARAGRAPH, (line("Vi vill ha en bänk", size=12, page=page),), 0) for page in (0, 1)]
    marked = Headings(Measures(10.0), (), trust_tags=False, bodies={1: 12.0}).mark(drafts)
    assert [draft.why for draft in marked] == ["style", ""]


def test_the_name_of_who_sends_a_paper_heads_nothing_above_its_title(line: MakeLine) -> None:
    for name in ("Bodarps kommun", "Centerpartiet i Bodarp", "Liberalerna", "Miljöpartiet de gröna", "Bodarpslistan"):
        assert reasons(line(name, size=14), line("Fler bänkar", size=16)) == ["", "style"]
        assert reasons(line("Fler bänkar", size=16), line(name, size=14)) == ["style", "style"]
    assert reasons(line("Liberalernas förslag", size=14)) == ["style"]


def test_a_value_under_its_label_is_none_though_in_capitals(line: MakeLine) -> None:
    cell = Draft(Kind.PARAGRAPH, (line("MOTTAGARE", size=8), line("HAMNNÄMNDEN", base=112)), 0)
    assert [draft.why for draft in Headings(Measures(10.0), (), trust_tags=False).mark([cell])] == [""]


def test_paragrafs_of_minutes_are_headings_a_single_one_is_not(line: MakeLine) -> None:
    assert reasons(line("§ 35 2018.213 KS"), line(BODY), line("§ 36 2018.214 KS")) == ["paragraf", "", "paragraf"]
    assert reasons(line("§ 77"), line(BODY)) == ["", ""]


def test_a_bold_list_item_is_a_numbered_heading(line: MakeLine) -> None:
    item = Draft(Kind.LIST_ITEM, (line("1. Inledning", bold=True),), 0)
    assert Headings(Measures(10.0), (), trust_tags=False).mark([item])[0].kind is Kind.HEADING


def test_a_board_s_paragraf_of_the_margin_is_one_alone_and_with_its_title(line: MakeLine) -> None:
    assert reasons(line("Bn § 35"), line(BODY)) == ["paragraf", ""]
    margin = line("Bn § 35 Bygglov för brygga").with_marker("Bn § 35", 150)
    assert reasons(margin, line("Enligt § 5 gäller")) == ["paragraf", ""]
