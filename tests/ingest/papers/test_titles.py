from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.papers.paragrafs import starts
from ingest.papers.titles import meaningful_metadata, title_of
from tests.ingest.papers.reading_made import paper


def _title(text: str, title: str | None = None) -> str | None:
    one = paper(text, title=title)
    return title_of(one, starts(one.paragraphs))


def test_sender_date_number_and_receiver_are_no_title() -> None:
    text = """
    # Socialförvaltningen
    2021-05-06
    Dnr KS 2021-1
    # Socialnämnden
    # TJÄNSTESKRIVELSE
    # Svar på motion om hundar
    # Bakgrund
    """
    assert _title(text) == "Svar på motion om hundar"


@pytest.mark.parametrize(
    "line",
    ["Norrviks kommun, kommunfullmäktige", "Till kommunfullmäktige i Norrvik", "Kommunfullmäktige i Norrviks kommun"],
)
def test_a_receiver_with_its_municipality_is_no_title(line: str) -> None:
    assert _title(f"# {line}\n# Motion om hundar\nHundar springer.") == "Motion om hundar"


@pytest.mark.parametrize(
    "receiver", ["Bodarps kommun, kommunfullmäktige", "Till socialnämnden", "Barn-, kultur- och fritidsnämnden"]
)
def test_a_receiver_is_no_title_though_it_stands_first_and_large(receiver: str) -> None:
    assert _title(f"# {receiver}\n# Motion om färjan\nVi vill att den går.") == "Motion om färjan"


def test_a_labelled_title() -> None:
    assert _title("Norrviks kommun\nÄrende: Svar på motion om hundar\n# Bakgrund") == "Svar på motion om hundar"
    assert _title("Norrviks kommun\nRubrik\nSvar på motion om hundar\n# Bakgrund") == "Svar på motion om hundar"


def test_a_labelled_title_is_taken_with_the_kind_that_the_heading_puts_before_it() -> None:
    text = "# Medborgarförslag: Utegym vid tjärnen\nRubrik: Utegym vid tjärnen\nJag vill träna."
    assert title_of(paper(text), ()) == "Medborgarförslag: Utegym vid tjärnen"


def test_the_largest_heading_wins_and_a_cover_goes_on() -> None:
    one = paper("# Kommunens\n# Reglemente för\n# ersättningar\n# 2027–2030\nText")
    sizes = (12.0, 30.0, 30.0, 30.0, 11.0)
    one = replace(one, paragraphs=tuple(replace(p, size=s) for p, s in zip(one.paragraphs, sizes, strict=True)))
    assert title_of(one, ()) == "Reglemente för ersättningar 2027–2030"


def test_minutes_with_one_paragraf_are_called_after_it() -> None:
    assert _title("# § 201 Svar på motion\n# Beslut\nAvslås.") == "§ 201 Svar på motion"
    assert _title("§ 61\n# Yttrande över motion\n# Beslut\nAvslås.") == "Yttrande över motion"
    assert (
        _title("# Motion (MP) – Skolvägar, svar\n# § 164 Motion\n# Beslut\nAvslås.") == "Motion (MP) – Skolvägar, svar"
    )


def test_minutes_with_several_have_a_title_only_if_it_says_so() -> None:
    two = "# § 1 Ett\nText\n# § 2 Två\nText"
    assert _title(f"# Protokollsutdrag §§ 1–2\n{two}") == "Protokollsutdrag §§ 1–2"
    assert _title(f"# Justerande\n{two}") is None


def test_metadata_chooses_only_what_is_shown() -> None:
    text = "# Stor rubrik\n# Den riktiga\nText"
    assert _title(text, "den riktiga") == "Den riktiga"
    assert _title(text, "Något annat") == "Stor rubrik"


@pytest.mark.parametrize("said", ["Microsoft Word - svar.docx", "Tagged PDF", "motion-c-bygg", "", "rapport.pdf"])
def test_meaningless_metadata(said: str) -> None:
    assert meaningful_metadata(paper("Text", title=said)) is None


def test_meaningful_metadata() -> None:
    assert meaningful_metadata(paper("Text", title="Svar på motion")) == "Svar på motion"


def test_without_headings_the_line_next_to_the_text() -> None:
    text = "Norrviks kommun\nEva Ek, strateg\nSvar på motion om hundar\n" + "Lång text om hundar. " * 20
    assert _title(text) == "Svar på motion om hundar"


def test_minutes_named_by_body_and_day() -> None:
    assert _title("# Kommunfullmäktige den 21 februari 2022\n# § 1 Ett\nText\n# § 2 Två\nText") == (
        "Kommunfullmäktige den 21 februari 2022"
    )


def test_a_typewritten_title_says_its_kind() -> None:
    text = "Ale kommun\n:Kommunfullmäktige\nMotion: Fler bänkar\nMånga äldre vill vila.\n# Folkpartiet"
    assert _title(text) == "Motion: Fler bänkar"
    assert _title("Interpellation angående gruset\nDet ryker om vägen varje vår.") == "Interpellation angående gruset"
    assert _title("# Gruset\nMotion om gruset har lagts förut\nDet ryker.") == "Gruset"


def test_without_headings_the_title_stands_above_the_text_and_opens_no_list() -> None:
    head = "Till kommunfullmäktige\nLuncher vid sjön\n"
    assert _title(f"{head}{'Många äter ensamma. ' * 5}\nVi vill därför att staden ska:\n- bjuda på soppa\nEva Ek") == (
        "Luncher vid sjön"
    )


def test_a_mail_is_called_as_its_subject() -> None:
    mail = "Från: | Bo Ros\nTill: | Hamnnämnden\nÄmne: | VB: Bryggan\nHej!\nBryggan hålls i skick.\nHälsningar"
    assert _title(mail) == "VB: Bryggan"
    assert _title(f"{mail}\n# Laga bryggan") == "Laga bryggan"
