from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.document import Adoption
from corpus.document import DocumentType as T
from corpus.reading import MarginLine
from ingest.papers.dates import created, dates_of
from tests.ingest.papers.reading_made import paper


def test_the_document_date_stands_in_the_head_not_in_the_text() -> None:
    found = dates_of(paper("2021-05-06\n# Svar\n# Bakgrund\nMotionen kom 2020-09-14."), T.TJANSTESKRIVELSE, None)
    assert found.date == "2021-05-06"
    assert found.warnings == ()


def test_the_receivers_date_is_not_the_papers() -> None:
    text = "Kansliet Ert datum 2022-02-02\nHandläggare Datum\nSiv Al 2022-04-11\n# Svar"
    assert dates_of(paper(text), T.MOTIONSSVAR, None).date == "2022-04-11"


def test_a_labelled_date_goes_before_an_earlier_one() -> None:
    text = "Ankom 2021-01-02\n2021-02-03 Kommunstyrelsen\nDatum 2021-05-06\n# Svar"
    found = dates_of(paper(text), T.MOTIONSSVAR, None)
    assert found.date == "2021-05-06"
    assert found.warnings == ("olika datum i handlingen: 2021-05-06, 2021-02-03; 2021-05-06 används",)


@pytest.mark.parametrize(
    ("line", "put"),
    [
        ("- Motion 2024-05-13", "2024-05-13"),
        ("Motion från Alva Sund (KD), 2024-05-13", "2024-05-13"),
        ("Motion remitterad 2024-05-13", None),
        ("Motionens förslag 2024-05-13 prövas i budgeten för nästa år. " * 2, None),
    ],
)
def test_the_day_of_the_motion_that_an_answer_lists(line: str, put: str | None) -> None:
    found = dates_of(
        paper(f"Datum 2024-10-01\n# Svar på motion\nText.\n# Beslutsunderlag\n{line}"), T.MOTIONSSVAR, None
    )
    assert [d.date for d in found.all if d.what == "motion"] == ([put] if put else [])


def test_a_meeting_date() -> None:
    text = "# Protokoll\nSammanträdesdatum\n2021-09-28\n# § 1 Val\nText"
    found = dates_of(paper(text), T.PROTOKOLL, None)
    assert (found.date, found.all[0].what, found.all[0].paragraph) == ("2021-09-28", "sammanträde", 3)


def test_a_meeting_date_of_place_and_time() -> None:
    place = "Stadshuset, tisdagen den 28 september 2021 klockan 13.00"
    text = f"# § 201 Svar\n# Plats och tid\n{place}\n# Justering\nDen 7 oktober 2021."
    assert dates_of(paper(text), T.PROTOKOLL, None).date == "2021-09-28"


def test_a_value_under_its_label_in_the_margins_columns() -> None:
    one = replace(
        paper("# Svar"),
        margins=(
            MarginLine(1, "Datum", (50.0, 20.0, 80.0, 30.0)),
            MarginLine(1, "Ert datum", (200.0, 20.0, 240.0, 30.0)),
            MarginLine(1, "2021-05-06", (50.0, 32.0, 110.0, 42.0)),
            MarginLine(1, "2020-01-01", (200.0, 32.0, 260.0, 42.0)),
        ),
    )
    assert dates_of(one, T.TJANSTESKRIVELSE, None).date == "2021-05-06"


def test_a_motion_is_dated_at_its_signatures() -> None:
    text = "# Motion om hundar\nText\nAlingsås den 25 mars 2026\nEva Ek (S)"
    assert dates_of(paper(text, margins=("Inkom 2026-03-27",)), T.MOTION, None).date == "2026-03-25"


def test_an_answer_tells_when_its_motion_was_put() -> None:
    put = "Eva Ek (S) har den 25 mars 2020 lämnat in en motion om hundar."
    text = f"2021-05-06\n# Svar på motion\n{put} Den 3 maj 2020 remitterades den."
    found = dates_of(paper(text), T.MOTIONSSVAR, None)
    assert [(d.date, d.paragraph) for d in found.all if d.what == "motion"] == [("2020-03-25", 3)]


def test_adoption_dates_a_styrdokument() -> None:
    found = dates_of(paper("2019-12-01\n# Policy"), T.POLICY, Adoption("Kommunfullmäktige", "2020-01-28", None, 2))
    assert (found.date, found.all[0].what, found.all[0].paragraph) == ("2020-01-28", "antagande", 2)


def test_metadata_is_the_last_resort_and_told() -> None:
    found = dates_of(paper("# Rapport\nText", created="D:20231027101500+02'00'"), T.OVRIGT, None)
    assert found.date == "2023-10-27"
    assert found.warnings == ("inget datum i handlingen; 2023-10-27 är PDF-filens eget",)
    assert dates_of(paper("# Rapport\nText"), T.OVRIGT, None).date is None


def test_creation_stamps() -> None:
    assert created("D:20231027") == "2023-10-27"
    assert created("2023-10-27T10:00:00Z") == "2023-10-27"
    assert created(None) is None
