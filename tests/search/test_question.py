from __future__ import annotations

import pytest

from search.question import PART_WEIGHT, Unit, language_of, read_question


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("vad har vi beslutat om lekplatser", "sv"),
        ("cykelställ skolor", "sv"),
        ("what have we decided about playgrounds", "en"),
        ("current plan against intimate partner violence", "en"),
        ("KS 2020-11", "sv"),
        ("brand glass", "sv"),
        ("after-school clubs", "en"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_units_and_terms_of_a_swedish_question() -> None:
    question = read_question("beslut om skolgårdar")
    assert question.units == (
        Unit(("beslut",), (), True),
        Unit(("skolgård",), ("skola", "gård"), False, near=("skolmiljö", "rast")),
    )
    assert question.terms["skolgård"] == 1.0
    assert question.terms["gård"] == PART_WEIGHT
    assert question.terms["beslut"] < PART_WEIGHT


def test_english_words_are_looked_for_in_swedish() -> None:
    question = read_question("what is the cost of the playground in Sörby")
    assert question.language == "en"
    assert "lekplats" in question.terms
    assert "sörby" in question.terms
    assert "playground" not in question.terms


def test_a_compound_meets_what_the_municipality_calls_its_part() -> None:
    (unit,) = read_question("fritispersonal").units
    assert unit.parts == ("fritis", "personal")
    assert "fritidshem" in unit.near


def test_translations_have_synonyms_too() -> None:
    (unit,) = read_question("has there been any of the graves").units
    assert unit.terms == ("grav",)
    assert "kyrkogård" in unit.near


def test_english_words_without_a_subject_are_no_unknown_words() -> None:
    assert [unit.terms for unit in read_question("has anyone been getting wolves yet?").units] == [("varg",)]


def test_a_translation_of_several_words_is_looked_for_word_by_word() -> None:
    units = read_question("what about the human rights").units
    assert [(unit.terms, unit.parts) for unit in units] == [(("mänsklig",), ()), (("rättighet",), ())]


def test_a_translation_of_several_words_beside_a_compound_stands_in_for_it_in_parts() -> None:
    unit = read_question("which home care staff and adapted primary schools").units[-1]
    assert unit.terms == ("grundsärskola",)
    assert unit.parts == ("anpassa", "grundskola")


def test_a_pasted_demand_is_known_by_its_boilerplate() -> None:
    question = read_question("Kommunfullmäktige beslutar att bygga en ny lekplats")
    assert question.pasted
    assert question.bare == "bygga en ny lekplats"
    assert not any(unit.cue for unit in question.units)


def test_silent_words_are_looked_for_but_are_no_subject() -> None:
    question = read_question("vad säger planen om lekplatser")
    subjects = [unit.terms for unit in question.units if unit.subject]
    assert subjects == [("plan",), ("lekplats",)]
    assert question.terms["säga"] == 1.0


def test_the_words_that_ask_for_a_particular_are_cues() -> None:
    units = read_question("vilken paragraf var hundrastgården").units
    assert [unit.terms for unit in units if unit.subject] == [("hundrastgård",)]


def test_an_english_question_has_swedish_words_to_embed_and_a_swedish_one_has_none() -> None:
    assert "lekplats" in read_question("was a new playground in the village approved?").swedish.split()
    assert "beslut" not in read_question("was a new playground in the village approved?").swedish
    assert read_question("byggs det en ny lekplats i byn?").swedish == ""
