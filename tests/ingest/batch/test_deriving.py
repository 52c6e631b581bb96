from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.case import Case
from corpus.catalogue import Catalogue
from corpus.document import Document
from corpus.home import Home
from corpus.paragraph import Kind, Paragraph
from corpus.passage import TIED, Passage, PassageKind
from corpus.writer import Writer
from ingest.batch.deriving import UnfoldableError, derive
from ingest.batch.relating import Relations
from ingest.batch.stages import Stages
from tests.corpus.made import add, case, document
from tests.ingest.batch.stand_ins import stages


def test_new_cases_take_the_place_of_those_they_replace(tmp_path: Path) -> None:
    seen: list[tuple[str, ...]] = []
    given = stages()

    def passages_of(paper: Document, cases: Sequence[Case]) -> tuple[Passage, ...]:
        seen.append((paper.file, *(f"{found.key}:{len(found.files)}" for found in cases)))
        return ()

    made = Stages(
        read_many=given.read_many,
        understand=given.understand,
        relate=given.relate,
        passages_of=passages_of,
        embedder=given.embedder,
        reader="1",
    )
    with Writer.open(Home(tmp_path)) as writer:
        for name in ("a.pdf", "b.pdf"):
            add(writer, document(name, "x"))
        with writer.transaction():
            writer.put_cases((case("1", "a.pdf"), case("2", "a.pdf"), case("3", "a.pdf", "b.pdf")))
        coming = document("c.pdf", "y")
        changed = Relations(
            documents=(coming,),
            cases=(case("2", "a.pdf", "c.pdf"),),
            removed_cases=frozenset({"1"}),
            touched=frozenset({"a.pdf", "c.pdf"}),
            keys={coming.sha256: frozenset()},
        )
        list(derive(Catalogue.open(writer.home), made, changed))
    assert seen == [("a.pdf", "2:2", "3:2"), ("c.pdf", "2:2")]


def test_of_a_paper_that_says_what_it_said_only_what_cases_have_a_say_in_is_derived(tmp_path: Path) -> None:
    with Writer.open(Home(tmp_path)) as writer:
        add(writer, document("a.pdf", "x"))
        coming = document("c.pdf", "y")
        matter = case("1", "a.pdf", "c.pdf")
        touched = frozenset({"a.pdf", "c.pdf"})
        changed = Relations((coming,), (matter,), frozenset(), touched, {coming.sha256: frozenset()})
        found = dict(derive(Catalogue.open(writer.home), stages(), changed))
        again = dict(derive(Catalogue.open(writer.home), replace(stages(), tied_passages_of=None), changed))
    assert {sha256: (len(derived.passages), set(derived.kinds)) for sha256, derived in found.items()} == {
        "sha-a.pdf": (0, set(TIED)),
        "sha-c.pdf": (1, set(PassageKind)),
    }
    assert len(again["sha-a.pdf"].passages) == 1


def test_a_knot_says_whose_it_is(tmp_path: Path) -> None:
    knot = replace(document("a.pdf"), paragraphs=(Paragraph(1, Kind.PARAGRAPH, "knot", ()),))
    changed = Relations((knot,), (), frozenset(), frozenset({"a.pdf"}), {knot.sha256: frozenset()})
    with Writer.open(Home(tmp_path)) as writer, pytest.raises(UnfoldableError, match="ValueError: knut") as caught:
        list(derive(Catalogue.open(writer.home), stages(), changed))
    assert caught.value.sha256 == "sha-a.pdf"
