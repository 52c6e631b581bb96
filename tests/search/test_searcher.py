from __future__ import annotations

from index.engine import Vectors
from index.filters import Filter
from search.answer import Route
from search.searcher import USUAL_WORDS, Searcher, SearchOptions
from tests.search.made import ANSWER, COUNCIL, EMBEDDER, ENGINE, LIBRARY, MOTION, searcher


def test_a_question_about_a_decision() -> None:
    answer = searcher().ask("vad beslutade fullmäktige om en ny lekplats i Sörby?")
    assert answer.route is Route.HYBRID
    first = answer.decisions[0]
    assert (first.case, first.demand, first.disposition, first.status, first.body) == (
        "KS 2020-11",
        1,
        "bifalls",
        "adopted",
        "Kommunfullmäktige",
    )
    assert [one.status for one in answer.decisions[:2]] == ["adopted", "proposed"]
    assert (answer.hits[0].file, answer.hits[0].paragraph) == (COUNCIL, 2)


class Noting:
    """Embeds as the town's embedder does, and remembers what."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self.texts: list[str] = []

    def query(self, text: str) -> Vectors:
        """Its vector."""
        self.texts.append(text)
        return EMBEDDER.query(text)


def test_words_that_are_put_right_are_embedded_so() -> None:
    embedder = Noting()
    look = Searcher(LIBRARY, ENGINE, embedder).look("en ny lekpaltsplan")
    assert embedder.texts == ["en ny lekpaltsplan", "en ny lekplatsplan"]
    assert look.vector.tolist() == EMBEDDER.query("en ny lekplatsplan").tolist()
    again = Noting()
    Searcher(LIBRARY, ENGINE, again).look("en ny lekplatsplan")
    assert again.texts == ["en ny lekplatsplan"]


def test_a_server_makes_itself_ready_for_each_length() -> None:
    embedder = Noting()
    for make_ready in Searcher(LIBRARY, ENGINE, embedder).warm_ups():
        make_ready()
    assert [len(text.split()) for text in embedder.texts] == list(range(1, USUAL_WORDS + 1))


def test_coverage_is_told() -> None:
    coverage = searcher().ask("gungor").coverage
    assert (coverage.documents, coverage.first, coverage.last) == (6, "2014-01-10", "2022-01-10")


def test_a_number_finds_its_papers_and_what_was_decided() -> None:
    answer = searcher().ask("KS/2020:11")
    assert (answer.route, answer.answerable, answer.confidence) == (Route.IDENTIFIER, True, 1.0)
    assert answer.hits[0].file == MOTION
    assert [one.demand for one in answer.decisions] == [1, 2]


def test_what_a_filter_leaves_out_is_not_told_of_a_number_either() -> None:
    answer = searcher().ask("KS/2020:11", where=Filter(until="2020-06-01"))
    assert answer.answerable
    assert answer.decisions == ()
    assert {hit.file for hit in answer.hits} <= {MOTION, ANSWER}


def test_a_number_that_is_not_there_is_refused_with_the_nearest_listed() -> None:
    answer = searcher().ask("KS 1999-1")
    assert (answer.route, answer.answerable, answer.confidence, answer.decisions) == (Route.IDENTIFIER, False, 0.0, ())
    assert answer.hits


def test_a_quoted_phrase() -> None:
    answer = searcher().ask('"ny lekplats"')
    assert (answer.route, answer.answerable) == (Route.PHRASE, True)
    assert [(hit.file, hit.paragraph) for hit in answer.hits] == [(MOTION, 3)]
    start, end = answer.hits[0].highlights[0]
    assert answer.hits[0].text[start:end] == "ny lekplats"
    assert not searcher().ask('"lekplats ny"').answerable


def test_filters_hold_for_hits_and_decisions() -> None:
    answer = searcher().ask("ny lekplats i Sörby", where=Filter(types=("motion",)))
    assert {hit.type for hit in answer.hits} == {"motion"}
    assert answer.decisions == ()


def test_below_the_least_confidence_there_is_no_answer() -> None:
    strict = Searcher(LIBRARY, ENGINE, EMBEDDER, options=SearchOptions(least_confidence=1.1))
    answer = strict.ask("ny lekplats i Sörby")
    assert not answer.answerable
    assert answer.hits


def test_top() -> None:
    assert [hit.rank for hit in searcher().ask("lekplats", top=3).hits] == [1, 2, 3]


def test_an_empty_question_is_no_error() -> None:
    assert searcher().ask("  ").route is Route.HYBRID


def test_what_names_something() -> None:
    assert searcher().names_something("§ 12")
    assert searcher().names_something('"gungor"')
    assert not searcher().names_something("gungor")


def test_a_section_that_is_named_shows_what_was_decided_under_it() -> None:
    answer = searcher().ask("KF § 12 september 2020")
    assert [(one.file, one.paragraph, one.status) for one in answer.decisions] == [
        (COUNCIL, 2, "adopted"),
        (COUNCIL, 3, "adopted"),
    ]
    assert [(hit.file, hit.paragraph) for hit in answer.hits] == [(COUNCIL, 1), (COUNCIL, 2), (COUNCIL, 3)]
