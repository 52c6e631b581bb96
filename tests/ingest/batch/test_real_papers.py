"""The batch with the program's own stages (but the model): papers that come in pieces end where all at once would."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from bench.hashed_stages import engine, hashed_stages
from corpus.catalogue import Catalogue
from corpus.home import Home
from index.filters import Filter
from ingest.batch.checking import EngineCheck, check
from ingest.batch.pipeline import bring_up_to_date
from ingest.papers.cases import relate
from tests.ingest.batch.contents import contents

SAMPLE = Path(__file__).resolve().parents[3] / "corpus" / "documents"
PATTERNS = (
    "motion-c-laddstolpar*",
    "protokoll-ks-2023-02-07-22*",
    "protokoll-kf-2023-02-28-38*",
    "motion-kd-hundrastgard*",
    "kf-protokoll-2017*",
    "motion-mp-invasiva*",
    "klimatstrategi*",
    "miljo-och-klimat*",
)
"""Two matters in one set of minutes, one through board and council, and a strategy that another replaces."""


@pytest.fixture(scope="module")
def papers() -> tuple[Path, ...]:
    return tuple(sorted(path for pattern in PATTERNS for path in SAMPLE.glob(pattern)))


@pytest.fixture(scope="module")
def at_once(papers: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory) -> Home:
    base = tmp_path_factory.mktemp("at-once")
    (base / "papers").mkdir()
    for path in papers:
        shutil.copy(path, base / "papers")
    home = Home(base / "home")
    report = bring_up_to_date([base / "papers"], home, hashed_stages(home))
    assert (report.added, report.failed) == (len(papers), ())
    return home


def test_there_is_something_to_tie(papers: tuple[Path, ...], at_once: Home) -> None:
    catalogue = Catalogue.open(at_once)
    assert len(papers) == 11
    assert sorted(len(case.files) for case in catalogue.cases() if len(case.files) > 1) == [3, 3, 4]
    assert [head.file[:14] for head in catalogue.heads() if head.replaced_by] == ["klimatstrategi"]


def test_long_papers_are_related_without_their_paragraphs_to_the_same_end(at_once: Home) -> None:
    catalogue = Catalogue.open(at_once)
    raws = [catalogue.raw(file) for file in sorted(catalogue.names().values())]
    whole = relate([raw for raw in raws if raw is not None])
    assert sorted(whole.cases, key=lambda case: case.key) == list(catalogue.cases())
    assert list(whole.documents) == list(catalogue.documents())


@pytest.mark.parametrize("seed", [1, 2])
def test_in_pieces_and_out_again_as_at_once(papers: tuple[Path, ...], at_once: Home, tmp_path: Path, seed: int) -> None:
    chance, folder, home = random.Random(seed), tmp_path / "papers", Home(tmp_path / "home")
    folder.mkdir()
    waiting = list(papers)
    chance.shuffle(waiting)
    removed = False
    while waiting:
        for path in waiting[:4]:
            shutil.copy(path, folder)
        waiting = waiting[4:]
        if waiting and not removed:
            gone = chance.choice(sorted(folder.iterdir()))
            gone.unlink()
            waiting.append(SAMPLE / gone.name)
            removed = True
        bring_up_to_date([folder], home, hashed_stages(home))
    assert contents(home, model="hash") == contents(at_once, model="hash")
    assert check(home, hashed_stages(home), engine=EngineCheck(engine(home).problems)) == ()


def test_half_taken_out_and_put_back_as_at_once(papers: tuple[Path, ...], at_once: Home, tmp_path: Path) -> None:
    folder, home, fewer = tmp_path / "papers", Home(tmp_path / "home"), Home(tmp_path / "fewer")
    folder.mkdir()
    for path in papers:
        shutil.copy(path, folder)
    bring_up_to_date([folder], home, hashed_stages(home))
    half = papers[::2]
    for path in half:
        (folder / path.name).unlink()
    assert bring_up_to_date([folder], home, hashed_stages(home)).removed == len(half)
    bring_up_to_date([folder], fewer, hashed_stages(fewer))
    assert contents(home, model="hash") == contents(fewer, model="hash")
    for path in half:
        shutil.copy(path, folder)
    bring_up_to_date([folder], home, hashed_stages(home))
    assert contents(home, model="hash") == contents(at_once, model="hash")
    assert check(home, hashed_stages(home), engine=EngineCheck(engine(home).problems)) == ()


def test_a_removed_paper_is_found_by_no_leg_of_the_engine(papers: tuple[Path, ...], tmp_path: Path) -> None:
    folder, home = tmp_path / "papers", Home(tmp_path / "home")
    folder.mkdir()
    for path in papers[:3]:
        shutil.copy(path, folder)
    bring_up_to_date([folder], home, hashed_stages(home))
    opened = engine(home)
    before = opened.lexical({"laddstolpe": 1.0}, 100, where=Filter())
    (folder / papers[0].name).unlink()
    bring_up_to_date([folder], home, hashed_stages(home))
    assert opened.refresh()
    left = set(Catalogue.open(home).passage_ids())
    found = {hit.passage for hit in opened.lexical({"laddstolpe": 1.0}, 100, where=Filter())}
    assert found == {hit.passage for hit in before} & left
    vector = hashed_stages(home).embedder.passages(["laddstolpar"])[0]
    assert {hit.passage for hit in opened.dense(vector, 1000, where=Filter())} == left
