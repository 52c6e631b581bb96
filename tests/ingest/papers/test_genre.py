from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import DocumentType as T
from ingest.papers.form import form_of
from ingest.papers.genre import styrdokument_of, type_of
from ingest.papers.paragrafs import starts
from ingest.papers.titles import title_of
from tests.ingest.papers.reading_made import paper
from tests.ingest.papers.styles_made import of_kinds


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Måltidspolicy", T.POLICY),
        ("Handlingsplan ANDTS 2021–2025", T.HANDLINGSPLAN),
        ("Miljö- och klimatprogram för Norrvik 2022–2030", T.PROGRAM),
        ("Förslag på biblioteksplan för Norrvik", T.PLAN),
        ("VA-taxa", T.TAXA),
        ("Riktlinjer för sociala kontrakt", T.RIKTLINJE),
        ("Regler för bidrag till enskilda vägar", T.RIKTLINJE),
        ("Norrviks strategi för landsbygden", T.STRATEGI),
        ("Reglemente för ersättningar", T.REGLEMENTE),
        ("Uppföljning av handlingsplan", None),
        ("Revidering av riktlinjer", None),
        ("Svar på motion om strategi", None),
        ("Granskningsutlåtande, detaljplan", None),
    ],
)
def test_the_head_noun_names_a_styrdokument(title: str, kind: T | None) -> None:
    assert styrdokument_of(title) == kind


def _type(text: str, title: str, *margins: str) -> T:
    one = paper(text, margins=margins)
    return type_of(one, title, form_of(one, starts(one.paragraphs)))


PROPOSAL = "# {title}\n# Förslag till kommunfullmäktiges beslut\n1. {item}"


@pytest.mark.parametrize(
    ("title", "item", "kind"),
    [
        ("Motion (C) om trä – förslag till svar", "Förslaget avslås.", T.MOTIONSSVAR),
        ("Fler hundar i stan", "Motionen avslås.", T.MOTIONSSVAR),
        ("Redovisning av obesvarade motioner", "Redovisningen noteras.", T.TJANSTESKRIVELSE),
        ("Revidering av riktlinjer", "Riktlinjerna antas.", T.TJANSTESKRIVELSE),
        ("Renhållningstaxa 2027", "Taxan antas.", T.TJANSTESKRIVELSE),
        ("Fler hundar i stan – återremitterat ärende", "att bifalla motionens första att-sats", T.MOTIONSSVAR),
        ("Fler hundar i stan", "att anse motionens två första yrkanden besvarade", T.MOTIONSSVAR),
        ("Fler hundar i stan", "Avslå motionens punkt 2", T.MOTIONSSVAR),
        ("Hundplan", "att anta motionens idé i planen", T.TJANSTESKRIVELSE),
    ],
)
def test_letters_are_answers_only_where_they_answer_a_motion(title: str, item: str, kind: T) -> None:
    assert _type(PROPOSAL.format(title=title, item=item), title) == kind


@pytest.mark.parametrize(
    ("byline", "kind"),
    [
        ("Motion från Centerpartiet", T.MOTION),
        ("Motion 9 maj 2022", T.MOTION),
        ("Medborgarförslag från Bo Alm", T.MEDBORGARFORSLAG),
    ],
)
def test_a_line_below_the_title_says_what_it_is(byline: str, kind: T) -> None:
    assert _type(f"# Ät upp landskapet\n{byline}\nMaten är bra.\nBo Alm", "Ät upp landskapet") is kind


def test_a_letter_titled_as_the_proposal_it_answers_is_a_letter() -> None:
    text = "# Medborgarförslag om bad\nHandläggare: Eva Ek\n{opening}\n1. Förslaget avslås."
    for opening in ("# Vi föreslår att samhällsnämnden beslutar", "Samhällsnämnden föreslås besluta"):
        assert _type(text.format(opening=opening), "Medborgarförslag om bad") is T.TJANSTESKRIVELSE
    assert _type("# Medborgarförslag: Bad\nJag vill bada.\nBo Alm", "Medborgarförslag: Bad") is T.MEDBORGARFORSLAG


MEMO = "Bodarps kommun\nTekniska kontoret\n{banner}\n2021-03-04\n# {title}\nHagar ska klippas.\n# {heading}\natt {item}"


@pytest.mark.parametrize(
    ("banner", "title", "heading", "kind"),
    [
        ("PM", "Motion om hundrastgård", "Kontorets förslag", T.MOTIONSSVAR),
        ("Promemoria", "Motion angående hundrastgård", "Förvaltningens förslag till beslut", T.MOTIONSSVAR),
        ("PM", "Hundrastgård i parken", "Förslag till beslut", T.TJANSTESKRIVELSE),
        ("PM", "Hundrastgård i parken", "Bedömning", T.OVRIGT),
        ("PM", "Motion om hundrastgård", "Vi yrkar", T.MOTION),
    ],
)
def test_an_offices_memo_that_proposes_is_a_letter(banner: str, title: str, heading: str, kind: T) -> None:
    assert _type(MEMO.format(banner=banner, title=title, heading=heading, item="hundgården byggs."), title) == kind


def test_minutes_about_a_motion_are_minutes() -> None:
    text = "# § 3 Svar på motion\n# Beslut\nMotionen avslås.\n# Yrkanden\nEn (S) yrkar bifall."
    assert _type(text, "§ 3 Svar på motion") == T.PROTOKOLL


@pytest.mark.parametrize(
    ("text", "title", "kind"),
    [
        ("# Motion: Trygga vägar\nVi yrkar att vägen sänks.", "Motion: Trygga vägar", T.MOTION),
        ("# Sommarjobb – motion\nVi yrkar att fler får jobb.", "Sommarjobb – motion", T.MOTION),
        ("# Interpellation om bygglov\nVarför?", "Interpellation om bygglov", T.INTERPELLATION),
        ("# Medborgarförslag om utegym\nJag föreslår ett.", "Medborgarförslag om utegym", T.MEDBORGARFORSLAG),
        ("# Yttrande över förslag till reservat\nKommunen anser.", "Yttrande över förslag till reservat", T.REMISSVAR),
        ("# Årsredovisning 2025\nText.", "Årsredovisning 2025", T.OVRIGT),
    ],
)
def test_other_papers(text: str, title: str, kind: T) -> None:
    assert _type(text, title) == kind


def test_a_motion_worded_as_a_decision_is_no_answer() -> None:
    asks = "# Motion om äldres hälsa\nEnsamheten ökar.\n# Förslag till beslut\n1. En träffpunkt inrättas."
    assert _type(asks, "Motion om äldres hälsa") == T.MOTION
    assert _type(f"{asks}\nOlle Ström (M)", "Motion om äldres hälsa") == T.MOTION
    answer = "# Motion om äldres hälsa\n# Förslag till beslut\n1. Motionen avslås."
    assert _type(answer, "Motion om äldres hälsa") == T.MOTIONSSVAR


def test_the_information_box_decides() -> None:
    assert _type("# Norrvik i rörelse\nTyp av styrdokument: Program", "Norrvik i rörelse") == T.PROGRAM
    assert _type("# Rutin för debatt\nTyp av styrdokument: Rutin", "Rutin för debatt") == T.OVRIGT


def test_remissvar_is_written_with_two_s() -> None:
    assert _type("# Remissvar: God vård\nKommunen tillstyrker.", "Remissvar: God vård") == T.REMISSVAR
    assert _type("# Remissyttrande\nKommunen tillstyrker.", "Remissyttrande om vård") == T.REMISSVAR


@pytest.mark.parametrize(
    "text",
    [
        "Motion till kommunfullmäktige\n# Broddar\nDärför vill vi se\n- gratis broddar\nFör Vänsterpartiet",
        "Motion till kommunfullmäktige\n# Broddar\n# Förslag till beslut\n1. Broddar delas ut.\nEva Lund (V)",
        "MOTION\n# Broddar\n# Förslag\n- Broddar delas ut.\nEva Lund",
    ],
)
def test_the_banner_says_a_motion_however_it_asks(text: str) -> None:
    made = paper(text)
    assert type_of(made, "Broddar", form_of(made, starts(made.paragraphs))) is T.MOTION


def test_an_answer_under_the_banner_motion_speaks_of_the_motion() -> None:
    made = paper("MOTION\n# Broddar\n# Förslag till beslut\nMotionen avslås.\nEva Lund")
    assert type_of(made, "Broddar", form_of(made, starts(made.paragraphs))) is T.MOTIONSSVAR


def test_a_members_motion_in_a_form_is_a_motion() -> None:
    form = "# {title}\nInkom: 2024-03-01\nNamn: Ulla Ek\n# Förslag\nJag föreslår att kajen lyfts."
    assert _type(form.format(title="Lyft kajen"), "Lyft kajen") is T.MEDBORGARFORSLAG
    assert _type(form.format(title="Motion om kajen"), "Motion om kajen") is T.MOTION


def test_a_filled_in_form_of_an_e_service_is_a_residents_proposal() -> None:
    asked = "# Mitt förslag\nJag föreslår att kajen lyfts.\n# Motivering\nDen är låg."
    assert _type(f"Bodarps kommun, e-tjänst\n# Lyft kajen\n{asked}", "Lyft kajen") is T.MEDBORGARFORSLAG
    assert _type(f"# Lyft kajen\nInkom: 2024-03-01\n{asked}", "Lyft kajen") is T.MEDBORGARFORSLAG
    assert _type(f"# Lyft kajen\n{asked}", "Lyft kajen") is T.OVRIGT


@pytest.mark.parametrize(
    ("head", "asked"),
    [
        (
            "Sjöviksförslaget, inlämnat via e-tjänst\n# Lyft kajen\nAntal som stöder förslaget 214",
            "Jag föreslår att kajen lyfts.",
        ),
        ("Bodarpsinitiativet\n# Lyft kajen\nInlämnat 2024-03-01\nAntal underskrifter 88", "Jag vill att kajen lyfts."),
        ("E-petition\n# Lyft kajen\nRöster: 45", "Därför föreslår jag att kajen lyfts."),
        ("# Lyft kajen\nFörslagsnummer 12\n120 personer stöder förslaget", "Jag önskar att kajen lyfts."),
    ],
)
def test_a_proposal_that_residents_support_is_one_whatever_it_is_called(head: str, asked: str) -> None:
    assert _type(f"{head}\n# Förslag\n{asked}\n# Motivering\nDen är låg.", "Lyft kajen") is T.MEDBORGARFORSLAG


@pytest.mark.parametrize(
    "text",
    [
        "# Medborgarmotion\nNamn | Siv Ek\n# Ditt förslag i korthet\nLyft kajen\nJag vill att kajen lyfts.",
        "# Medborgarinitiativ om kajen\nJag vill att kajen lyfts.\nSiv Ek",
        "# Lyft kajen\nDnr (ifylls av kommunen) | KS 2021/3\n# Beskriv ditt förslag\nJag vill att kajen lyfts.",
        "# Lyft kajen\nDatum (fylls i av kommunen) | 2021-03-04\n# Ditt förslag\nKajen behöver lyftas.",
    ],
)
def test_a_form_for_residents_is_their_proposal_whatever_they_are_called(text: str) -> None:
    assert _type(text, text[2:].split("\n")[0]) is T.MEDBORGARFORSLAG


def test_an_answer_to_a_residents_motion_is_a_letter() -> None:
    text = "Tjänsteskrivelse\n# Medborgarmotion om kajen\n# Förslag till beslut\natt bifalla medborgarmotionen."
    assert _type(text, "Medborgarmotion om kajen") is T.TJANSTESKRIVELSE


def test_a_letter_about_such_a_proposal_is_a_letter() -> None:
    text = "Handläggare: Siv Ek\n# Sjöviksförslag om kajen\n# Förslag till beslut\nDet avslås.\n# Ärendet\nRöster: 45"
    assert _type(text, "Sjöviksförslag om kajen") is T.TJANSTESKRIVELSE
    alone = "# Sjöviksförslag om kajen\nInkom 2024-03-01\n# Förslag till beslut\nNämnden avslår förslaget."
    assert _type(alone, "Sjöviksförslag om kajen") is T.TJANSTESKRIVELSE


@pytest.mark.parametrize("party", ["Sjövikslistan", "Bodarpspartiet", "Vikademokraterna", "Vikaalternativet"])
def test_a_local_partys_motion_that_does_not_call_itself_one(party: str) -> None:
    text = (
        f"{party}\n# Gratis bad\nDet är dyrt.\n{party} föreslår kommunfullmäktige\n- att bad blir gratis\nEva Ek (SVL)"
    )
    assert _type(text, "Gratis bad") is T.MOTION


def test_members_who_sign_with_their_partys_name_put_a_motion_that_does_not_call_itself_one() -> None:
    text = (
        "Sjövik kommun\n# En by som surrar\nBina är hotade.\nMiljöpartiet de gröna yrkar att fullmäktige beslutar\n"
        "- att bikupor ställs ut\nSjövik 2023-09-04\nEva Ek, Miljöpartiet de gröna"
    )
    assert _type(text, "En by som surrar") is T.MOTION
    assert _type(text.replace("yrkar att fullmäktige beslutar", "tackar för sommaren"), "En by som surrar") is T.OVRIGT


def test_a_table_of_places_in_a_tariff_is_no_attendance() -> None:
    text = """
    # Taxa för torgplatser
    Antagen av kommunfullmäktige 2024-02-26 § 17
    # § 1 Tillämpning
    Taxan gäller torget.
    # § 2 Avgift
    Plats närmast kajen kostar 300 kronor.
    Plats vid muren kostar 200 kronor.
    # § 3 Justering
    Avgiften räknas upp varje år.
    """
    assert _type(text, "Taxa för torgplatser") is T.TAXA


@pytest.mark.parametrize("title", ["Yttrande över motioner om kajen", "Svar på två motioner om kajen"])
def test_a_letter_on_several_motions_answers_them(title: str) -> None:
    text = f"Tjänsteskrivelse\n# {title}\n# Förslag till beslut\nNämnden antar yttrandet."
    assert _type(text, title) is T.MOTIONSSVAR
    assert (
        _type(text.replace(title, "Lista över obesvarade motioner"), "Lista över obesvarade motioner")
        is not T.MOTIONSSVAR
    )


def test_a_form_that_asks_what_should_be_done_is_a_residents_proposal() -> None:
    head = "Vikaby kommun – Mina förslag\nE-förslag nr 52\n# Lyft kajen\nInskickat 2024-03-01\nAntal röster 88"
    for question in ("Vad vill du att kommunen ska göra?", "Vad är din idé?", "Vad vill du förändra?"):
        assert _type(f"{head}\n# {question}\nLyft kajen en meter.", "Lyft kajen") is T.MEDBORGARFORSLAG
        assert _type(f"# Lyft kajen\n# {question}\nLyft kajen en meter.", "Lyft kajen") is T.OVRIGT


REAL = [f"{told.split()[1]}: {text[8:]}" for text, told in of_kinds("real_styles.txt", "papper")]
KINDS = [line for line in Path(__file__).with_name("paper_kinds.txt").read_text("utf-8").splitlines() if line[0] != "#"]


@pytest.mark.parametrize("line", [*KINDS, *REAL])
def test_paper_kinds(line: str) -> None:
    kind, _, text = line.partition(": ")
    made = paper(text.replace(" / ", "\n"))
    begun = starts(made.paragraphs)
    assert type_of(made, title_of(made, ()) or "", form_of(made, begun)) is T(kind)


@pytest.mark.parametrize("title", ["Reservation mot beslutet om bad", "Begäran om återremiss av ärende 4"])
def test_why_a_member_does_not_agree_is_no_motion(title: str) -> None:
    assert _type(f"# {title}\nVi yrkar att badet är öppet.\nEva Ek (S)", title) is T.OVRIGT


@pytest.mark.parametrize("head", ["Begäran om folkomröstning (folkinitiativ)", "Krav om folkomröstning om bron"])
@pytest.mark.parametrize("officer", ["", "Kommunkansliet\nTjänsteskrivelse\nHandläggare: Eva Ek, kommunsekreterare\n"])
def test_a_call_for_a_vote_is_a_petition_unless_an_office_writes(head: str, officer: str) -> None:
    text = f"{officer}# {head}\nMed stöd av 8 kap. 1 § kommunallagen begär vi att folkomröstning hålls om bron."
    one = paper(text)
    kind = type_of(one, head, form_of(one, starts(one.paragraphs)))
    assert (kind is T.MEDBORGARFORSLAG) != bool(officer)


PLAIN_MEMO = "{head}\nSocialförvaltningen\nTill kommunstyrelsen\n# Soppa åt gamla\nDet kostar.\n{line}\n1. {item}"


@pytest.mark.parametrize(
    ("head", "line", "item", "kind"),
    [
        ("PM", "Förslag till kommunfullmäktige", "Motionens första yrkande bifalls.", T.MOTIONSSVAR),
        ("Promemoria", "Förslag till beslut", "Motionen anses besvarad.", T.MOTIONSSVAR),
        ("PM", "Förslag till beslut", "Rapporten godkänns.", T.TJANSTESKRIVELSE),
        ("PM", "Till kommunfullmäktige", "Motionen kostar.", T.OVRIGT),
    ],
)
def test_a_memo_that_proposes_under_a_plain_line(head: str, line: str, item: str, kind: T) -> None:
    assert _type(PLAIN_MEMO.format(head=head, line=line, item=item), "Soppa åt gamla") is kind


def test_a_mail_that_proposes_how_to_settle_a_petition_is_an_officer_s() -> None:
    mail = "Från: Bo Ros\nTill: Hamnnämnden\nÄmne: VB: Medborgarförslag om bryggan\nMitt förslag är att {what}.\nBo Ros"
    subject = "VB: Medborgarförslag om bryggan"
    assert _type(mail.format(what="medborgarförslaget avslås"), subject) is T.TJANSTESKRIVELSE
    assert _type(mail.format(what="bryggan lagas"), subject) is T.MEDBORGARFORSLAG


def test_a_short_paper_that_asks_below_and_is_signed_beside_its_party_is_a_motion() -> None:
    text = "Till kommunfullmäktige\nSoppa\nVi vill därför att staden ska:\n- bjuda på soppa\nEva Ek {party}"
    assert _type(text.format(party="Liberalerna"), "Soppa") is T.MOTION
    assert _type(text.format(party="Bodarp"), "Soppa") is not T.MOTION


UTLATANDE = "# Utlåtande 2025:7 (Dnr KS 2024/8)\n# Bänkar i stan\n{under}\nKommunstyrelsen föreslår:\n1. Det bifalls."


def test_a_printed_utlatande_answers_the_motion_below_its_title() -> None:
    assert _type(UTLATANDE.format(under="# Motion (2024:3) av Eva Ek (L)"), "Bänkar i stan") is T.MOTIONSSVAR
    assert _type(UTLATANDE.format(under="# Redovisning av läget"), "Bänkar i stan") is T.TJANSTESKRIVELSE


def test_a_motion_is_told_by_its_number_and_mover() -> None:
    asked = "Handling nr 4\nMotion 2024:3 av Eva Ek (L)\n# Bänkar i stan\nDet är långt mellan bänkarna."
    assert _type(asked, "Bänkar i stan") is T.MOTION
    assert _type(f"{asked}\n1. Motionen avslås.", "Bänkar i stan") is not T.MOTION
