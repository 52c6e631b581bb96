from __future__ import annotations

from dataclasses import replace

from ingest.papers.paragrafs import starts
from tests.ingest.papers.paper_made import paragraphs


def test_title_and_numbers_of_each_paragraf() -> None:
    made = paragraphs(
        """
        # § 12 Motion om hundar
        Dnr KS 2021-3
        # Beslut
        Motionen avslås.
        § 13 2021.004 KS
        # Motion om katter
        # Beslut
        Motionen bifalls.
        """
    )
    first, second = starts(made)
    assert (first.section, first.title, first.dnr, first.heading_length) == (
        "§ 12",
        "Motion om hundar",
        ("KS 2021-3",),
        2,
    )
    assert (second.section, second.title, second.dnr) == ("§ 13", "Motion om katter", ("2021.004 KS",))
    assert (first.on_one_line, second.on_one_line) == (True, False)


def test_the_table_of_contents_begins_nothing() -> None:
    made = paragraphs(
        """
        § 1 Val av justerare
        § 2 Motion om hundar
        # § 1
        Val av justerare
        Beslut
        Text
        # § 2
        Motion om hundar
        Text
        """
    )
    assert [one.index for one in starts(made)] == [2, 6]


def test_law_and_other_bodies_paragrafs_begin_nothing() -> None:
    made = paragraphs(
        """
        # § 45 Svar på motion
        # Beslut
        Motionen avslås.
        § 5 i socialtjänstlagen gäller.
        # Beslutsunderlag
        § 12 kommunstyrelsens arbetsutskott
        """
    )
    assert [one.section for one in starts(made)] == ["§ 45"]


def test_a_lone_number_out_of_order_falls_out() -> None:
    made = paragraphs("# § 30 Ett\nText\n# § 31 Två\nText\n# § 7 Reglemente\nText\n# § 32 Tre\nText")
    assert [one.section for one in starts(made)] == ["§ 30", "§ 31", "§ 32"]


def test_a_title_that_ends_as_a_section_does() -> None:
    (start,) = starts(paragraphs("§ 133\nDnr Bbn 155/2022\n# Motion om senare skolstart – nämndens yttrande"))
    assert start.title == "Motion om senare skolstart – nämndens yttrande"


def test_a_title_over_two_lines() -> None:
    made = paragraphs("# § 110 Val av ledamöter för mandatperioden\n# 2022–2026\nDnr KS 2022-601\n# Beslut\nText")
    (one,) = starts(made)
    assert (one.title, one.dnr) == ("Val av ledamöter för mandatperioden 2022–2026", ("KS 2022-601",))


def test_a_title_whose_second_line_a_scanner_set_apart() -> None:
    made = paragraphs("# § 49 Svar på motion om jobb till alla\n# Sextonåringar\nDnr KS 2020-533\n# Beslut\nText")
    (one,) = starts(made)
    assert (one.title, one.dnr) == ("Svar på motion om jobb till alla Sextonåringar", ("KS 2020-533",))


def test_a_sign_misread_by_ocr() -> None:
    made = tuple(replace(p, ocr=True) for p in paragraphs("# 8 178 Motion om hundar\n# Beslut\nAvslås."))
    assert [(one.section, one.title) for one in starts(made)] == [("§ 178", "Motion om hundar")]
    assert starts(tuple(replace(p, ocr=False) for p in made)) == ()


def test_a_number_alone_begins_a_paragraf_even_under_the_receivers_of_the_one_before() -> None:
    made = paragraphs(
        """
        § 63 2025.282 KUN
        # Program för idrott
        # Expedieras till
        Kommunfullmäktige
        § 64 2026.133 KUN
        # Genomlysning
        # Beslut
        Text
        # Meddelanden
        § 105 2026.220 KS Stadsskogen, markanvisning
        § 89 2026.112 KS Inskränkning av verksamhetsområde
        """
    )
    assert [(one.section, one.title) for one in starts(made)] == [
        ("§ 63", "Program för idrott"),
        ("§ 64", "Genomlysning"),
    ]


def test_the_turns_of_earlier_bodies_begin_nothing() -> None:
    made = paragraphs(
        """
        # Rf § 9 Motion om brygga
        Rs 2020/41 821
        # Pu § 9 Personalutskottet den 3 mars 2020
        Utskottet avstyrker.
        # Rs § 22
        Motionen avslås.
        # Rf § 9
        # Regionfullmäktige beslutar
        att bifalla motionen.
        # Rf § 10 Val av revisorer
        Valet förrättas.
        """
    )
    assert [(one.section, one.title, one.dnr) for one in starts(made)] == [
        ("§ 9", "Motion om brygga", ("Rs 2020/41",)),
        ("§ 10", "Val av revisorer", ()),
    ]


def test_a_title_that_ends_in_a_preposition_goes_on_in_the_next_heading() -> None:
    made = paragraphs("# § 30 Svar på\n# Interpellation från Eva Ek\n# Beslut\nBesvaras.\n# § 31 Val\n# Beslut\nEva.")
    assert [one.title for one in starts(made)] == ["Svar på Interpellation från Eva Ek", "Val"]
