from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.reading import MarginLine
from ingest.papers.minutes_body import Speaker, body_of_minutes
from tests.ingest.papers.reading_made import paper


def test_alone_in_the_margins() -> None:
    one = paper("# § 4 Val\nKommunfullmäktige avslog.", margins=("Kommunstyrelsen   2021-08-31   18",))
    assert body_of_minutes(one, "a.pdf") == Speaker("Kommunstyrelsen")


def test_a_name_broken_over_three_lines() -> None:
    lines = ("Barn- och", "ungdomsnämndens", "arbetsutskott", "Protokoll")
    one = replace(paper("# § 4 Val"), margins=tuple(MarginLine(1, line, (0, 0, 0, 0)) for line in lines))
    assert body_of_minutes(one, "a.pdf") == Speaker("Barn- och ungdomsnämndens arbetsutskott")


def test_a_heading_names_who_decides() -> None:
    assert (
        body_of_minutes(paper("# § 97 Svar\n# Bildningsnämndens beslut\nAvslås."), "a.pdf").body == "Bildningsnämnden"
    )
    one = paper("# § 55 Svar\n# Kommunstyrelsens förslag till kommunfullmäktige\nAvslås.")
    assert body_of_minutes(one, "a.pdf").body == "Kommunstyrelsen"


def test_with_a_date_on_its_line() -> None:
    one = paper("# Protokoll\nKommunfullmäktige 2022-02-21\n# § 8 Svar\n# Kommunstyrelsens förslag\nBifalls.")
    assert body_of_minutes(one, "a.pdf") == Speaker("Kommunfullmäktige")


def test_what_stands_above_the_first_paragraf_goes_before_headings_in_it() -> None:
    one = paper("# Protokoll\nKommunfullmäktige\n# § 8 Svar\n# Gången\n# Barn- och utbildningsnämnden\nAvstyrker.")
    assert body_of_minutes(one, "a.pdf") == Speaker("Kommunfullmäktige")


def test_who_decides_goes_before_who_proposes() -> None:
    headed = paper("# § 8 Svar\n# Kommunstyrelsens förslag\nBifalls.\n# Kommunfullmäktiges beslut\nAvslås.")
    assert body_of_minutes(headed, "a.pdf") == Speaker("Kommunfullmäktige")
    told = paper("# § 8 Svar\n# Kommunstyrelsens förslag\nBifalls.\n# Beslut\nKommunfullmäktige avslår motionen.")
    assert body_of_minutes(told, "a.pdf").body == "Kommunfullmäktige"


@pytest.mark.parametrize(
    ("text", "body", "source"),
    [
        ("Ordföranden finner att kommunfullmäktige beslutar enligt förslaget.", "Kommunfullmäktige", "beslutsgången"),
        ("Fullmäktige beslutar först om återremissen.", "Kommunfullmäktige", "beslutsgången"),
        ("Ordföranden yrkar bifall till kommunstyrelsens förslag.", "Kommunfullmäktige", "vem som bereder ärendet"),
        ("Dnr SON 2019-301\nNämnden beslutar efter votering.", "Social- och omsorgsnämnden", "diarienumret"),
    ],
)
def test_inferences_are_told(text: str, body: str, source: str) -> None:
    found = body_of_minutes(paper(f"# § 27 Svar\n# Beslut\nAvslås.\n# Gång\n{text}"), "a.pdf")
    assert found == Speaker(body, f"organet ({body}) slutet ur {source}")


def test_the_file_name_is_the_last_resort() -> None:
    one = paper("# § 28 Svar\n# Beslut\nAvslås.")
    assert (
        body_of_minutes(one, "x/protokoll-kf-2019-02-26.pdf").inferred
        == "organet (Kommunfullmäktige) läst ur filnamnet"
    )
    assert body_of_minutes(one, "socialnämnden/28.pdf").body == "Socialnämnden"
    assert body_of_minutes(one, "28.pdf") == Speaker(None, "organet framgår inte av handlingen")
