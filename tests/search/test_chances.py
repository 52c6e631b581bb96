from __future__ import annotations

import pytest

from bench.own_texts import searcher_over
from index.pieces import BETWEEN
from search.chances import (
    PLAIN_TEXT,
    Decided,
    chances,
    decided_features,
    demand_features,
    text_chances,
    text_features,
    title_features,
    with_texts,
)
from search.titles import Titles
from tests.search.made import ANSWER, MOTION, OLD_PLAN, PLAN, WordEmbedder, candidates, shelf


def test_chances_sum_to_one_and_come_best_first() -> None:
    found = candidates("hur ofta besiktigas lekplatserna")
    all_chances = chances("text", text_features(found.texts.by_place(), shelf(), "hur ofta besiktigas lekplatserna"))
    assert sum(all_chances.values()) == pytest.approx(1.0)
    assert list(all_chances.values()) == sorted(all_chances.values(), reverse=True)
    assert chances("text", {}) == {}


def test_equal_candidates_are_equally_likely() -> None:
    assert chances("demand", {"a": {"fused": 0.5}, "b": {"fused": 0.5}}) == {"a": 0.5, "b": 0.5}


def test_what_a_text_is_told_by() -> None:
    features = text_features(candidates("lekplats kostar").texts.by_place(), shelf(), "lekplats kostar")
    cost = features[ANSWER, 4]
    assert (cost["figures"], cost["asks"], cost["decides"], cost["motion"]) == (1.0, 0.0, 0.0, 0.0)
    assert cost["length"] == pytest.approx(19 / 100)
    demand = features[MOTION, 3]
    assert (demand["asks"], demand["motion"]) == (1.0, 1.0)
    tied = text_features(candidates("lekplats i Sörby").tied.by_place(), shelf(), "lekplats i Sörby")
    assert tied[ANSWER, 2]["decides"] == 1.0


def test_the_plan_tells_rather_than_the_replaced_one() -> None:
    found = candidates("hur besiktigas varje lekplats")
    old = text_features(found.texts.by_place(), shelf(), "hur besiktigas varje lekplats")[OLD_PLAN, 2]
    assert old["replaced"] == 1.0
    likely = chances("text", {OLD_PLAN: old, PLAN: {**old, "replaced": 0.0}})
    assert next(iter(likely)) == PLAN


@pytest.mark.parametrize(
    ("text", "counted"),
    [("hur besiktigas lekplatser", True), ("hur var det innan de nya reglerna", False)],
)
def test_being_replaced_counts_unless_the_question_looks_back(text: str, counted: bool) -> None:
    found = candidates("hur besiktigas varje lekplats").texts.by_place()
    assert text_features(found, shelf(), text)[OLD_PLAN, 2]["replaced"] is counted
    assert text_features(found, shelf(), text)[PLAN, 2]["replaced"] is False


def test_a_text_with_the_sort_of_answer_that_is_asked_for_tells_more() -> None:
    found = candidates("vad kostar en lekplats").texts.by_place()
    features = text_features(found, shelf(), "vad kostar en lekplats")
    assert (features[ANSWER, 4]["answer's sort there"], features[PLAN, 2]["answer's sort there"]) == (1.0, 0.0)
    same = {**features[PLAN, 2], "answer's sort there": 1.0}
    assert next(iter(chances("text", {"no sum": features[PLAN, 2], "sum": same}))) == "sum"


def test_of_lines_placed_together_none_is_known_to_have_the_answer() -> None:
    found = candidates("vad kostar en lekplats").texts.by_place()
    place = (ANSWER, 4)
    lines = BETWEEN.join(("Dnr KS 2020-11", "Kostnad 940 000 kronor"))
    one = found[place]
    together = one._replace(passage=one.passage._replace(embed_text=f"Svar\n{lines}"))
    features = text_features({place: together}, shelf(), "vad kostar en lekplats")[place]
    assert (features["answer's sort there"], features["figures"]) == (0.0, 0.0)
    assert features["length"] == pytest.approx(3 / 100)


def test_demands_and_titles_have_features_too() -> None:
    found = candidates("hundrastgård")
    assert demand_features(found)["KS 2021-30", 1]["undecided"] == 1.0
    titles = title_features(found.titles.by_place(), Titles(shelf(), "motion om hundrastgård"))
    assert titles["hundar.pdf", 1]["type asked for"] == 1.0


def test_texts_of_no_municipal_genre_have_weights_of_their_own() -> None:
    found = candidates("vad kostar en lekplats").texts.by_place()
    assert text_chances(found, shelf(), "avgift") == chances("text", text_features(found, shelf(), "avgift"))
    embedder = WordEmbedder()
    plain = searcher_over((("a", "Avgiften är 40 kronor."), ("b", "Hundar är lösa.")), embedder, embedder)
    look = plain.look("vad är avgiften")
    texts = look.found.texts.by_place()
    assert text_chances(texts, look.shelf, "avgift") == chances(PLAIN_TEXT, text_features(texts, look.shelf, "avgift"))


def test_a_demand_is_likelier_where_its_papers_and_its_reasoning_say_what_is_asked() -> None:
    found, held = candidates("vad kostar en lekplats i Sörby"), shelf()
    plain = decided_features(found, held)
    told = with_texts(plain, found, held, {(ANSWER, 4): 0.7, (MOTION, 2): 0.2, (PLAN, 2): 0.1, (ANSWER, 3): 0.0001})
    first, second = told[Decided(True, ("KS 2020-11", 1))], told[Decided(True, ("KS 2020-11", 2))]
    assert first["said in its papers"] == second["said in its papers"] == pytest.approx(0.9)
    assert (first["its reason"], second["its reason"]) == (found.texts.by_place()[ANSWER, 4].fused, 0.0)
    other = told[Decided(True, ("KS 2021-30", 1))]
    assert (other["said in its papers"], other["its reason"]) == (0.0, 0.0)
    assert all(plain[one].items() <= features.items() for one, features in told.items())
