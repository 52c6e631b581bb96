from __future__ import annotations

import pytest

from ingest.papers.paragraf_lines import candidate, candidates
from tests.ingest.papers.paper_made import paragraphs


@pytest.mark.parametrize(
    ("line", "section", "title"),
    [
        ("§ 16 forts.", "§ 16", ""),
        ("§ 16 1379/22 forts", "§ 16", ""),
        ("Forts. § 16", "§ 16", ""),
        ("KF § 16 (forts.) Motion om bänkar", "§ 16", "Motion om bänkar"),
        ("§ 16 Motion om bänkar, forts.", "§ 16", "Motion om bänkar"),
        ("Fortsättning på § 16", "§ 16", ""),
        ("§ 16 fortsättning från sida 4", "§ 16", ""),
    ],
)
def test_a_paragraf_that_goes_on(line: str, section: str, title: str) -> None:
    one = candidate(paragraphs(f"# {line}"), 0)
    assert one is not None
    assert (one.section, one.title, one.again) == (section, title, True)


@pytest.mark.parametrize(
    "line", ["§ 16 Motion om bänkar", "§ 17 Fortsatt arbete med skolan", "§ 18 Fortsättning av avtal"]
)
def test_a_paragraf_that_begins(line: str) -> None:
    one = candidate(paragraphs(f"# {line}"), 0)
    assert one is not None
    assert not one.again


def test_the_number_of_a_case_is_no_title() -> None:
    one = candidate(paragraphs("# § 16 1379/22"), 0)
    assert one is not None
    assert (one.title, one.dnr, one.weight) == ("", ("1379/22",), 3.0)


def test_named_paragrafs_are_no_candidates() -> None:
    made = paragraphs("§ 5 i socialtjänstlagen gäller\n# Beslutsunderlag\n§ 12 Kommunstyrelsen\n# § 3 Val")
    assert [one.section for one in candidates(made)] == ["§ 3"]
