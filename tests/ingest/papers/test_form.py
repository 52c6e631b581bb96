from __future__ import annotations

from ingest.papers.form import banners, bylined, form_of
from ingest.papers.paragrafs import starts
from tests.ingest.papers.reading_made import paper

EXTRACT = """
# § 112 Yttrande över motion om närodlat
# Nämndens beslut
1. Yrkande 3 avstyrks.
# Yrkanden
Ante Fjäll (C) yrkar avslag.
"""
LETTER = """
Handläggare: Eva Ek
# Svar på motion
# Förslag till kommunfullmäktiges beslut
1. Motionen avslås.
Beslutet skickas till
"""
MOTION = """
# Bygg mer i trä
Till kommunfullmäktige
Vi föreslår att kommunen bygger i trä.
Ante Fjäll (C)
"""
REGLEMENTE = """
# Reglemente för socialnämnden
# § 1 Uppdrag
Nämnden fullgör uppgifter.
# § 2 Reservation
Den som vill reservera sig gör det.
# § 3 Justering av protokollet
Protokollet justeras av två.
"""


def _form(text: str, *margins: str) -> tuple[bool, bool, bool]:
    one = paper(text, margins=margins)
    form = form_of(one, starts(one.paragraphs))
    return form.is_minutes, form.is_letter, form.is_petition


def test_an_extract_without_a_banner_is_minutes_by_its_build() -> None:
    assert _form(EXTRACT) == (True, False, False)


def test_a_letter_about_a_motion_is_a_letter() -> None:
    assert _form(LETTER) == (False, True, False)


def test_a_motion_that_ends_in_a_proposal_is_still_a_petition() -> None:
    assert _form(MOTION) == (False, False, True)
    assert _form(MOTION.replace("Vi föreslår", "# Förslag till beslut\nVi föreslår")) == (False, False, True)


def test_a_motion_signed_below_its_partys_name_is_a_petition() -> None:
    assert _form(MOTION.replace("Ante Fjäll (C)", "För Centerpartiet\nAnte Fjäll")) == (False, False, True)
    assert _form(MOTION.replace("Ante Fjäll (C)", "Ante Fjäll\nSkogslistan (SL)")) == (False, False, True)
    assert _form(MOTION.replace("Ante Fjäll (C)", "Ante Fjäll\nSkogschef")) == (False, False, False)


def test_a_reglemente_about_minutes_is_none() -> None:
    assert _form(REGLEMENTE) == (False, False, False)


def test_banner_kinds() -> None:
    assert banners(paper("# Rubrik", margins=("SAMMANTRÄDESPROTOKOLL",))) == ("protokoll",)
    assert _form("# § 4 Val\nText", "SAMMANTRÄDESPROTOKOLL", "Justerandes signatur") == (True, False, False)


def test_a_motions_number_alone_is_a_byline() -> None:
    for line in ("Motion 2019:7", "Motion nr 2021:18", "Motion 2022:5 till kommunfullmäktige"):
        assert bylined(paper(f"{line}\n# Lugna gatan\nVi yrkar att gatan stängs.")) == "motion"
    assert bylined(paper("Motion 2019:7 har remitterats\n# Lugna gatan")) is None


def test_a_form_that_a_member_signs_is_no_residents() -> None:
    text = "Inkom: 2024-03-01\n# Lyft kajen\n# Mitt förslag\nJag föreslår att kajen lyfts."
    assert form_of(paper(text), ()).filled_in
    assert not form_of(paper(f"{text}\nAlva Sund (KD)"), ()).filled_in


def test_a_form_whose_heads_stand_with_their_answers_is_filled_in() -> None:
    text = "# Ett förslag\nBeskrivning av förslaget: Det behövs en bro.\nFörslaget insänt av Bo Ek."
    one = paper(text)
    assert form_of(one, starts(one.paragraphs)).filled_in
    plain = paper("# Ett förslag\nDet behövs en bro.")
    assert not form_of(plain, starts(plain.paragraphs)).filled_in


def test_a_party_asks_without_naming_itself_first() -> None:
    text = "# Bron\nBron är trasig.\nhemställer härmed\natt bron lagas\nBodarpspartiet\nEva Ek"
    one = paper(text)
    assert form_of(one, starts(one.paragraphs)).is_petition


def test_a_petition_put_to_its_municipality_is_a_byline() -> None:
    for line in ("Medborgarförslag till Bodarps kommun", "Medborgarförslag till kommunfullmäktige i Bodarp"):
        assert bylined(paper(f"{line}\n# En bro till\nJag vill ha en bro.")) == "medborgarförslag"
    assert bylined(paper("Motion till region Norra Bodarp\n# En bro till\nVi vill ha en bro.")) is None
    assert bylined(paper("Medborgarförslag till gagn för vår kommun\n# En bro till\nEn bro.")) is None
