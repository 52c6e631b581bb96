from __future__ import annotations

from search.highlights import highlights, phrase_highlights


def test_words_that_share_a_term_or_a_part() -> None:
    text = "Alla lekplatser och varje plats räknas."
    assert [text[a:b] for a, b in highlights(text, {"lekplats"})] == ["lekplatser"]
    assert [text[a:b] for a, b in highlights(text, {"plats"})] == ["lekplatser", "plats"]


def test_a_phrase_wherever_blanks_break_it_but_only_whole_words() -> None:
    text = "En ny  Lekplats, inte en ny lekplatsplan."
    assert [text[a:b] for a, b in phrase_highlights(text, "ny lekplats")] == ["ny  Lekplats"]
