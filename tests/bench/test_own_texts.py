from __future__ import annotations

from bench.own_texts import searcher_over
from tests.search.made import WordEmbedder

TEXTS = (
    ("dogs", "Hunden ska hållas kopplad på lekplatsen.\n\nKatter får gå lösa."),
    ("fees", "Avgiften för bygglov är 4 000 kronor."),
)


def test_a_text_is_found_by_its_name_and_its_lines_are_paragraphs() -> None:
    searcher = searcher_over(TEXTS, WordEmbedder(), WordEmbedder())
    assert searcher.ask("vad kostar bygglov").hits[0].file == "fees"
    best = searcher.ask("katter").hits[0]
    assert (best.file, best.paragraph) == ("dogs", 2)


def test_no_title_is_made_up_of_a_first_line() -> None:
    assert searcher_over(TEXTS, WordEmbedder(), WordEmbedder()).look("bygglov").found.titles.found == ()
