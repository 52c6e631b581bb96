from __future__ import annotations

import pytest

from ingest.papers.dispositions import adopts_proposal, limits, reasons_in, told_reason, verbs_in


@pytest.mark.parametrize(
    ("text", "dispositions"),
    [
        ("Motionen avslås.", ["avslås"]),
        ("att avslå motionen", ["avslås"]),
        ("Avslag på motionen", ["avslås"]),
        ("Motionen lämnas utan bifall", ["avslås"]),
        ("Motionen bifalles", ["bifalls"]),
        ("att inte bifalla motionen", ["avslås"]),
        ("Motionen bifalls inte", ["avslås"]),
        ("Motionen anses härmed besvarad", ["besvaras"]),
        ("Motionen ska anses vara färdigbehandlad", ["besvaras"]),
        ("Yrkandet är redan tillgodosett", ["besvaras"]),
        ("Ärendet återremitteras", ["återremitteras"]),
        ("Ärendet bordläggs till nästa sammanträde", ["bordläggs"]),
        ("att lämna ärendet till nästkommande sammanträde", ["bordläggs"]),
        ("om ärendets återremiss", ["återremitteras"]),
        ("Yrkandet om ärendets återremiss avslås", ["övrigt"]),
        ("Bodarpsförslag 12883 bereds inte vidare", ["avslås"]),
        ("Kommunstyrelsens förslag har bifallits", []),
        ("Nämnden ställer sig bakom yttrandet", ["tillstyrks"]),
        ("Nämnden ställer sig inte bakom motionen", ["avstyrks"]),
        ("Policyn antas", ["antas"]),
        ("Taxan antas att gälla från årsskiftet", ["antas"]),
        ("Fullmäktige antar att behovet minskar", []),
        ("Bänkar i varje park antas bli dyra", []),
        ("Informationen läggs till handlingarna", ["noteras"]),
        ("Nämnden har inget att erinra", ["noteras"]),
        ("Redovisningen mottas", ["noteras"]),
        ("Kommunfullmäktige har mottagit rapporten", ["noteras"]),
        ("Fullmäktige tackar Ida Alm för informationen", ["noteras"]),
        ("Delgivningarna anmäls", ["noteras"]),
        ("Skrivelserna anses anmälda", ["noteras"]),
        ("Rapporten anses som anmäld", ["noteras"]),
        ("att med godkännande del av rapporten", ["noteras"]),
        ("Nämnden tar med godkännande del av redovisningen", ["noteras"]),
        ("Informationen godkänns", ["noteras"]),
        ("att godkänna den muntliga informationen", ["noteras"]),
        ("Fullmäktige godkänner sammanställningen över meddelanden", ["noteras"]),
        ("Förteckningen över inkomna skrivelser godkänns", ["noteras"]),
        ("att godkänna redovisningen av delegationsbeslut", ["noteras"]),
        ("Årsredovisningen godkänns", ["antas"]),
        ("Nämnden godkänner redovisningen av partistöd", ["antas"]),
        ("Avtalet om informationsskyltar godkänns", ["antas"]),
        ("Yrkande 1 bifalls och yrkande 2 avslås", ["bifalls", "avslås"]),
        ("Motionen avslås med hänvisning till att en liknande motion bifölls 2019", ["avslås"]),
        ("Yrkande 1 avslås med hänvisning till budgeten och yrkande 2 bifalls", ["avslås", "bifalls"]),
        ("Med hänvisning till det tidigare avslaget bifalls motionen", ["bifalls"]),
        ("Förslaget bifalls på så sätt att tiden ändras; i övriga delar avslås förslaget", ["bifalls", "avslås"]),
        ("Kommunstyrelsen får i uppdrag att utreda frågan", []),
        ("Kommunfullmäktige bifaller kommunstyrelsens förslag", []),
    ],
)
def test_verbs(text: str, dispositions: list[str]) -> None:
    assert [verb.disposition.value for verb in verbs_in(text)] == dispositions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kommunfullmäktige bifaller kommunstyrelsens förslag", True),
        ("i enlighet med kommunstyrelsens förslag", True),
        ("Enligt arbetsutskottets förslag.", True),
        ("Kommunfullmäktige bifaller motionens förslag", False),
        ("Motionen bifalls", False),
        ("Fullmäktige beslöt i enlighet härmed", True),
        ("Enl. AU:s förslag", True),
        ("Nämndens förslag godkännes", True),
        ("Nämndens förslag till taxa godkännes", False),
        ("Fullmäktige beslöt i enlighet med vad kommunstyrelsen hemställt", True),
        ("Detta är i enlighet med lagen", False),
    ],
)
def test_deciding_as_another_proposes(text: str, found: bool) -> None:
    assert bool(adopts_proposal(text)) is found


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Motionen avslås med hänvisning till budgeten.", "budgeten"),
        ("Motionen avslås, eftersom frågan är löst.", "frågan är löst"),
        ("Motionen avslås.", None),
    ],
)
def test_the_reason_told(text: str, reason: str | None) -> None:
    assert told_reason(text) == reason


def test_a_reason_ends_where_another_demand_is_decided() -> None:
    text = "Yrkande 1 avslås med hänvisning till budgeten och yrkande 2 bifalls"
    (span,) = reasons_in(text)
    assert text[span.start : span.end] == "med hänvisning till budgeten "


@pytest.mark.parametrize(
    ("after_verb", "partial"),
    [
        (" i den del som avser skolan", True),
        (" såvitt avser skolan", True),
        (" för nya anläggningar", True),
        (" för en försöksperiod om två år", False),
        (" med ändringen att kravet införs 2023", False),
        (". Medlen tas för budgeten", False),
        ("; fonden används för bidraget", False),
    ],
)
def test_words_that_make_a_bifall_partial(after_verb: str, partial: bool) -> None:
    assert (limits(after_verb) is not None) is partial


@pytest.mark.parametrize(
    ("text", "dispositions"),
    [
        ("att inte avslå motionen", ["övrigt"]),
        ("Motionen avslås inte.", ["övrigt"]),
        ("att ej återremittera ärendet", ["övrigt"]),
        ("att motionen inte ska anses besvarad", ["övrigt"]),
        ("att inte anta policyn", ["övrigt"]),
        ("att inte bifalla motionen", ["avslås"]),
        ("Motionen bifalls inte.", ["avslås"]),
        ("att motionen inte längre ska anses besvarad", ["övrigt"]),
        ("Motionen avslås, då medel inte finns.", ["avslås"]),
        ("Då medel inte finns avslås motionen.", ["avslås"]),
        ("Eftersom behovet inte finns bifalls motionen inte.", ["avslås"]),
        ("Då frågan inte hinner beredas återremitteras ärendet.", ["återremitteras"]),
    ],
)
def test_what_is_not_decided_is_no_outcome(text: str, dispositions: list[str]) -> None:
    assert [verb.disposition.value for verb in verbs_in(text)] == dispositions
