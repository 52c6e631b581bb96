from __future__ import annotations

from search.cues import cue_counts, cue_patterns, cue_spans


def test_kinds() -> None:
    assert set(cue_patterns()) == {"decision", "fact", "lookup", "precedent"}


def test_counts_by_kind() -> None:
    assert cue_counts("hur många lekplatser") == {"decision": 0, "fact": 1, "lookup": 0, "precedent": 0}
    assert cue_counts("vad beslutade fullmäktige")["decision"] == 2


def test_a_compound_that_begins_like_a_cue_is_what_is_asked_about() -> None:
    assert [cue_spans(word) for word in ("måltidspolicyn", "ansvarsfrihet", "programvaror")] == [(), (), ()]
    assert [len(cue_spans(word)) for word in ("målen", "ansvarig", "programmet")] == [1, 1, 1]


def test_spans_hold_whole_words() -> None:
    text = "beslutades gungor"
    assert [text[a:b] for a, b in cue_spans(text)] == ["beslutades"]
