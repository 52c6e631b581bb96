from __future__ import annotations

from dataclasses import replace

from corpus.passage import TIED, PassageKind
from index.passages import passages_of, tied_passages_of
from index.terms import analyse
from tests.search.made import ANSWER, CASES, COUNCIL, DOCUMENTS, MOTION, PASSAGES

BY_FILE = {document.file: document for document in DOCUMENTS}


def kinds(file: str) -> list[tuple[PassageKind, tuple[int, ...], tuple[int, ...]]]:
    return [(p.kind, p.paragraphs, p.demands) for p in PASSAGES if p.file == file]


def test_a_motion_gives_title_texts_and_demands() -> None:
    assert kinds(MOTION) == [
        (PassageKind.TITLE, (1,), ()),
        (PassageKind.TEXT, (2,), ()),
        (PassageKind.TEXT, (3,), ()),
        (PassageKind.TEXT, (4,), ()),
        (PassageKind.DEMAND, (3,), (1,)),
        (PassageKind.DEMAND, (4,), (2,)),
    ]


def test_a_decisions_passage_carries_the_demand_it_answers() -> None:
    passage = next(p for p in PASSAGES if p.file == COUNCIL and p.kind is PassageKind.DECISION)
    assert passage.embed_text.split("\n") == [
        "Fler lekplatser",
        "att kommunen bygger en ny lekplats i Sörby",
        "Första förslaget bifalls.",
    ]
    assert (passage.case, passage.demands, passage.facets.status) == ("KS 2020-11", (1,), "adopted")
    assert set(analyse("ny lekplats i Sörby MP 2020")) <= set(passage.terms)


def test_a_paragraph_that_says_only_a_demand_is_embedded_once() -> None:
    cited = [p for p in PASSAGES if p.file == MOTION and p.paragraphs == (3,)]
    assert {p.embed_text for p in cited} == {"Motion om fler lekplatser\natt kommunen bygger en ny lekplats i Sörby"}
    assert len({p.terms for p in cited}) == 2


def test_a_demand_in_a_paragraph_that_says_more_is_embedded_with_its_cases_title() -> None:
    document = BY_FILE[MOTION]
    more = replace(document.paragraph(3), text="Vi yrkar att kommunen bygger en ny lekplats i Sörby.")
    paragraphs = tuple(more if one.n == 3 else one for one in document.paragraphs)
    demand = next(p for p in passages_of(replace(document, paragraphs=paragraphs), CASES) if p.demands == (1,))
    assert demand.embed_text == "Fler lekplatser\natt kommunen bygger en ny lekplats i Sörby"


def test_an_item_that_says_only_its_decision_is_a_decision_alone() -> None:
    assert [p.kind for p in PASSAGES if p.file == ANSWER and p.paragraphs == (2,)] == [PassageKind.DECISION]


def test_an_item_that_says_more_than_its_decision_is_a_text_besides_without_its_neighbours_words() -> None:
    document = BY_FILE[ANSWER]
    item = document.paragraph(2)
    more = replace(item, text=f"{item.text} Kostnaden ryms i ramen.")
    paragraphs = tuple(more if one.n == 2 else one for one in document.paragraphs)
    passages = passages_of(replace(document, paragraphs=paragraphs), ())
    assert [p.embed_text for p in passages if p.kind is PassageKind.TEXT and p.paragraphs == (2,)] == [
        f"Svar på motion om fler lekplatser\n{more.text}"
    ]


def test_an_item_longer_than_a_piece_is_a_text_besides() -> None:
    document = BY_FILE[ANSWER]
    text = "Motionens första förslag avslås. " + "Kommunen bygger en lekplats till nästa sommar. " * 40
    paragraphs = tuple(replace(one, text=text) if one.n == 2 else one for one in document.paragraphs)
    decisions = tuple(replace(one, text=text) if one.paragraph == 2 else one for one in document.decisions)
    passages = passages_of(replace(document, paragraphs=paragraphs, decisions=decisions), ())
    assert sum(p.kind is PassageKind.TEXT and p.paragraphs == (2,) for p in passages) == 2


def test_cases_have_a_say_in_the_tied_passages_alone() -> None:
    for document in DOCUMENTS:
        cases = [case for case in CASES if document.file in case.files]
        whole = passages_of(document, cases)
        assert tied_passages_of(document, cases) == tuple(p for p in whole if p.kind in TIED)
        assert [p for p in whole if p.kind not in TIED] == [p for p in passages_of(document, ()) if p.kind not in TIED]


def test_without_its_case_a_decision_is_tied_to_nothing() -> None:
    passages = [p for p in passages_of(BY_FILE[COUNCIL], ()) if p.kind is PassageKind.DECISION]
    assert [(p.case, p.demands) for p in passages] == [(None, ()), (None, ())]


def test_every_paragraph_but_headings_is_cited_by_some_passage() -> None:
    for document in DOCUMENTS:
        cited = {n for p in PASSAGES if p.file == document.file for n in p.paragraphs}
        assert cited == {p.n for p in document.paragraphs}
    assert {case.key for case in CASES} == {p.case for p in PASSAGES if p.case}


def test_of_two_motions_decided_in_one_paragraf_an_item_is_of_the_one_it_names() -> None:
    benches = next(case for case in CASES if COUNCIL in case.files)
    boats = replace(benches, key="KS 2020-12", title="Eka åt alla")
    document = BY_FILE[COUNCIL]
    item = replace(document.decisions[0], text="motionen Eka åt alla avslås")
    of_two = passages_of(replace(document, decisions=(item,)), [benches, boats])
    assert [p.case for p in of_two if p.kind is PassageKind.DECISION] == ["KS 2020-12"]


def test_two_meetings_in_one_file_have_each_the_title_of_its_paragraf() -> None:
    council = BY_FILE[COUNCIL]
    own = next(part for part in council.parts if part.section)
    both = replace(council, parts=(*council.parts, replace(own, first=own.last, last=own.last, date="2031-01-01")))
    counts = [sum(p.kind is PassageKind.TITLE for p in passages_of(one, CASES)) for one in (council, both)]
    assert counts[1] == counts[0] + 1


def test_a_bilaga_of_a_paragraf_repeats_no_title() -> None:
    council = BY_FILE[COUNCIL]
    own = next(part for part in council.parts if part.section)
    appended = replace(council, parts=(*council.parts, replace(own, first=own.last, last=own.last)))
    titles = [
        [p.paragraphs for p in passages_of(one, CASES) if p.kind is PassageKind.TITLE] for one in (council, appended)
    ]
    assert titles[0] == titles[1]
