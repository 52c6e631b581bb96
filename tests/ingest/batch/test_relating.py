from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.case import Case
from corpus.catalogue import Catalogue
from corpus.document import Document
from corpus.home import Home
from corpus.stored import Understood
from corpus.writer import Writer
from ingest.batch.relating import Change, relations
from ingest.batch.stages import Stages
from ingest.papers.cases import Related
from tests.corpus.made import document
from tests.ingest.batch.stand_ins import Counted, relate, stages, tie_keys


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    with Writer.open(Home(tmp_path / "home")) as opened:
        yield opened


def _paper(name: str, *dnr: str) -> Document:
    return document(name, "text", dnr=dnr)


def _fill(writer: Writer, *papers: Document) -> Catalogue:
    with writer.transaction():
        for raw in papers:
            writer.put_document(Understood(raw, raw, "1", tie_keys(raw)))
        writer.put_cases(relate(papers).cases)
    return Catalogue.open(writer.home)


def _coming(*papers: Document, going: frozenset[str] = frozenset()) -> Change:
    return Change({paper.sha256: paper for paper in papers}, going, {paper.sha256: "1" for paper in papers})


def test_only_what_shares_a_key_or_a_case_is_related(writer: Writer) -> None:
    catalogue = _fill(
        writer, _paper("a", "1"), _paper("b", "1", "2"), _paper("c", "2"), _paper("x", "8"), _paper("y", "9")
    )
    counted = Counted()
    found = relations(catalogue, stages(counted), _coming(_paper("ny", "1")))
    assert counted.related == [4]  # ny shares 1 with a and b; c is in their case; x and y are left alone
    assert [(case.key, case.files) for case in found.cases] == [("1", ("a", "b", "c", "ny"))]
    assert found.touched == {"a", "b", "c", "ny"}
    assert [found_.file for found_ in found.documents] == ["ny"]


def test_a_paper_that_joins_two_cases_makes_one(writer: Writer) -> None:
    catalogue = _fill(writer, _paper("a", "1"), _paper("b", "2"), _paper("c", "3"))
    found = relations(catalogue, stages(), _coming(_paper("ny", "1", "2")))
    assert [(case.key, case.files) for case in found.cases] == [("1", ("a", "b", "ny"))]
    assert found.removed_cases == {"2"}


def test_a_paper_that_goes_splits_its_case(writer: Writer) -> None:
    bridge = _paper("b", "1", "2")
    catalogue = _fill(writer, _paper("a", "1"), bridge, _paper("c", "2"))
    found = relations(catalogue, stages(), _coming(going=frozenset({bridge.sha256})))
    assert [(case.key, case.files) for case in found.cases] == [("1", ("a",)), ("2", ("c",))]
    assert found.touched == {"a", "c"}


def test_a_case_that_stays_the_same_touches_nothing(writer: Writer) -> None:
    catalogue = _fill(writer, _paper("a", "1"), _paper("b", "1"))
    found = relations(catalogue, stages(), _coming(_paper("a", "1")))
    assert not found.cases
    assert not found.removed_cases
    assert found.touched == {"a"}


def test_a_key_that_an_untouched_case_has_brings_that_case_in(writer: Writer) -> None:
    """Two matters may share a diarienummer; who bears it plain is settled among those tied together."""

    def keyed_alike(documents: list[Document]) -> Related:
        groups = {name: [d.file for d in documents if d.file[0] == name] for name in "pq"}
        cases = [Case("K", name, None, (), tuple(files), (), (), (), ()) for name, files in groups.items() if files]
        named = (replace(case, key="K" if n == 0 else f"K {case.files[0]}") for n, case in enumerate(cases))
        return Related(tuple(documents), tuple(named))

    given = stages()
    made = Stages(
        read_many=given.read_many,
        understand=given.understand,
        relate=keyed_alike,  # type: ignore[arg-type]
        passages_of=given.passages_of,
        embedder=given.embedder,
        reader="1",
        tie_keys=lambda paper: frozenset({paper.file[0]}),
    )
    catalogue = _fill(writer)
    with writer.transaction():
        paper = _paper("p1")
        writer.put_document(Understood(paper, paper, "1", frozenset({"p"})))
        writer.put_cases((Case("K", "p", None, (), ("p1",), (), (), (), ()),))
    found = relations(catalogue, made, _coming(_paper("q1")))
    assert [(case.key, case.title) for case in found.cases] == [("K q1", "q")]
    assert found.removed_cases == frozenset()
