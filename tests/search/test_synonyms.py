from __future__ import annotations

from search.synonyms import MOST, entries, synonyms


def test_synonyms_go_both_ways_as_terms() -> None:
    assert "avgiftsfri" in synonyms("gratis")
    assert "gratis" in synonyms("avgiftsfri")
    assert synonyms("motionssvar") == ()


def test_what_people_say_stands_for_what_the_papers_say() -> None:
    assert synonyms("soptipp")[0] == "återvinningscentral"
    assert synonyms("kvm") == ("kvadratmeter",)


def test_a_verb_and_its_noun_stand_for_each_other() -> None:
    assert "simma" in synonyms("simning")
    assert "odling" in synonyms("odla")
    assert "drotta" not in synonyms("drottning")


def test_no_word_is_its_own_synonym_and_none_has_too_many() -> None:
    terms = {word for word, _ in entries()}
    assert len(terms) > 15_000
    assert [term for term in terms if term in synonyms(term)] == []
    assert max(len(synonyms(term)) for term in terms) == MOST
