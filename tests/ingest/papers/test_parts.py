from __future__ import annotations

from corpus.document import DocumentType, Part
from ingest.papers.paragrafs import starts
from ingest.papers.parts import papers_in, parts_of_minutes
from tests.ingest.papers.reading_made import paper, reading

MINUTES = """
# Protokollsutdrag §§ 62–63
# § 62 Hundrastgård
Dnr KS 2016-377
# Beslut
1. Motionen avslås.
# § 63 Lupiner
# Beslut
1. Motionen bifalls.
"""


def test_each_paragraf_is_a_part_with_body_date_and_number() -> None:
    one = paper(MINUTES)
    found = parts_of_minutes(
        one, starts(one.paragraphs), body="Kommunfullmäktige", date="2017-04-25", dnr=("KS 2016-1",)
    )
    common = ("Kommunfullmäktige", "2017-04-25")
    assert found == (
        Part(DocumentType.PROTOKOLL, 1, 1, None, None, (), *common),
        Part(DocumentType.PROTOKOLL, 2, 5, "§ 62", "Hundrastgård", ("KS 2016-377",), *common),
        Part(DocumentType.PROTOKOLL, 6, 8, "§ 63", "Lupiner", (), *common),
    )


def test_a_lone_paragraf_takes_the_heads_number() -> None:
    one = paper("Dnr KS 2016-377\n# § 62 Hundrastgård\n# Beslut\n1. Avslås.")
    found = parts_of_minutes(one, starts(one.paragraphs), body=None, date=None, dnr=("KS 2016-377",))
    assert [(part.section, part.dnr) for part in found] == [(None, ()), ("§ 62", ("KS 2016-377",))]


def test_an_appended_motion_is_its_own_paper() -> None:
    made = reading("# Svar på motion\nText\n===\n# Bilaga: Motion – Hundar\nVi yrkar att hundar får springa.")
    assert papers_in(made) == ((1, 2), (3, 4))


def test_a_chapter_about_the_motion_is_not() -> None:
    made = reading("# Svar på motion\nText\n===\n# Motionens förslag\nMotionären yrkar att hundar får springa.")
    assert papers_in(made) == ((1, 4),)


def test_page_numbers_that_start_over_begin_a_paper() -> None:
    margins = ((2, "2 (2)"), (3, "1 (2)"), (4, "2 (2)"))
    made = reading("Ett\n===\nTvå\n===\nTre\n===\nFyra", margins=("1 (2)",), later_margins=margins)
    assert papers_in(made) == ((1, 2), (3, 4))


def test_an_empty_reading_holds_no_paper() -> None:
    assert papers_in(reading("")) == ()


def test_a_cover_without_a_number_begins_no_second_paper() -> None:
    made = reading("Omslag\n===\nEtt\n===\nTvå", later_margins=((2, "1 (2)"), (3, "2 (2)")))
    assert papers_in(made) == ((1, 3),)


def test_a_bilaga_is_a_part_of_the_paragraf_that_it_names() -> None:
    text = "# § 7 Initiativ om en bänk\nDnr TN 2024-12\nBifalls.\n# § 8 Rapporter\nGodkänns.\n"
    one = paper(f"{text}# Bilaga 1 till Tn § 7\nVi vill ha en bänk.")
    found = parts_of_minutes(one, starts(one.paragraphs), body="Tekniska nämnden", date="2024-02-01")
    assert [(part.section, part.first, part.last, part.dnr) for part in found] == [
        ("§ 7", 1, 3, ("TN 2024-12",)),
        ("§ 8", 4, 5, ()),
        ("§ 7", 6, 7, ("TN 2024-12",)),
    ]
