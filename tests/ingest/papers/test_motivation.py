from __future__ import annotations

import pytest

from ingest.papers.decisions import decisions_of
from ingest.papers.motivation import argues, opens_motivation
from tests.ingest.papers.paper_made import document

KF = "Kommunfullmäktige"


@pytest.mark.parametrize(
    "text",
    [
        "Att bifalla motionen skulle bli dyrt och gynna få.",
        "Som framgår av yttrandet är det inte rimligt att bifalla ett förslag som saknar finansiering.",
        "Kommunfullmäktige vill framhålla att ett avslag på motionen inte innebär att frågan är oviktig.",
        "Skälet är att kommunen redan arbetar med frågan och att det inte finns anledning att bifalla motionen.",
        "Den som vill se motionen bifallen bör anvisa medel i budgeten.",
        "I tidigare ärenden har fullmäktige bifallit liknande motioner.",
        "Att avslå motionen vore att svika de äldre.",
        "Behovet är litet, och att återremittera motionen skulle bara försena arbetet.",
        "Bänkar finns redan. Förslaget att bifalla bänkar i varje park antas bli dyrt.",
        "Det vore fel att avslå motionen, eftersom bänkar efterfrågas.",
        "Om motionen bifalls måste andra satsningar stå tillbaka.",
        "Pengar saknas, även om motionen skulle bifallas.",
        "Ett bifall till motionen hade krävt medel som inte finns.",
        "En motion som denna kan inte bifallas utan att pengar anvisas.",
        "En liknande motion avslogs 2019.",
        "Fullmäktige har redan tidigare avslagit frågan, och motionen har nyligen avslagits i nämnden i maj.",
    ],
)
def test_what_only_argues(text: str) -> None:
    assert argues(text)


@pytest.mark.parametrize(
    "text",
    [
        "Motionen avslås.",
        "Motionen avslås, eftersom det skulle bli dyrt att bifalla den.",
        "att avslå motionen då den är för dyr",
        "dels att i övrigt avslå motionen",
        "Avslå motionen i övrigt.",
        "Yrkande 2: bifall.",
        "Ansökan från Anna Ek: avslag",
        "Motionen om katter – delvis bifall.",
        "Ansökan ges avslag.",
        "Motionen ska avslås.",
        "Därför beslutar fullmäktige att avslå motionen.",
        "Ärendet föranleder ingen vidare åtgärd.",
        "Att bifalla motionen såvitt den avser bänkar.",
        "att avslå motionen och att utreda vad det skulle kosta att bifalla den",
        "Motionen om bänkar bifalls.",
        "Avslag på motionen.",
        "Att bifalla motionen skulle bli dyrt. Motionen avslås.",
        "Yrkande tre anses besvarat med hänvisning till att det vore dyrt att bifalla det.",
        "Bänkar finns redan.",
        "Motionens andra att-sats kan inte bifallas.",
    ],
)
def test_what_decides_or_says_nothing_of_it(text: str) -> None:
    assert not argues(text)


def test_what_announces_reasons() -> None:
    assert opens_motivation("Motionen avslås med följande motivering:")
    assert opens_motivation("att avslå motionen av dessa skäl:")
    assert not opens_motivation("Kommunfullmäktige beslutar följande:")
    assert not opens_motivation("Motionen avslås med motiveringen att bänkar finns.")


@pytest.mark.parametrize(
    ("text", "dispositions"),
    [
        ("Motionen avslås.\nAtt bifalla motionen skulle bli dyrt.", ["avslås"]),
        (
            "- Motionens första yrkande bifalls.\n- I övrigt avslås motionen.\nDet vore fel att avslå allt.",
            ["bifalls", "avslås"],
        ),
        ("Motionen avslås med följande motivering:\nVi anser att bänkar finns.\nMotionen är god men dyr.", ["avslås"]),
        ("1. Motionen avslås med följande skäl:\nDen är dyr.\n2. Nämnden ska bifalla ansökan.", ["avslås", "bifalls"]),
        ("Motionen bifalls.\nKommunfullmäktige beslutar att avslå tilläggsyrkandet.", ["bifalls", "avslås"]),
        ("Motionen bifalls.\nAtt avslå den andra motionen.", ["bifalls", "avslås"]),
    ],
)
def test_reasons_below_a_decision_are_no_second_one(text: str, dispositions: list[str]) -> None:
    paper = document(f"# Beslut\n{text}", "protokoll", body=KF, section="§ 5")
    assert [d.disposition.value for d in decisions_of(paper.paragraphs, paper.parts[0])] == dispositions
