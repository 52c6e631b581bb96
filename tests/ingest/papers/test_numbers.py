from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.paragraph import Kind, Paragraph
from ingest.papers.numbers import announced_numbers, motion_number_in, motion_number_of, motion_numbers_in, numbers_of
from ingest.papers.paragrafs import starts
from tests.ingest.papers.reading_made import paper


def test_head_and_margins_but_not_running_text() -> None:
    text = "Dnr KS 2021-845\n# Svar på motion\n# Bakgrund\nFullmäktige avslog KS 2015-3 år 2016."
    assert numbers_of(paper(text, margins=("SON 2021-1286",)), ()) == ("KS 2021-845", "SON 2021-1286")


def test_two_spellings_of_one_matter_are_one_number() -> None:
    assert numbers_of(paper("Dnr KS/2021:845\n# Svar", margins=("KS 2021-845", "Dnr 2021-845")), ()) == ("KS/2021:845",)


def test_a_replaced_papers_number_is_not_its_own() -> None:
    assert numbers_of(paper("# Policy\nErsätter policy KS 2012-4\nDnr KS 2021-5"), ()) == ("KS 2021-5",)


def test_a_value_under_its_label() -> None:
    assert numbers_of(paper("Diarienummer\n2021-845\n# Svar"), ()) == ("2021-845",)
    assert numbers_of(paper("# Svar", margins=("Ärendenummer", "2021-845")), ()) == ("2021-845",)


def test_a_value_in_a_header_table() -> None:
    one = paper("Datum\nDatum\n# Svar")
    rows = tuple(
        Paragraph(n, Kind.TABLE_ROW, " | ".join(cells), (), cells=cells)
        for n, cells in enumerate([("Datum", "Diarienummer"), ("2021-05-06", "2021-845")], 1)
    )
    assert numbers_of(replace(one, paragraphs=(*rows, one.paragraphs[2])), ()) == ("2021-845",)


def test_a_value_beside_its_label_in_a_box_of_facts() -> None:
    one = paper("Typ\n# Skogsplan")
    row = Paragraph(1, Kind.TABLE_ROW, "Diarienummer | 00233-2022", (), cells=("Diarienummer", "00233-2022"))
    assert numbers_of(replace(one, paragraphs=(row, one.paragraphs[1])), ()) == ("00233-2022",)


def test_a_paragrafs_number_is_not_the_minutes() -> None:
    one = paper("Dnr KS 2021-1\n# § 4 Ett\nDnr KS 2021-2\n# Beslut\nText\n# § 5 Två\nDnr KS 2021-3\nText")
    assert numbers_of(one, starts(one.paragraphs)) == ("KS 2021-1",)


def test_motion_numbers() -> None:
    assert motion_number_of(paper("Text"), "Motion 2022:31 om hundar") == "2022:31"
    assert motion_number_of(paper("Motion nr 12/2021\n# Hundar"), "Hundar") == "12/2021"
    assert motion_number_of(paper("Text"), "Svar på motion (2020:31) om bad") == "2020:31"
    assert motion_number_of(paper("Text"), "Motion om 2022 års budget") is None


@pytest.mark.parametrize(
    ("title", "numbers"),
    [
        ("Anmälan av nya motioner", ("KS 2024-71", "KS 2024-74")),
        ("Nya motioner", ("KS 2024-71", "KS 2024-74")),
        ("Svar på motion om laddstolpar", ()),
        (None, ()),
    ],
)
def test_new_motions_are_made_known_with_their_numbers(title: str | None, numbers: tuple[str, ...]) -> None:
    text = (
        "# § 29 Anmälan\nMotion från Siv Ek (S) om laddstolpar, KS 2024-71\n"
        "Motion från Ali Ek (KD) om ensamhet, KS 2024-74\nRevisionen har granskat år 2024-25."
    )
    assert announced_numbers(title, paper(text).paragraphs) == numbers


def test_an_agenda_lists_the_numbers_of_others() -> None:
    assert numbers_of(paper("Dnr KS 2021-1\n# Kallelse till möte\n1. Svar på motion KS 2020-123"), ()) == ("KS 2021-1",)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Remiss av motion 2023 nr 131 om cyklar", "2023:131"),
        ("Motion 2023 nr. 7", "2023:7"),
        ("Motion nr 2023:131", "2023:131"),
        ("Handling 2024 nr 52", None),
        ("motion om 2023 nr 131", None),
    ],
)
def test_a_motion_numbered_within_its_year(text: str, number: str | None) -> None:
    assert motion_number_in(text) == number


def test_every_motion_that_a_text_names() -> None:
    assert motion_numbers_in("Motion 2023 nr 131 och motion 2022:4 samt motioner.") == ("2023:131", "2022:4")
