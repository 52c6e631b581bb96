from __future__ import annotations

import pytest

from ingest.papers.references import references_of
from tests.ingest.papers.paper_made import document


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Kommunfullmäktige beslutade den 5 november 2025, § 228, att anta planen.",
            [("Kommunfullmäktige", "2025-11-05", "§ 228")],
        ),
        ("Kommunstyrelsen 2022-02-01, § 19", [("Kommunstyrelsen", "2022-02-01", "§ 19")]),
        (
            "Kommunstyrelsen 2022-02-01 § 19; Socialnämnden 2022-01-11 § 4",
            [("Kommunstyrelsen", "2022-02-01", "§ 19"), ("Socialnämnden", "2022-01-11", "§ 4")],
        ),
        ("Socialnämndens protokoll § 68, 20 maj 2026", [("Socialnämnden", "2026-05-20", "§ 68")]),
        (
            "Kommunstyrelsen 2022-02-01 § 19 och § 20",
            [("Kommunstyrelsen", "2022-02-01", "§ 19"), ("Kommunstyrelsen", "2022-02-01", "§ 20")],
        ),
        ("Enligt 4 kap. 13 § LOU ska kommunen dela upp avtalet.", []),
        ("Utdraget avser § 201.", []),
    ],
)
def test_references(text: str, found: list[tuple[str, str, str]]) -> None:
    paper = document(text, "protokoll")
    assert [(r.body, r.date, r.section) for r in references_of(paper.paragraphs, paper.parts[0])] == found


def test_the_own_section_is_no_reference() -> None:
    paper = document("Kommunstyrelsen 2022-02-01, § 19", "protokoll", section="§ 19")
    assert references_of(paper.paragraphs, paper.parts[0]) == ()


def test_a_long_list_is_read_in_no_time() -> None:
    paper = document("§ 5 " * 2000 + "; Kommunstyrelsen 2022-02-01, § 19", "protokoll")
    assert [r.section for r in references_of(paper.paragraphs, paper.parts[0])] == ["§ 19"]
