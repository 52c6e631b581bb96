from __future__ import annotations

import re

import pytest

from corpus.document import DocumentType as T
from corpus.document import Person
from corpus.paragraph import Kind, Paragraph
from ingest.papers.people import (
    LOCAL_PARTY,
    members_in,
    movers_of,
    named_together,
    parties_by_name,
    parties_in_brackets,
    parties_of,
    puts_motion,
    signed_for_party,
    who_put,
)
from tests.ingest.papers.reading_made import paper


def test_brackets_and_names() -> None:
    assert parties_in_brackets("Motion (V, MP) om hundar") == ("V", "MP")
    assert parties_in_brackets("Planering (AI) och 2021 (S)") == ("S",)
    assert parties_by_name("Vänsterpartiet och Moderaternas ledamöter") == ("V", "M")
    assert parties_by_name("centern i staden") == ("C",)


def test_members_with_their_party() -> None:
    text = "Björn Alling (V), Eva von Essen (M) och Kurt Å (-)"
    assert members_in(text)[:2] == (Person("Björn Alling", "V"), Person("Eva von Essen", "M"))


def test_one_party_behind_several_members_is_of_all() -> None:
    both = named_together(
        "Nils Åk, Runa Ek och Eva von Essen (V) vill att skolan lagas. Bo Alm (M) och Siv Lund (S) svarar."
    )
    assert both == (
        Person("Nils Åk", "V"),
        Person("Runa Ek", "V"),
        Person("Eva von Essen", "V"),
        Person("Bo Alm", "M"),
        Person("Siv Lund", "S"),
    )


def test_a_motion_is_put_by_those_who_sign_it() -> None:
    one = paper(
        """
        # Motion om hundar
        Text om hundar.
        Ante Fjäll (C)
        Birgit Sol (C)
        """
    )
    assert movers_of(one, T.MOTION) == (Person("Ante Fjäll", "C"), Person("Birgit Sol", "C"))


def test_an_answer_tells_who_put_the_motion() -> None:
    grouped = paper("# Svar på motion\nVänsterpartiet har genom Runa Ek och Ismail Haddad lämnat en motion.")
    assert movers_of(grouped, T.MOTIONSSVAR) == (Person("Runa Ek", "V"), Person("Ismail Haddad", "V"))
    both = paper("# Svar på motion\nBirgit Sol och Ante Fjäll, båda Centerpartiet, har motionerat om mat.")
    assert movers_of(both, T.MOTIONSSVAR) == (Person("Birgit Sol", "C"), Person("Ante Fjäll", "C"))
    listed = paper("# Svar på motion\nEva Ek (S), Ola Åhl (S) och Ann Vik (MP) har i en motion föreslagit bad.")
    assert [p.party for p in movers_of(listed, T.MOTIONSSVAR)] == ["S", "S", "MP"]


def test_parties_by_the_best_evidence() -> None:
    one = paper("# Svar på motion\nLiberalerna föreslår i en motion fler bad.")
    assert parties_of(one, T.MOTIONSSVAR, "Motion (V) om bad", (), "a.pdf") == (("V",), None)
    assert parties_of(one, T.MOTIONSSVAR, "Motion om bad", (Person("Eva Ek", "S"),), "a.pdf") == (("S",), None)
    assert parties_of(one, T.MOTIONSSVAR, "Motion om bad", (), "motion-kd-bad.pdf") == (("L",), None)


def test_the_file_name_is_the_last_resort_and_told() -> None:
    party, warning = parties_of(paper("# Motion om bad\nText"), T.MOTION, "Motion om bad", (), "x/motion-kd-bad.pdf")
    assert party == ("KD",)
    assert warning == "partiet (KD) läst ur filnamnet"


def test_other_papers_have_no_party() -> None:
    assert parties_of(paper("Vänsterpartiet föreslår"), T.POLICY, "Policy (V)", (), "a.pdf") == ((), None)


@pytest.mark.parametrize(
    ("lines", "people"),
    [
        ("För Vänsterpartiet\nRuna Ek\nAli Demir", [("Runa Ek", "V"), ("Ali Demir", "V")]),
        ("Runa Ek\nCenterpartiet i Ekköping", [("Runa Ek", "C")]),
        ("Runa Ek\nEkköpingspartiet (EP)", [("Runa Ek", "EP")]),
        ("Socialdemokraterna\nRuna Ek, gruppledare", [("Runa Ek", "S")]),
        (
            "Runa Ek, Miljöpartiet de gröna\nAli Demir, Centerpartiet i Ekköping",
            [("Runa Ek", "MP"), ("Ali Demir", "C")],
        ),
        ("Runa Ek Ali Demir\nVänsterpartiet", []),
        ("Enligt ordföranden, Centerpartiet", []),
        ("Runa Ek\nParkchef", []),
        ("Runa Ek\nVänsterpartiet vill att fler bänkar ställs ut.", []),
    ],
)
def test_a_petition_is_signed_beside_the_name_of_the_party(lines: str, people: list[tuple[str, str]]) -> None:
    signed = signed_for_party(paper(f"# Bänkar\nDet finns för få bänkar.\n{lines}").paragraphs)
    assert [(person.name, person.party) for person in signed] == people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Torgny Åk (RP) har lämnat en motion om erosion. Eva Ek (S) yrkar avslag.", ("Torgny Åk",)),
        ("Runa Ek (V) och Ola Åhl (V) yrkar i en motion att en bro byggs.", ("Runa Ek", "Ola Åhl")),
        ("Birgitta Nord har lämnat ett medborgarförslag om bänkar.", ("Birgitta Nord",)),
        ("Eva Ek (S) yrkar bifall till motionen.", ()),
        ("Tekniska nämnden har i en motion pekats ut.", ()),
    ],
)
def test_who_a_paragraph_says_has_put_a_petition(text: str, names: tuple[str, ...]) -> None:
    assert who_put(Paragraph(1, Kind.PARAGRAPH, text, ())) == names


def test_who_has_filled_in_a_form() -> None:
    row = Paragraph(
        1, Kind.TABLE_ROW, "Förslagsställare | Birgitta Nord", (), cells=("Förslagsställare", "Birgitta Nord")
    )
    assert who_put(row) == ("Birgitta Nord",)


@pytest.mark.parametrize(
    "told",
    [
        "Vikapartiet vill att bryggan lagas.\nLiberalerna föreslog detsamma i en motion 2019.",
        "I en motion från Vikalistan begärs en brygga.\nVänsterpartiet anser att bryggan är farlig.",
        "Siv Ek begär en brygga.\nFullmäktige avslog 2016 en motion från Centerpartiet som föreslår en ramp.",
    ],
)
def test_a_party_that_an_answer_tells_of_beside_has_not_put_the_motion(told: str) -> None:
    one = paper(f"# Svar på motion om en brygga\n# Ärendet\n{told}")
    assert parties_of(one, T.MOTIONSSVAR, "Svar på motion om en brygga", (), "a.pdf") == ((), None)


def test_a_local_party_of_two_words_is_one() -> None:
    lines = "Skol- och bygdepartiet\nEva Ek"
    signed = signed_for_party(paper(f"# Bänkar\nDet finns för få bänkar.\n{lines}").paragraphs)
    assert [person.name for person in signed] == ["Eva Ek"]
    assert re.fullmatch(LOCAL_PARTY, "Moderaterna och Bodarpspartiet") is None


@pytest.mark.parametrize(
    "text",
    [
        "Mia Kaya (S) föreslår hyggesfria metoder inom två kilometer från tätorten.",
        "Mia Kaya (S) och Bo Alm (S) har i en motion föreslagit att skogen sparas.",
        "Ärendet har beretts. Mia Kaya (S) m.fl. vill i en motion att skogen sparas.",
        "Mia Kaya (S) har väckt en motion om skogen.",
    ],
)
def test_the_sentence_that_tells_who_put_a_motion(text: str) -> None:
    assert "Mia Kaya" in puts_motion(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mia Kaya (S) yrkar bifall till motionen.",
        "Mia Kaya (S) föreslår att ärendet återremitteras.",
        "Mia Kaya (S) reserverar sig mot beslutet.",
        "Mia Kaya (S), ordförande; Bo Alm (M)",
        "Skogsbruksplanen gäller till och med 2027.",
    ],
)
def test_what_is_moved_at_a_meeting_puts_no_motion(text: str) -> None:
    assert puts_motion(text) == ""


def test_who_signs_on_one_line_with_the_party() -> None:
    assert signed_for_party(paper("Soppa åt gamla.\nEva Ek Liberalerna").paragraphs) == (Person("Eva Ek", "L"),)
    assert signed_for_party(paper("Soppa åt gamla.\nEva Ek Bodarp").paragraphs) == ()
