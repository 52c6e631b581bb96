from __future__ import annotations

from dataclasses import replace

from corpus.reading import MarginLine
from ingest.papers.paper import cut, whole
from tests.ingest.papers.reading_made import paper, reading

LETTER = """
Socialförvaltningen
2021-05-06
# Svar på motion om hundar
# Förslag till beslut
1. Motionen avslås.
"""


def test_the_head_ends_at_the_first_section() -> None:
    assert [p.text for p in paper(LETTER).head] == ["Socialförvaltningen", "2021-05-06", "Svar på motion om hundar"]


def test_banner_lines_only_name_a_kind() -> None:
    one = paper(LETTER, margins=("Norrviks kommun   TJÄNSTESKRIVELSE   1 (3)", "Motion om hundar"))
    assert one.banner == ("TJÄNSTESKRIVELSE",)


def test_a_bilingual_banner_names_a_kind() -> None:
    one = paper("MEDBORGARFÖRSLAG / KUNTALAISALOITE\n# Skyltar")
    assert one.banner == ("MEDBORGARFÖRSLAG",)


def test_margins_of_the_second_page_serve_where_a_cover_has_none() -> None:
    made = whole(reading("# Policy\n===\nText", later_margins=((2, "KS 2020-1"),)))
    assert made.first_margins == ("KS 2020-1",)


def test_a_value_under_its_label_in_the_same_column() -> None:
    lines = (
        MarginLine(1, "Datum", (50.0, 20.0, 80.0, 30.0)),
        MarginLine(1, "Sida", (300.0, 20.0, 330.0, 30.0)),
        MarginLine(1, "2021-05-06", (50.0, 32.0, 110.0, 42.0)),
        MarginLine(1, "1 (3)", (300.0, 32.0, 330.0, 42.0)),
    )
    one = replace(paper(LETTER), margins=lines)
    assert one.stacked == (("Datum", "2021-05-06"), ("Sida", "1 (3)"))


def test_cut_takes_paragraphs_and_their_pages_margins() -> None:
    made = reading("Ett\n===\nTvå", title="Titel", later_margins=((2, "sida två"),), margins=("sida ett",))
    second = cut(made, 2, 2)
    assert [p.text for p in second.paragraphs] == ["Två"]
    assert second.first_margins == ("sida två",)
    assert second.metadata_title is None
    assert cut(made, 1, 1).metadata_title == "Titel"


def test_own_names_are_collected() -> None:
    assert paper("Barn- och skolnämnden (BSN) har fått motionen.").names == {"BSN": "Barn- och skolnämnden"}
