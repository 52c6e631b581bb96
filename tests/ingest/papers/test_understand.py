from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import DocumentType as T
from corpus.paragraph import Kind
from ingest.papers.understand import understand
from tests.ingest.papers.reading_made import reading

LETTER = """
Social- och omsorgsförvaltningen
2023-10-27
Dnr SON 2021-1286
Dnr KS 2021-845
Social- och omsorgsnämnden
# Motion (V) – Bekämpa prostitutionen, svar
# Förslag till social- och omsorgsnämndens beslut
1. Nämnden tillstyrker förvaltningens förslag.
# Förslag till kommunfullmäktiges beslut
1. Motionens första förslag avslås.
# Ärende
Björn Alling (V) har i en motion den 22 november 2021 föreslagit att kommunen utreder en mottagning.
"""


def test_a_letter() -> None:
    document = understand(reading(LETTER), "svar.pdf")
    assert document.type is T.MOTIONSSVAR
    assert document.title == "Motion (V) – Bekämpa prostitutionen, svar"
    assert document.date == "2023-10-27"
    assert document.dnr == ("SON 2021-1286", "KS 2021-845")
    assert document.department == ("Social- och omsorgsförvaltningen",)
    assert document.bodies == ("Social- och omsorgsnämnden", "Kommunfullmäktige")
    assert document.party == ("V",)
    assert [person.name for person in document.movers] == ["Björn Alling"]
    assert [(part.kind, part.first, part.last) for part in document.parts] == [(T.MOTIONSSVAR, 1, 12)]
    assert document.warnings == ()


def test_minutes_of_several_paragrafer() -> None:
    text = """
    # § 62 Hundrastgård på Berget
    Dnr KS 2016-377
    # Beslut
    1. Motionen avslås.
    # § 63 Lupiner
    Dnr KS 2016-412
    # Beslut
    1. Motionen bifalls.
    # Reservation
    Elof Wassberg (MP) reserverar sig.
    """
    margins = ("SAMMANTRÄDESPROTOKOLL", "Kommunfullmäktige", "2017-04-25")
    document = understand(reading(text, margins=margins), "kf.pdf")
    assert document.type is T.PROTOKOLL
    assert document.title == "Protokoll Kommunfullmäktige 2017-04-25"
    assert document.bodies == ("Kommunfullmäktige",)
    assert document.dnr == ("KS 2016-377", "KS 2016-412")
    assert [(p.section, p.dnr, p.body, p.date) for p in document.parts] == [
        ("§ 62", ("KS 2016-377",), "Kommunfullmäktige", "2017-04-25"),
        ("§ 63", ("KS 2016-412",), "Kommunfullmäktige", "2017-04-25"),
    ]
    assert document.warnings == ("ingen rubrik hittades",)


def test_a_styrdokument() -> None:
    text = (
        "# Måltidspolicy\nAntagen av kommunfullmäktige 2021-06-15 § 130\nGäller från 2021-07-01\n# Maten\nText om mat."
    )
    document = understand(reading(text), "policy.pdf")
    assert (document.type, document.date, document.valid_from) == (T.POLICY, "2021-06-15", "2021-07-01")
    assert document.adoption is not None
    assert document.adoption.section == "§ 130"
    assert document.bodies == ("Kommunfullmäktige",)
    assert document.in_force("2022-01-01") is True


def test_a_letter_with_its_motion_appended() -> None:
    motion = """===
# Bilaga: Motion – Bekämpa prostitutionen
2021-11-22
Vi yrkar att kommunen utreder en mottagning.
Björn Alling (V)
"""
    document = understand(reading(LETTER + motion), "svar.pdf")
    assert [(part.kind, part.first, part.date) for part in document.parts] == [
        (T.MOTIONSSVAR, 1, "2023-10-27"),
        (T.MOTION, 13, "2021-11-22"),
    ]
    assert document.warnings == ("filen innehåller 2 handlingar",)


def test_a_paper_without_text() -> None:
    document = understand(reading(""), "mapp/skannad.pdf")
    assert (document.type, document.title, document.parts) == (T.OVRIGT, "skannad", ())
    assert document.warnings == ("handlingen har ingen läsbar text",)


def test_a_paper_without_a_title_is_called_after_its_file() -> None:
    document = understand(reading("Bara text utan rubrik. " * 20), "mapp/en-liten_fil.pdf")
    assert document.title == "En liten fil"
    assert "ingen rubrik hittades" in document.warnings


WORDS = [
    "#",
    "§",
    "12",
    "-",
    "1.",
    "Beslut",
    "motion",
    "(V)",
    "Kommunstyrelsen",
    "KS",
    "2021-845",
    "2021-05-06",
    "att",
    "avslås",
    "bifalls",
    "Förslag",
    "till",
    "beslut",
    "Yrkanden",
    "|",
    "===",
    "Dnr",
    "protokoll",
    "1",
    "(2)",
    "Antagen",
    "av",
    "KF",
    "Ersätter",
    "Policy",
    "föreslår",
    ":",
    ".",
    ",",
    "–",
    "och",
]
LINES = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join), max_size=20)


@settings(deadline=None)
@given(lines=LINES, margins=LINES)
def test_nothing_that_a_paper_says_breaks_it(lines: list[str], margins: list[str]) -> None:
    made = reading("\n".join(lines), margins=tuple(margins[:3]))
    document = understand(made, "a.pdf")
    assert document.paragraphs == made.paragraphs
    covered = [n for part in document.parts for n in range(part.first, part.last + 1)]
    assert covered == list(range(1, len(made.paragraphs) + 1))
    assert all(1 <= demand.paragraph <= len(made.paragraphs) for demand in document.demands)
    assert all(1 <= decision.paragraph <= len(made.paragraphs) for decision in document.decisions)


def test_a_hostile_paragraph_costs_no_time() -> None:
    begun = time.perf_counter()
    understand(reading("barn-, " * 3000 + "nämnden\n" + "Eva Ek, " * 3000 + "(S)"), "a.pdf")
    assert time.perf_counter() - begun < 5.0  # it took 60 seconds before names were held to five words


def test_a_file_of_several_extracts_has_all_their_numbers() -> None:
    extract = "# § {n} Ärende {n} om bad\nDnr KS 2021-{n}\n# Beslut\n1. Motionen avslås.\n# Reservation\nEva Ek (V)."
    margins = ("Protokollsutdrag", "Kommunstyrelsen 2021-03-08", "1 (1)")
    later = ((2, "Protokollsutdrag"), (2, "Kommunstyrelsen 2021-03-08"), (2, "Sida 1 (1)"))
    made = reading(f"{extract.format(n=4)}\n===\n{extract.format(n=9)}", margins=margins, later_margins=later)
    document = understand(made, "utdrag.pdf")
    assert document.dnr == ("KS 2021-4", "KS 2021-9")
    assert [part.section for part in document.parts] == ["§ 4", "§ 9"]


@pytest.mark.parametrize(
    "opening",
    [
        "Tekniska nämnden föreslår kommunstyrelsen föreslå kommunfullmäktige besluta",
        "Kontoret föreslår att tekniska nämnden föreslår kommunstyrelsen att föreslå kommunfullmäktige att besluta",
        "Tekniska nämnden hemställer hos kommunstyrelsen att föreslå kommunfullmäktige",
    ],
)
def test_a_letter_concerns_every_body_that_its_proposal_passes(opening: str) -> None:
    text = f"Tekniska kontoret\nTekniska nämnden\n# Svar på motion\n# Förslag till beslut\n{opening}\nMotionen avslås."
    bodies = understand(reading(text), "svar.pdf").bodies
    assert bodies == ("Tekniska nämnden", "Kommunstyrelsen", "Kommunfullmäktige")


def test_a_committee_of_nobody_is_not_told() -> None:
    text = "# Svar på motion\n# Förslag till beslut\nArbetsutskottet föreslår kommunstyrelsen besluta\nMotionen avslås."
    assert "Arbetsutskottet" not in understand(reading(text), "svar.pdf").bodies


def test_a_letterhead_set_as_a_table_names_the_department_and_the_receiver() -> None:
    made = reading("Kulturkontoret\nDnr\n# Svar på motion om hundar\n# Förslag till beslut\n1. Motionen avslås.")
    cells = (("Kulturkontoret", "Dnr KN 2024/12"), ("Siv Ek, chef", "Kulturnämnden"))
    head = [
        replace(one, kind=Kind.TABLE_ROW, text=" | ".join(row), cells=row)
        for one, row in zip(made.paragraphs, cells, strict=False)
    ]
    document = understand(replace(made, paragraphs=(*head, *made.paragraphs[2:])), "svar.pdf")
    assert document.department == ("Kulturkontoret",)
    assert document.bodies[0] == "Kulturnämnden"


def test_a_receiver_broken_over_two_lines_of_the_letterhead_is_one_body() -> None:
    margins = ("Datum", "Barn- och", "utbildningsnämnden", "1 (2)")
    document = understand(reading("# Svar på remiss\nFörvaltningen har läst förslaget.", margins=margins), "svar.pdf")
    assert document.bodies == ("Barn- och utbildningsnämnden",)
