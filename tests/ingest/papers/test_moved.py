from __future__ import annotations

import pytest

from ingest.papers.decided import with_decisions
from ingest.papers.moved import moved
from tests.ingest.papers.paper_made import document

DEMANDS = ("skolor målas", "broar byggs", "parker vårdas")
YRKANDEN = """
# Yrkanden
Eva Ek (V) och Nils Ros (MP) yrkar bifall till motionens andra att-sats och i övrigt avslag på motionen.
Per Alm (S) yrkar bifall till kommunstyrelsens förslag. Per Alm yrkar därutöver återremiss.
Bo Dal (C) yrkar i första hand återremiss och i andra hand bifall till motionen.
Eva Alm (L) yrkar bifall till kommunstyrelsens förslag.
"""


def read(text: str) -> list[tuple[str, tuple[int, ...]]] | None:
    """What a § that ends with the decision `text` decides by a member's yrkande."""
    paper = with_decisions(document(f"{YRKANDEN}# Beslut\n{text}", "protokoll", body="Kommunfullmäktige"))
    found = moved(paper.decisions[-1], paper, DEMANDS)
    return None if found is None else [(one.disposition.value, one.demands) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Kommunfullmäktige beslutar enligt Eva Eks yrkande.",
        "Kommunfullmäktige bifaller Eva Eks (V) yrkande.",
        "I enlighet med Nils Ros (MP) m.fl. yrkande.",
        "Kommunfullmäktige beslutar enligt Eva Eks och Nils Ros gemensamma yrkande.",
    ],
)
def test_what_the_member_moved(text: str) -> None:
    assert read(text) == [("bifalls", (2,)), ("avslås", (1, 3))]


def test_who_moved_anothers_proposal_is_not_read() -> None:
    assert read("Kommunfullmäktige beslutar enligt Eva Alms yrkande.") is None
    assert read("Kommunfullmäktige beslutar enligt kommunstyrelsens förslag.") is None


def test_two_grades_or_an_unknown_member_leave_it_open() -> None:
    assert read("Kommunfullmäktige beslutar enligt Bo Dals yrkande.") == []
    assert read("Kommunfullmäktige beslutar enligt Siv Ahls yrkande.") == []


def test_the_source_is_told() -> None:
    paper = with_decisions(
        document(f"{YRKANDEN}# Beslut\nEnligt Eva Eks yrkande.", "protokoll", body="Kommunfullmäktige")
    )
    found = moved(paper.decisions[-1], paper, DEMANDS)
    assert found
    assert found[0].uncertain[-1] == "innehållet läst i Eva Eks yrkande"


@pytest.mark.parametrize(
    ("before", "decided"),
    [
        ("Eva Ek yrkade bifall till motionen.", [("bifalls", (1, 2, 3))]),
        ("Eva Ek yrkade att motionens första att-sats skulle avslås.\nOmröstning begärdes ej.", [("avslås", (1,))]),
        ("Eva Ek yrkade bifall. Per Al yrkade avslag på motionen.", []),
        ("Eva Ek yrkade bifall till motionen.\nKommunstyrelsen har föreslagit avslag.", None),
        ("Eva Ek yrkade bifall till kommunstyrelsens förslag.", None),
        ("Ärendet föredrogs.", None),
    ],
)
def test_in_accordance_with_what_was_moved_last(before: str, decided: list[tuple[str, tuple[int, ...]]] | None) -> None:
    text = f"{before}\n# Beslut\nFullmäktige beslöt i enlighet härmed."
    paper = with_decisions(document(text, "protokoll", body="Kommunfullmäktige"))
    found = moved(paper.decisions[-1], paper, DEMANDS)
    assert (None if found is None else [(one.disposition.value, one.demands) for one in found]) == decided
