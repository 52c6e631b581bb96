"""A casebook's questions with what is known to answer them, from its truth.json."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.peers.protocol import Decided

UNANSWERABLE = "unanswerable"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A text that answers: in `file`, or in any if None. `pages` is empty when the truth gives only a phrase."""

    file: str | None
    text: str
    grade: int
    pages: tuple[int, ...] = ()
    whole: bool = True
    """Whether `text` is a whole paragraph."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `decided` lists the items that decide what it asks about; all agree but for text and file."""

    id: str
    kind: str
    text: str
    wanted: tuple[Wanted, ...] = ()
    decided: tuple[Decided, ...] = ()

    @property
    def answerable(self) -> bool:
        """Whether the collection holds an answer."""
        return self.kind != UNANSWERABLE


@dataclass(frozen=True, slots=True)
class Casebook:
    """A folder with documents/ and truth.json."""

    name: str
    pdfs: tuple[Path, ...]
    questions: tuple[Question, ...]
    pages: int


def read_casebook(folder: Path, *, name: str | None = None) -> Casebook:
    """Read it; `pages` counts the pages that paragraphs of the truth stand on."""
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    paragraphs = {(d["file"], p["n"]): p for d in truth["documents"] for p in d["paragraphs"]}
    cases = {case["case_id"]: case for case in truth["cases"]}
    questions = tuple(
        Question(
            id=one["id"],
            kind=one["kind"],
            text=one["text"],
            wanted=tuple(_wanted(relevant, paragraphs) for relevant in one.get("relevant", [])),
            decided=tuple(_decided(one["decision"], cases)) if one.get("decision") else (),
        )
        for one in truth["questions"]
    )
    pages = {(d["file"], page) for d in truth["documents"] for p in d["paragraphs"] for page in p["pages"]}
    pdfs = tuple(sorted((folder / "documents").glob("*.pdf")))
    return Casebook(name or folder.resolve().name, pdfs, questions, len(pages))


def _wanted(relevant: dict[str, Any], paragraphs: dict[tuple[str, int], Any]) -> Wanted:
    if phrase := relevant.get("phrase"):
        return Wanted(relevant["file"], phrase, relevant["grade"], whole=False)
    paragraph = paragraphs[relevant["file"], relevant["paragraph"]]
    return Wanted(relevant["file"], paragraph["text"], relevant["grade"], tuple(paragraph["pages"]))


def _decided(true: dict[str, Any], cases: dict[str, Any]) -> Iterator[Decided]:
    """The items of the case's papers that decide the demand the way, and with the standing, that the truth says."""
    case = cases[true["case_id"]]
    demand = next(one["text"] for one in case["demands"] if one["n"] == true["demand"])
    for event in case["events"]:
        for item in event["items"] if event["status"] == true["status"] else ():
            if true["demand"] in item["demands"] and item["disposition"] == true["disposition"]:
                yield Decided(item["disposition"], event["status"], demand, item["text"], event["file"])
