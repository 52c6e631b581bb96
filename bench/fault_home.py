"""The papers and homes that bench/faults.py breaks, and how it sees whether one is as it should be."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from bench.hashed_stages import HashEmbedder, engine, hashed_stages
from corpus.errors import UnreadableError
from corpus.home import Home
from corpus.reading import Reading
from index.filters import Filter
from ingest.batch.checking import EngineCheck, check
from ingest.batch.pipeline import bring_up_to_date
from ingest.batch.stages import Stages
from tests.ingest.batch.contents import Contents, contents

SAMPLE = Path(__file__).resolve().parent.parent / "corpus" / "documents"
READING = 0.02
"""Seconds that each reading takes in the runs that are killed, so that some kills come between readings."""
QUESTIONS = ("laddstolpar", "hundrastgård", "simma", "klimatstrategi", "KAST-mottagningar")


_READ: dict[str, Reading | UnreadableError] = {}
"""What the program's reader gave for each paper, by the name it is kept under: reading is what takes longest."""


def fault_stages(home: Home) -> Stages:
    """The program's stages with hashed vectors; a paper is read in a process of its own the first time only."""
    stages = hashed_stages(home)

    def read_many(paths: Iterable[Path]) -> Iterator[tuple[Path, Reading | UnreadableError]]:
        wanted = tuple(paths)
        for path, reading in stages.read_many([path for path in wanted if path.name not in _READ]):
            _READ[path.name] = reading
        for path in wanted:
            time.sleep(READING)
            yield path, _READ[path.name]

    return replace(stages, read_many=read_many)


@dataclass(frozen=True, slots=True)
class Setting:
    """Papers as the killed batch finds them, the home as it was before, and what an undisturbed batch leaves."""

    papers: Path
    before: Home
    expected: tuple[Contents, tuple[object, ...]]

    def copy(self, name: str) -> Home:
        """A fresh copy of the home as it was before."""
        target = self.before.root.with_name(name)
        shutil.copytree(self.before.root, target)
        return Home(target)


def fresh_setting(folder: Path) -> Setting:
    """Index some papers; then some come, change, move, go, are copied, and one cannot be read."""
    papers, before = folder / "papers", Home(folder / "before")
    first_papers(papers)
    bring_up_to_date([papers], before, fault_stages(before))
    change_papers(papers)
    undisturbed = Home(folder / "expected")
    shutil.copytree(before.root, undisturbed.root)
    bring_up_to_date([papers], undisturbed, fault_stages(undisturbed))
    return Setting(papers, before, contents_of(undisturbed))


def first_papers(papers: Path) -> None:
    """What is indexed before the batch that is disturbed."""
    papers.mkdir()
    for path in _sample("motion-c-laddstolpar*", "motion-kd-hundrastgard*", "maltidspolicy*"):
        shutil.copy(path, papers / path.name)


def change_papers(papers: Path) -> None:
    """What that batch finds: papers come, change, move, go, are copied, and one cannot be read."""
    for path in _sample("motion-sd-alla-barn*", "motion-l-hundrastgardar*", "protokoll-kf-2022-0[2-4]*"):
        shutil.copy(path, papers / path.name)
    (papers / "sparad sida.pdf").write_text("<html>404</html>")
    (papers / "maltidspolicy-2021.pdf").unlink()
    (papers / "motion-kd-hundrastgard-berget.pdf").rename(papers / "flyttad motion.pdf")
    shutil.copy(papers / "motion-c-laddstolpar.pdf", papers / "z kopia.pdf")
    shutil.copy(papers / "motion-sd-alla-barn-ska-kunna-simma.pdf", papers / "motion-c-laddstolpar-svar.pdf")


def contents_of(home: Home) -> tuple[Contents, tuple[object, ...]]:
    """All that a reader sees: the catalogue's contents, and the engine's answers to some questions."""
    return contents(home, model="hash"), tuple(answers(home))


def answers(home: Home) -> list[object]:
    """What both legs of the engine find, by the words found rather than by ids, which differ from run to run."""
    opened = engine(home)
    found: list[object] = []
    catalogue = opened._source._catalogue  # type: ignore[attr-defined]
    texts = {item.id: item.passage.embed_text for item in catalogue.passages(catalogue.passage_ids())}
    vectors = HashEmbedder().passages(QUESTIONS)
    for question, vector in zip(QUESTIONS, vectors, strict=True):
        dense = opened.dense(np.asarray(vector), 10, where=Filter())
        lexical = opened.lexical({question: 1.0}, 10, where=Filter())
        for hits in (dense, lexical):
            found.append(sorted((texts[hit.passage], round(hit.score, 4)) for hit in hits))
    return found


def problems(home: Home) -> tuple[str, ...]:
    """The areas that a check finds wrong, each once."""
    found = check(home, fault_stages(home), engine=EngineCheck(engine(home).problems))
    return tuple(sorted({finding.area.value for finding in found}))


def _sample(*patterns: str) -> list[Path]:
    return sorted(path for pattern in patterns for path in SAMPLE.glob(pattern))
