from __future__ import annotations

import pytest

from ingest.papers.appendices import appendices
from ingest.papers.paragrafs import starts
from tests.ingest.papers.reading_made import paper

MINUTES = """
# Protokoll
# § 7 Val av justerare
Bo Alm väljs.
# § 8 Initiativ om en bänk
Bilaga 1 till § 7 finns hos kansliet.
# § 9 Rapporter
Rapporterna godkänns.
"""


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("# Bilaga 1 till § 8", "§ 8"),
        ("Bilaga B, Tn § 8", "§ 8"),
        ("Bilaga till protokoll Tn 7", "§ 7"),
        ("# Bilaga 2 Reservation § 7/25", "§ 7"),
    ],
)
def test_a_bilaga_behind_the_last_paragraf_belongs_to_the_one_it_names(line: str, section: str) -> None:
    one = paper(f"{MINUTES}{line}\nJag föreslår en bänk.\n# Bilaga 9\nSiffror.")
    (index, named), (after, none) = appendices(one.paragraphs, starts(one.paragraphs))
    assert one.paragraphs[index].text == line.lstrip("# ")
    assert named is not None
    assert named.section == section
    assert (one.paragraphs[after].text, none) == ("Bilaga 9", None)


@pytest.mark.parametrize(
    "line",
    [
        "# Bilaga 1",
        "Bilaga 1 till § 8 har delats ut.",
        "# Bilaga till §§ 7–8",
        "# Bilaga till § 7 och 8",
        "# Bilaga § 70",
    ],
)
def test_a_line_that_names_no_paragraf_of_these_minutes_or_several_heads_none(line: str) -> None:
    one = paper(f"{MINUTES}{line}\nJag föreslår en bänk.")
    assert appendices(one.paragraphs, starts(one.paragraphs)) == ()
