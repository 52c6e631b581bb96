from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.decision import Decision, Demand, Disposition, Status
from ingest.papers.decisions import answered
from ingest.papers.granted import BY_ITS_WORDS, granted
from tests.ingest.papers.case_made import decision

VOTE = "en kommunal folkomröstning hålls om vindkraft på Hökberget"
BUS = "kommunen inför avgiftsfri kollektivtrafik för pensionärer över 70 år"
DEMANDS = (VOTE, BUS, "en anhörigkonsulent anställs")


def item(text: str, body: str = "Kommunfullmäktige") -> Decision:
    return decision(text, Disposition.OVRIGT, 5, body=body)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("att en kommunal folkomröstning ska hållas om vindkraft på Hökberget", 1),
        ("Kommunfullmäktige beslutar att hålla en kommunal folkomröstning om vindkraft på Hökberget.", 1),
        ("att införa avgiftsfri kollektivtrafik för pensionärer över 70 år", 2),
        ("att införa avgiftsfri kollektivtrafik för pensionärer över 75 år", None),
        ("att någon kommunal folkomröstning inte ska hållas om vindkraft på Hökberget", None),
        ("att utreda en kommunal folkomröstning om vindkraft på Hökberget", None),
        ("att undersöka möjligheten till avgiftsfri kollektivtrafik för pensionärer över 70 år", None),
        ("att folkomröstningen hålls i samband med valet till Europaparlamentet den 9 juni", None),
        ("att kommunstyrelsen får i uppdrag att lämna förslag till fråga om vindkraft på Hökberget", None),
        ("att anställa en anhörigkonsulent", None),
    ],
)
def test_a_demand_decided_in_its_own_words(text: str, number: int | None) -> None:
    assert granted(item(text), DEMANDS) == number


def asked(*texts: str) -> tuple[Demand, ...]:
    return tuple(Demand(n, text, n) for n, text in enumerate(texts, 1))


def test_only_the_council_grants_so() -> None:
    assert granted(item(VOTE, "Kommunstyrelsen"), DEMANDS) is None


def test_it_is_a_bifall_however_often_it_is_read() -> None:
    once = answered([item(VOTE), item("att kommunstyrelsen utformar frågan")], asked(*DEMANDS))
    assert [(d.disposition.value, d.demands) for d in once] == [("bifalls", (1,)), ("övrigt", ())]
    assert once[0].uncertain == (BY_ITS_WORDS,)
    assert answered(once, asked(*DEMANDS)) == once
    assert [d.disposition.value for d in answered(once, asked("bänkar ställs ut i parken"))] == ["övrigt", "övrigt"]


def test_not_beside_what_settles_the_motion() -> None:
    settled = replace(decision("Motionen avslås.", Disposition.AVSLAS, 6), status=Status.ADOPTED)
    assert [d.disposition.value for d in answered([item(VOTE), settled], asked(VOTE, BUS))] == ["övrigt", "avslås"]
