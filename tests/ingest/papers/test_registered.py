from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.document import Document
from corpus.paragraph import Kind, Paragraph
from ingest.papers.cases import tie_cases
from ingest.papers.registered import registered_in
from ingest.papers.units import units_of
from tests.ingest.papers.case_made import T
from tests.ingest.papers.case_made import document as made
from tests.ingest.papers.paper_made import document


def _rows(title: str, *rows: tuple[str, ...]) -> Document:
    """An account whose motions stand in a table."""
    one = document(f"# {title}", "tjänsteskrivelse", title=title, date="2023-09-18", file="lista.pdf")
    table = [
        Paragraph(n, Kind.TABLE_ROW, " | ".join(cells), (), cells=cells)
        for n, cells in enumerate((("Dnr", "Motion", "Väckt"), *rows), 2)
    ]
    part = replace(one.parts[0], last=len(table) + 1)
    return replace(one, paragraphs=(*one.paragraphs, *table), parts=(part,))


ACCOUNT = _rows(
    "Redovisning av ej färdigberedda motioner",
    ("23KS169", "Skogen är mer än timmer (S)", "2023-05-29"),
    ("KS 2023-181", "Nej till vindkraft (SD)", "2023-06-12"),
)


def test_an_account_in_a_table() -> None:
    found = registered_in(units_of(ACCOUNT)[0])
    assert {("skogenärmeräntimmer", "KS 2023-169"), ("nejtillvindkraft", "KS 2023-181")} <= found


@pytest.mark.parametrize(
    "line",
    [
        "Skogen är mer än timmer, dnr KS 2023-169",
        "- Motion från Mia Kaya (S) om Skogen är mer än timmer, dnr KS 2023-169",
        "1. KS 2023-169 Motion (S): Skogen är mer än timmer",
        "Motion av Mia Kaya (S) – Skogen är mer än timmer. Dnr KS 2023-169",
    ],
)
@pytest.mark.parametrize(
    "title", ["Nya motioner", "Anmälan av motioner", "Obesvarade motioner hösten 2023", "Ny motion"]
)
def test_lines_of_a_list(title: str, line: str) -> None:
    (unit,) = units_of(
        document(f"# {title}\n{line}", "protokoll", title=title, section="§ 4", body="Kommunfullmäktige")
    )
    assert ("skogenärmeräntimmer", "KS 2023-169") in registered_in(unit)


def test_no_list_and_no_number_of_its_own() -> None:
    line = "Skogen är mer än timmer, dnr KS 2023-169"
    assert not registered_in(units_of(document(f"# Skogsplan\n{line}", "tjänsteskrivelse", title="Skogsplan"))[0])
    two = "Skogen är mer än timmer, dnr KS 2023-169 och dnr KS 2023-170"
    title = "Obesvarade motioner"
    assert not registered_in(units_of(document(f"# {title}\n{two}", "tjänsteskrivelse", title=title))[0])


def test_a_motion_is_tied_to_what_bears_its_number() -> None:
    motion = made("m.pdf", T.MOTION, "Motion – Skogen är mer än timmer", "2023-05-29", party=("S",))
    answer = made("s.pdf", T.MOTIONSSVAR, "Svar på motion om kalhyggen", "2023-08-30", dnr=("23KS169",))
    cases = {case.title: case for case in tie_cases((motion, answer, ACCOUNT))}
    assert cases["Skogen är mer än timmer"].files[:2] == ("m.pdf", "s.pdf")
    assert {tie.reason for tie in cases["Skogen är mer än timmer"].ties} >= {
        "diarienummer KS 2023-169 enligt en lista över motioner"
    }
    other = made("m.pdf", T.MOTION, "Motion (V) – Skogen är mer än timmer", "2023-05-29", party=("V",))
    rival = made("s.pdf", T.MOTIONSSVAR, "Svar på motion (S) om kalhyggen", "2023-08-30", dnr=("23KS169",))
    assert all(len(case.files) < 2 for case in tie_cases((other, rival)))
