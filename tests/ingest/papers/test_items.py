from __future__ import annotations

import pytest

from ingest.papers.items import items_of
from ingest.papers.retold import Voice
from tests.ingest.papers.paper_made import document

KF, KS = "Kommunfullmäktige", "Kommunstyrelsen"


def found(text: str, body: str = KF) -> list[tuple[str | None, int, bool, str]]:
    paper = document(text, "protokoll", body=body)
    items = items_of(paper.paragraphs, paper.parts[0], about_petition=True)
    return [(item.body, item.number, item.adopts, item.words) for item in items]


def test_the_opening_is_not_part_of_the_items_words() -> None:
    assert found("# Beslut\nKommunfullmäktige beslutar att avslå motionen.") == [(KF, 1, True, "avslå motionen.")]


@pytest.mark.parametrize("opening", ["Enligt kommunstyrelsens förslag:", "Kommunfullmäktige beslutar:"])
def test_a_heading_in_one_line_with_an_opening_heads_the_list_below(opening: str) -> None:
    assert found(f"Beslut: {opening}\n1. Taxan antas.\n2. Motionen avslås.") == [
        (KF, 1, True, "Taxan antas."),
        (KF, 2, True, "Motionen avslås."),
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("# Beslut\n3. Motionen avslås.\n4. Frågan utreds.", [3, 4]),
        ("# Beslut\na) Motionen avslås.\nb) Frågan utreds.", [1, 2]),
        ("# Beslut\n- Motionen avslås.\n- Frågan utreds.", [1, 2]),
        ("# Beslut\nMotionen avslås.\nFrågan utreds.", [1, 2]),
        ("# Förslag till kommunfullmäktige\n1. A antas.\n# Beslut\n1. B antas.", [1, 1]),
    ],
)
def test_items_are_numbered_as_printed_else_as_they_stand(text: str, numbers: list[int]) -> None:
    assert [number for _, number, _, _ in found(text)] == numbers


def test_a_body_that_is_only_named_heads_the_items_below() -> None:
    text = "# Förslag till beslut\nKommunstyrelsen\n1. A antas.\nKommunfullmäktige\n1. B antas."
    assert [(body, words) for body, _, _, words in found(text, KS)] == [(KS, "A antas."), (KF, "B antas.")]


def test_running_text_elsewhere_holds_no_items() -> None:
    text = "# Ärendet\nKommunstyrelsen beslutar ofta om hundar och andra djur.\n- Motionen avslås."
    assert found(text) == []


def test_a_heading_that_is_a_decision_is_one() -> None:
    assert found("# Beslut\n# Motionen avslås.") == [(KF, 1, True, "Motionen avslås.")]


def test_a_proposal_that_runs_on_from_its_heading() -> None:
    text = "Socialnämndens förslag till kommunstyrelsen att hyran sänkes."
    assert found(text, KS) == [(KS, 1, False, "att hyran sänkes.")]
    assert found("Kommunstyrelsens förslag till kommunfullmäktige att hyran sänkes vinner bifall.") == []
    assert found("Nämndens förslag att hyran sänkes har kritiserats.") == []


def test_what_is_decided_right_below_a_proposal_told_again() -> None:
    told = "# Kommunstyrelsens förslag till kommunfullmäktige\natt motionen avslås.\n"
    assert found(f"{told}Fullmäktige beslöt enligt förslaget.")[1][:3] == (KF, 1, True)
    assert found(f"{told}Fullmäktige beslöt att bifalla motionen.")[1][:3] == (KF, 1, True)
    assert [adopts for _, _, adopts, _ in found(f"{told}Kommunfullmäktige beslutar att bygga.")] == [False, False]
    plain = "# Kommunstyrelsens förslag till kommunfullmäktige\nMotionen avslås.\n"
    assert not any(adopts for _, _, adopts, _ in found(f"{plain}Fullmäktige beslutar enligt nämndens förslag."))
    earlier = f"{told}Fullmäktige beslöt den 3 maj 1995 § 40 att avslå en sådan motion."
    assert not any(adopts for _, _, adopts, _ in found(earlier))


def test_what_another_body_proposed_on_an_earlier_day_is_only_told() -> None:
    paper = document(
        "Kommunstyrelsen har 1983-03-04 § 41 föreslagit fullmäktige att avslå motionen.", "protokoll", body=KF
    )
    (item,) = items_of(paper.paragraphs, paper.parts[0], about_petition=True)
    assert (item.voice, item.adopts, item.proposer) == (Voice.TOLD, False, KS)


@pytest.mark.parametrize("whose", ["Enligt tilläggsyrkande från S och MP:", "I enlighet med Eva Eks ändringsyrkande:"])
def test_a_line_that_says_whose_the_points_below_are_is_none_of_them(whose: str) -> None:
    text = f"# Beslut\nEnligt kommunstyrelsens förslag:\n1. Motionen avslås.\n{whose}\n2. Frågan utreds."
    assert [(number, words) for _, number, _, words in found(text)] == [(1, "Motionen avslås."), (2, "Frågan utreds.")]
    plain = f"# Beslut\nEnligt kommunstyrelsens förslag:\nMotionen avslås.\n{whose}\nFrågan utreds."
    assert [words for *_, words in found(plain)] == ["Motionen avslås.", "Frågan utreds."]


@pytest.mark.parametrize(
    ("heading", "moved"),
    [
        ("Förslag till beslut under mötet", "Eva Ek (S) föreslår alternativ 2. Bo Ros (M) föreslår alternativ 1."),
        ("Förslag till beslut på sammanträdet", "Eva Ek (S) föreslår att motionen bifalls i sin helhet."),
        ("Beslutsförslag vid dagens sammanträde", "Eva Ek (S) föreslår bifall till motionen."),
        ("Förslag till beslut som väckts under mötet", "Eva Ek (S) föreslår avslag på motionen."),
    ],
)
def test_what_members_propose_at_the_meeting_is_no_item(heading: str, moved: str) -> None:
    told = (
        f"# Beslut\nMotionen avslås.\n# {heading}\n{moved}\n# Beslutsgång\nOrdföranden ställer förslagen mot varandra."
    )
    assert [words for *_, words in found(told)] == ["Motionen avslås."]
    assert found("# Förslag till beslut\nMotionen avslås.", KS) == [(KF, 1, False, "Motionen avslås.")]


@pytest.mark.parametrize("again", ["§ 16 1379/22 forts.", "# § 16", "# Forts. § 16", "§ 16 Motion om hundar (forts.)"])
def test_the_head_of_the_paragraf_after_a_page_break_is_no_item_and_ends_no_list(again: str) -> None:
    text = f"# § 16 Motion om hundar\n# Beslut\n1. Skolor målas.\n{again}\n2. Broar byggs."
    paper = document(text, "protokoll", body=KF, section="§ 16")
    items = items_of(paper.paragraphs, paper.parts[0], about_petition=True)
    assert [(item.number, item.text) for item in items] == [(1, "Skolor målas."), (2, "Broar byggs.")]


@pytest.mark.parametrize(
    "text",
    [
        "# Ärendet\nÄrendet utgår.",
        "# Kommunstyrelsens förslag till kommunfullmäktige\nMotionen avslås.\n# Ärendet\nÄrendet utgår.",
        "Kommunstyrelsen föreslår kommunfullmäktige besluta att motionen avslås.\nÄrendet utgår och tas upp senare.",
        "# Förslag till beslut\nMotionen avslås.\nÄrendet flyttas till nästa sammanträde.",
    ],
)
def test_a_matter_that_leaves_the_agenda_is_told_whatever_heading_it_stands_under(text: str) -> None:
    last = found(text)[-1]
    assert (last[0], last[2], last[3].split()[0]) == (KF, True, "Ärendet")
    assert [adopts for _, _, adopts, words in found(text) if "avslås" in words] in ([], [False])


def test_a_member_who_moves_that_a_matter_leaves_the_agenda_decides_nothing() -> None:
    assert found("# Yrkanden\nÄrendet utgår.\n# Beslut\nMotionen avslås.") == [(KF, 1, True, "Motionen avslås.")]


@pytest.mark.parametrize(
    "said",
    [
        "Paragrafen är omedelbart justerad.",
        "Se separat protokoll, paragrafen justerades omedelbart.",
        "Omedelbar justering.",
    ],
)
def test_that_a_paragraf_was_approved_at_once_is_no_decision(said: str) -> None:
    assert found(f"# Beslut\n{said}") == []


def test_what_an_office_thinks_in_att_satser_it_proposes() -> None:
    letter = "# Yttrande över motion\n{line}\n{items}"
    listed = "att motionens första yrkande är besvarat\natt motionens andra yrkande ska avslås"

    def words(text: str, kind: str = "motionssvar") -> list[str]:
        paper = document(text, kind)
        return [item.words for item in items_of(paper.paragraphs, paper.parts[0], about_petition=True)]

    assert words(letter.format(line="Hamnenheten anser", items=listed)) == listed.split("\n")
    assert words(letter.format(line="Hamnenheten anser", items="Hamnen är liten.")) == []
    assert words(letter.format(line="Hamnenheten anser", items=listed), "protokoll") == []
