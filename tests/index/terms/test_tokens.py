from __future__ import annotations

import pytest
import spacy

from index.terms.tokens import _cut, sentences, tokens


def texts(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


def test_words_without_punctuation() -> None:
    assert texts("Motionen avslås, säger nämnden.") == ["Motionen", "avslås", "säger", "nämnden"]


def test_numbers_of_cases_and_sections_stay_whole() -> None:
    assert texts("Dnr KS 2021-845 och KS/2021:845, § 201.") == ["Dnr", "KS 2021-845", "och", "KS/2021:845", "§ 201"]


def test_grouped_figures_dates_and_decimals_stay_whole() -> None:
    assert texts("1 250 000 kronor den 2023-04-25, 12,5 %") == ["1 250 000", "kronor", "den", "2023-04-25", "12,5"]


def test_figures_inside_words_are_no_numbers() -> None:
    assert [(t.text, t.number) for t in tokens("covid-19 för 12-åriga")] == [
        ("covid-19", False),
        ("för", False),
        ("12-åriga", False),
    ]


def test_places_are_those_of_the_text() -> None:
    text = "  § 7 Gungor (KS 2020-11)"
    assert [text[t.start : t.end] for t in tokens(text)] == ["§ 7", "Gungor", "KS 2020-11"]


def test_sentences_as_ranges() -> None:
    text = "Första meningen. Andra meningen!  Tredje?"
    assert [text[a:b] for a, b in sentences(text)] == ["Första meningen.", "Andra meningen!", "Tredje?"]


def test_blank_text_has_neither() -> None:
    assert tokens("  \n ") == ()
    assert sentences("   ") == ()


def test_each_piece_between_blanks_is_cut_as_spacy_cuts_the_whole_text() -> None:
    text = "Fattaru, bl.a. KAST-mottagningen (i kv. Ön), dvs. obs!\n\n»Hur«\u00a0mycket/ofta? 12% etc., å,"
    spans = [(token.idx, token.idx + len(token)) for token in spacy.blank("sv")(text)]
    expected = [text[a:b] for a, b in spans if text[a].isalnum() or text[b - 1].isalnum()]
    assert [token.text for token in tokens(text) if not token.number] == [word for word in expected if word != "12"]


@pytest.mark.parametrize(
    "piece", ["ordet.", "Ordet;", "kl.", "A.", "KS.", "KSa.", "12", "12.", "bl.a.", "ord,.", ".", "å?", "²."]
)
def test_what_is_cut_without_spacy_is_cut_as_by_it(piece: str) -> None:
    spans = [(token.idx, token.idx + len(token)) for token in spacy.blank("sv")(piece)]
    expected = [(a, b) for a, b in spans if piece[a].isalnum() or piece[b - 1].isalnum()]
    assert list(_cut(piece)) == expected


def test_a_line_without_blanks_is_handed_over_in_pieces() -> None:
    assert [len(token.text) for token in tokens("x" * 250_000)] == [100_000, 100_000, 50_000]
