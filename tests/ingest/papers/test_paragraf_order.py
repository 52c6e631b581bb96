from __future__ import annotations

import pytest

from ingest.papers.paragraf_order import chosen
from tests.ingest.papers.paper_made import paragraphs


def minutes(*heads: str, decision: str = "# Beslut\nDet antas.") -> str:
    """Minutes whose §§ have these heads, each with a decision of its own."""
    return "\n".join(f"# {head}\n{decision}" for head in heads)


def sections(text: str, *lines: str) -> list[tuple[int, str]]:
    return [(one.candidate.index, one.section) for one in chosen(paragraphs(text), lines)]


def numbers(text: str, *lines: str) -> list[str]:
    return [section for _, section in sections(text, *lines)]


@pytest.mark.parametrize("again", ["§ 16 forts.", "§ 16 (forts.)", "§ 16", "§ 16 Motion om bänkar", "Forts. § 16"])
def test_a_paragraf_goes_on_after_a_page_break(again: str) -> None:
    long = "\n".join(["Bänkar saknas i parken."] * 12)
    text = f"{minutes('§ 15 Taxa', '§ 16 Motion om bänkar')}\n# {again}\n# Reservation\n{long}\n{minutes('§ 17 Val')}"
    assert sections(text) == [(0, "§ 15"), (3, "§ 16"), (9 + 12 - 1, "§ 17")]


def test_a_page_break_before_any_section() -> None:
    text = f"{minutes('§ 15 Taxa')}\n# § 16 Motion om bänkar\nBänkar saknas.\n# § 16 forts.\n# Beslut\nAvslås."
    assert sections(text) == [(0, "§ 15"), (3, "§ 16")]


@pytest.mark.parametrize("below", ["längs gångvägarna i parken.", "Bänkar saknas där.", "2. Bänkar räknas."])
def test_a_number_alone_in_the_middle_of_a_text_begins_nothing(below: str) -> None:
    text = f"{minutes('§ 15 Taxa', '§ 16 Motion om bänkar')}\n# § 16\n{below}\n{minutes('§ 17 Val')}"
    assert numbers(text) == ["§ 15", "§ 16", "§ 17"]
    assert sections(text)[1][0] == 3


def test_what_goes_on_without_having_begun_begins() -> None:
    assert numbers(minutes("§ 16 forts. Motion om bänkar", "§ 17 Val")) == ["§ 16", "§ 17"]


def test_the_contents_list_of_one_paragraf_begins_nothing() -> None:
    text = "§ 16 Motion om bänkar\nSekreterare\n# § 16 Motion om bänkar\n# Beslut\nAvslås."
    assert sections(text) == [(2, "§ 16")]


@pytest.mark.parametrize("wrong", [159, 44, 7])
@pytest.mark.parametrize("letters", ["", "KF "])
def test_another_bodys_number_is_put_right_by_its_neighbours(wrong: int, letters: str) -> None:
    heads = (f"{letters}§ 103 Arrende", f"{letters}§ {wrong} Motion om bänkar", f"{letters}§ 105 Taxa")
    found = chosen(paragraphs(minutes(*heads)))
    assert [one.section for one in found] == ["§ 103", "§ 104", "§ 105"]
    assert [one.note for one in found] == [None, f"§ {wrong} läst som § 104, efter numren före och efter", None]


def test_another_bodys_number_is_put_right_by_the_contents_list() -> None:
    heads = ("§ 103 Arrende", "§ 159 Motion om bänkar", "§ 106 Taxa")
    lines = ("§ 103 Arrende 3", "§ 104 Motion om bänkar i Ekparken ... 4", "§ 105 Val av revisor 5", "§ 106 Taxa 6")
    found = chosen(paragraphs(minutes(*heads)), lines)
    assert [one.section for one in found] == ["§ 103", "§ 104", "§ 106"]
    assert found[1].note == "§ 159 läst som § 104, efter ärendelistan"


def test_a_contents_list_of_plain_lines_tells_it_too() -> None:
    listed = (
        "§ 102 Upprop\n§ 103 Arrende av ängen\n§ 104 Motion om bänkar\n§ 105 Val av revisor\n§ 106 Taxa för avlopp\n"
    )
    heads = ("§ 102 Upprop", "§ 103 Arrende av ängen", "§ 159 Motion om bänkar", "§ 106 Taxa för avlopp")
    assert numbers(listed + minutes(*heads)) == ["§ 102", "§ 103", "§ 104", "§ 106"]


def test_a_contents_list_under_its_heading_tells_it_too() -> None:
    listed = "# Ärendelista\n§ 103 Arrende av ängen\n§ 104 Motion om bänkar\n§ 105 Val av revisor\n§ 107 Taxa\n"
    assert numbers(listed + minutes("§ 103 Arrende av ängen", "§ 159 Motion om bänkar", "§ 107 Taxa")) == [
        "§ 103",
        "§ 104",
        "§ 107",
    ]


def test_a_wrong_number_that_nothing_puts_right_stays_as_printed() -> None:
    assert numbers(minutes("§ 103 Arrende", "§ 159 Motion om bänkar", "§ 106 Taxa")) == ["§ 103", "§ 159", "§ 106"]
    own_letters = minutes("KF § 103 Arrende", "KF § 159 Motion om bänkar", "KF § 104 Taxa")
    assert numbers(own_letters) == ["§ 103", "§ 159", "§ 104"]


def test_a_paragraf_of_another_body_inside_one_of_these_begins_nothing() -> None:
    inside = minutes("§ 103 Svar på motion om bänkar", "§ 45 Motion om bänkar", "§ 105 Taxa")
    assert numbers(inside) == ["§ 103", "§ 105"]
    by_the_board = minutes("§ 45 Tillstyrkan", decision="# Kommunstyrelsens beslut\nDet tillstyrks.")
    council = "# Kommunfullmäktiges beslut\nDet antas."
    text = "\n".join([minutes("§ 103 Bänkar", decision=council), by_the_board, minutes("§ 105 Taxa", decision=council)])
    assert numbers(text) == ["§ 103", "§ 105"]


def test_the_paragrafs_of_a_reglemente_begin_nothing() -> None:
    rules = "# § 1 Syfte\nDetta gäller.\n# § 2 Avgift\nAvgift tas ut.\n# § 3 Tillsyn\nNämnden ser till det."
    before = ("§ 29 Val", "§ 30 Arrende", "§ 31 Reglemente")
    text = f"{minutes(*before)}\n{rules}\n{minutes('§ 33 Taxa', '§ 34 Val av revisor')}"
    assert numbers(text) == ["§ 29", "§ 30", "§ 31", "§ 33", "§ 34"]


def test_the_same_number_twice_with_two_titles_is_two_paragrafs() -> None:
    found = chosen(paragraphs(minutes("§ 102 Val", "§ 103 Arrende", "§ 103 Motion om bänkar", "§ 104 Taxa")))
    assert [one.section for one in found] == ["§ 102", "§ 103", "§ 103 (2)", "§ 104"]
    assert found[2].note == "§ 103 står två gånger, med olika ärenden"


def test_of_two_of_one_number_the_one_before_a_gap_is_wrong() -> None:
    assert numbers(minutes("§ 102 Val", "§ 103 Arrende", "§ 103 Motion", "§ 105 Taxa")) == [
        "§ 102",
        "§ 103",
        "§ 104",
        "§ 105",
    ]


def test_a_paragraf_out_of_order_where_it_was_decided() -> None:
    assert numbers(minutes("§ 81 Val", "§ 83 Taxa", "§ 82 Budget", "§ 84 Motion")) == ["§ 81", "§ 83", "§ 82", "§ 84"]
    assert numbers(minutes("§ 81 Val", "§ 82 Budget", "§ 84 Motion", "§ 83 Taxa", "§ 85 Val av revisor")) == [
        "§ 81",
        "§ 82",
        "§ 84",
        "§ 83",
        "§ 85",
    ]


@pytest.mark.parametrize("said", ["Paragrafen är omedelbart justerad.", "Direktjusterad, se separat protokoll."])
def test_a_paragraf_out_of_order_that_was_approved_at_once(said: str) -> None:
    text = f"{minutes('§ 81 Val', '§ 83 Taxa')}\n# § 82 Budget\n{said}\n{minutes('§ 84 Motion')}"
    assert numbers(text) == ["§ 81", "§ 83", "§ 82", "§ 84"]
