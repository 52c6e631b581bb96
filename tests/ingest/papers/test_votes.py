from __future__ import annotations

import pytest

from ingest.papers.votes import only_votes, votes_of
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
        ("Bo Ek (S), Ola By (M) och ordföranden röstar Ja (7). Vera Lo (V) röstar Nej (6).", True),
        ("Sju ledamöter röstar JA, fyra röstar NEJ och två avstår.", True),
        ("Tjugotre ledamöter röstade för förslaget och femton mot.", True),
        ("Omröstningen utfaller med nio röster för och sex röster emot.", True),
        ("Röstsiffrorna blev 23–22.", True),
        ("Med röstetalen 23 mot 22 beslutar nämnden att avslå motionen.", True),
        ("Voteringen slutade 23-22.", True),
        ("Omröstningsresultat: 22/4/1", True),
        ("20 för och 15 emot.", True),
        ("För kommunstyrelsens förslag röstar 23 och mot röstar 22.", True),
        ("Ja avger 23 ledamöter, nej avger 22.", True),
        ("Ja - 23, Nej - 22", True),
        ("Röster för: 23. Röster mot: 22.", True),
        ("Med siffrorna 23 mot 22 avslås motionen.", True),
        ("21 för bifall till motionen och 18 emot, 2 avstår.", True),
        ("Ja 20 st, nej 15 st.", True),
        ("Antal ja: tjugo. Antal nej: femton.", True),
        ("20 JA, 11 NEJ", True),
        ("- Nej: 15", True),
        ("- 20 ja", True),
        ("# 20 JA, 11 NEJ", True),
        ("Kommunen har 20 ja-sägare.", False),
        ("Omröstning begärs i ärende 12-14.", False),
        ("Omröstning 2024-03-18", False),
        ("Resultat: 23/10/2024", False),
        ("Kostnaden är 20 för bänkar och 15 mot muren.", False),
        ("Ja-röst för bifall till förslaget, nej-röst för avslag.", False),
        ("Omröstning begärs och ska genomföras.", False),
        ("Kommunen har 9 300 invånare.", False),
    ],
)
def test_a_paragraph_that_counts_votes(text: str, counts: bool) -> None:
    paper = document(f"# Omröstning\n{text}", "protokoll", section="§ 4")
    assert votes_of(paper.paragraphs, paper.parts[0]) == ((2,) if counts else ())


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Vid sluten omröstning avges 30 röster för Bo Ek, 15 för Vera Lo och 2 blanka.", True),
        ("Valet sker med slutna sedlar. Bo Ek får 30 röster, Vera Lo får 15. Två sedlar är blanka.", True),
        ("Omröstningen sker med slutna sedlar. Bo Ek får 30 röster och två sedlar är blanka.", True),
        ("25 ledamöter röstar för avslag och 20 för bifall till motionen.", True),
        ("18 röstar för att motionen avslås, 21 för att den bifalls.", True),
        ("Ja-röst för avslag, nej-röst för bifall.", True),
        ("JA = bifall till motionen", True),
        ("Avgivna röster: 47. Bo Ek (S) 30 röster, Vera Lo (V) 15 röster.", True),
        ("Nej: 15", True),
        ("Med 25 ja-röster mot 20 nej-röster avslås motionen.", False),
        ("Med 30 röster mot 15 väljs Bo Ek (S) till ordförande.", False),
        ("Vid omröstning med 25 ja mot 20 nej beslutar fullmäktige att bifalla motionen.", False),
        ("Kommunen köper huset (25 ja-röster, 20 nej-röster).", False),
        ("Motionen avslås.", False),
    ],
)
def test_what_only_tells_of_a_vote(text: str, *, only: bool) -> None:
    assert only_votes(text) == only


def test_a_letter_counts_no_votes() -> None:
    paper = document("Omröstningen utföll med 20 ja-röster och 21 nej-röster.", "motionssvar")
    assert votes_of(paper.paragraphs, paper.parts[0]) == ()
