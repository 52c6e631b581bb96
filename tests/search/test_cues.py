from __future__ import annotations

from search.cues import cue_counts, cue_patterns, cue_spans, silent_words


def test_kinds() -> None:
    assert set(cue_patterns()) == {"decision", "fact", "lookup", "precedent"}


def test_counts_by_kind() -> None:
    assert cue_counts("hur många lekplatser") == {"decision": 0, "fact": 1, "lookup": 0, "precedent": 0}
    assert cue_counts("vad beslutade fullmäktige")["decision"] == 2


def test_a_compound_that_begins_like_a_cue_is_what_is_asked_about() -> None:
    assert [cue_spans(word) for word in ("måltidspolicyn", "ansvarsfrihet", "programvaror")] == [(), (), ()]
    assert [cue_spans(word) for word in ("måltid", "avgiftsfri", "prislapp", "motionsspår", "klubbar")] == [()] * 5
    inflected = ("målen", "ansvarig", "ansvarar", "programmet", "avgifterna", "riktlinjerna", "visade", "klubbades")
    assert [len(cue_spans(word)) for word in inflected] == [1] * len(inflected)


def test_spans_hold_whole_words() -> None:
    text = "beslutades gungor"
    assert [text[a:b] for a, b in cue_spans(text)] == ["beslutades"]


def test_verbs_that_lean_on_another_word_are_silent() -> None:
    assert {"se", "gås", "slipper", "igenom"} <= silent_words()
    assert not {"drog", "klubbar", "använda"} & silent_words()


def test_a_look_back_is_one_where_nothing_is_said_to_come_after() -> None:
    back = ("har det avslagits innan?", "has it been rejected before", "handled before 2022", "innan och hur gick det")
    not_back = ("how long before trees are felled", "innan träd fälls", "beforehand")
    assert [cue_counts(text)["precedent"] for text in back] == [1] * 4
    assert [cue_counts(text)["precedent"] for text in not_back] == [0] * 3


def test_long_ago_looks_back_too() -> None:
    assert cue_counts("varför blev det inget badhus för länge sen")["precedent"] == 1
    assert cue_counts("why was the bath house turned down back then")["precedent"] == 1
