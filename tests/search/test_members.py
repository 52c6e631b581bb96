from __future__ import annotations

from dataclasses import replace

import pytest

from bench.retrieval_memory import MemoryEngine, MemoryLibrary
from corpus.document import Person
from index.filters import Filter
from index.passages import passages_of
from search.members import Member, member_asked, moved_by
from search.shelf import Shelf
from tests.search.made import CASES, COUNCIL, DOCUMENTS, MOTION, WordEmbedder, paragraph


@pytest.mark.parametrize(
    ("text", "name", "years"),
    [
        ("vilka motioner har Frida Almgård lagt?", ("frida", "almgård"), ()),
        ("vad har almgård motionerat om 2020", ("almgård",), ("2020",)),
        ("Almgårds motioner", ("almgårds",), ()),
        ("vilka motioner har frida almgård lagt", ("frida", "almgård"), ()),
        ("what has Frida Almgård proposed", ("frida", "almgård"), ()),
    ],
)
def test_whose_motions_are_asked_for(text: str, name: tuple[str, ...], years: tuple[str, ...]) -> None:
    assert member_asked(text) == Member(name, years)


@pytest.mark.parametrize(
    "text",
    [
        "vad har Almgård föreslagit om nya lekplatser i Sörby",
        "motioner om ek",
        "vilka motioner har avslagits",
        "vem är Frida Almgård",
    ],
)
def test_a_question_for_no_ones_motions_is_none(text: str) -> None:
    assert member_asked(text) is None


def _shelf_and_engine() -> tuple[Shelf, MemoryEngine]:
    signed = [
        replace(
            one,
            movers=(Person("Frida Almgård", "MP"),),
            paragraphs=(*one.paragraphs, paragraph(len(one.paragraphs) + 1, "Frida Almgård (MP), ledamot")),
        )
        if one.file == MOTION
        else one
        for one in DOCUMENTS
    ]
    passages = [p for one in signed for p in passages_of(one, [case for case in CASES if one.file in case.files])]
    vectors = WordEmbedder().passages([p.embed_text for p in passages])
    return Shelf(MemoryLibrary(signed, CASES, passages), 1), MemoryEngine(passages, vectors)


def test_the_members_motions_are_told_by_their_titles_and_how_each_demand_ended() -> None:
    shelf, engine = _shelf_and_engine()
    for name in (("frida", "almgård"), ("almgårds",)):
        found = moved_by(engine, shelf, Member(name, ()), where=Filter())
        assert found == ((MOTION, 1), (COUNCIL, 2), (COUNCIL, 3))


def test_no_motion_of_another_person_or_year_is_listed() -> None:
    shelf, engine = _shelf_and_engine()
    assert moved_by(engine, shelf, Member(("almgren",), ()), where=Filter()) == ()
    assert moved_by(engine, shelf, Member(("almgård",), ("2019",)), where=Filter()) == ()


def test_a_subject_is_no_mover() -> None:
    shelf, engine = _shelf_and_engine()
    asked = member_asked("lekplatser motioner")
    assert asked == Member(("lekplatser",), ())
    assert moved_by(engine, shelf, asked, where=Filter()) == ()
