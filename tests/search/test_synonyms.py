from __future__ import annotations

from index.terms import words
from index.terms.compounds import count
from search.cues import cue_spans, silent_words
from search.synonyms import COMMON, EVERYDAY, MOST, THESAURUS, entries, official, synonyms

MOST_OFFICIAL = 3
SWEDISH_ORDER = str.maketrans("åäö", "{|}")


def test_synonyms_go_both_ways_as_terms() -> None:
    assert "avgiftsfri" in synonyms("gratis")
    assert "gratis" in synonyms("avgiftsfri")
    assert synonyms("motionssvar") == ()


def test_what_people_say_stands_for_what_the_papers_say() -> None:
    assert synonyms("soptipp")[0] == "återvinningscentral"
    assert synonyms("kvm") == ("kvadratmeter",)
    assert synonyms("rutschkana")[0] == "lekplats"


def test_official_words_go_one_way() -> None:
    assert official("dagis") == ("förskola",)
    assert "dagis" not in official("förskola")
    assert "dagis" in synonyms("förskola")


def test_the_thesaurus_says_nothing_of_the_commonest_words() -> None:
    assert count("se") > COMMON
    assert synonyms("se") == ()
    assert "se" in synonyms("beskåda")


def test_a_verb_and_its_noun_stand_for_each_other() -> None:
    assert "simma" in synonyms("simning")
    assert "odling" in synonyms("odla")
    assert "drotta" not in synonyms("drottning")


def test_no_word_is_its_own_synonym_and_none_has_too_many() -> None:
    terms = {word for name in (EVERYDAY, THESAURUS) for word, _ in entries(name)}
    assert len(terms) > 15_000
    assert [term for term in terms if term in synonyms(term)] == []
    assert max(len(synonyms(term)) for term in terms) == MOST


def test_everyday_words_stand_in_order_each_once() -> None:
    left = [word for word, _ in entries(EVERYDAY)]
    assert left == sorted(left, key=lambda word: word.translate(SWEDISH_ORDER))
    assert len({words(word)[0].term for word in left}) == len(left)


def test_everyday_words_are_one_term_for_at_most_three_others() -> None:
    for word, others in entries(EVERYDAY):
        terms = [tuple(found.term for found in words(one)) for one in (word, *others)]
        assert [len(found) for found in terms] == [1] * len(terms), word
        assert len(set(terms)) == len(terms), word
        assert len(others) <= MOST_OFFICIAL, word


def test_no_everyday_word_is_one_by_which_a_question_is_put() -> None:
    assert [word for word, _ in entries(EVERYDAY) if word in silent_words() or cue_spans(word)] == []
