from __future__ import annotations

import pytest

from ingest.papers.votes import votes_of
from tests.ingest.papers.paper_made import document


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Omröstningen utfaller med 20 ja-röster och 21 nej-röster.", True),
        ("Med 24 ja-röster mot 25 nej-röster beslutar fullmäktige enligt yrkandet.", True),
        ("Nämnden beslutar med sju nejröster mot fyra att avslå motionen.", True),
        ("Omröstningen utfaller med 39 ja mot 41 nej. En ledamot är frånvarande.", True),
        ("27 röstar ja och 16 röstar nej.", True),
        ("33 ledamöter röstar för att avgöra ärendet i dag.", True),
        ("Resultat: Ja: 12, Nej: 9", True),
        ("Ja-röst för bifall till förslaget, nej-röst för avslag.", False),
        ("Omröstning begärs och ska genomföras.", False),
        ("Kommunen har 9 300 invånare.", False),
    ],
)
def test_a_paragraph_that_counts_votes(text: str, counts: bool) -> None:
    paper = document(f"# Omröstning\n{text}", "protokoll", section="§ 4")
    assert votes_of(paper.paragraphs, paper.parts[0]) == ((2,) if counts else ())


def test_a_letter_counts_no_votes() -> None:
    paper = document("Omröstningen utföll med 20 ja-röster och 21 nej-röster.", "motionssvar")
    assert votes_of(paper.paragraphs, paper.parts[0]) == ()
