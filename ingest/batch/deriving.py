"""Deriving the passages of the documents that a change touched, each from its own paper and the cases it is in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from corpus.case import Case
from corpus.catalogue import Catalogue
from corpus.document import Document
from corpus.errors import UnreadableCode, UnreadableError
from corpus.passage import TIED, Passage, PassageKind
from ingest.batch.relating import Relations
from ingest.batch.stages import Stages


class UnfoldableError(UnreadableError):
    """A document whose passages cannot be derived; `sha256` says which."""

    def __init__(self, document: Document, error: Exception) -> None:
        """Keep which document it was."""
        super().__init__(
            UnreadableCode.CRASH,
            f"Handlingen lästes men kunde inte delas i stycken för sökning ({type(error).__name__}: {error}).",
            hint="Rapportera felet och bifoga filen.",
        )
        self.sha256 = document.sha256


@dataclass(frozen=True, slots=True)
class Derived:
    """A document's passages of the kinds that were derived; those of other kinds stand as they are."""

    passages: tuple[Passage, ...]
    kinds: Collection[PassageKind] = tuple(PassageKind)


def derive(catalogue: Catalogue, stages: Stages, relations: Relations) -> Iterator[tuple[str, Derived]]:
    """The passages of each touched document by its sha256, one document in memory at a time.

    Of a document that says what it said, in another case, only the passages that a case has a say in are derived.

    Raises:
        UnfoldableError: a document's passages cannot be derived.
    """
    changed = {document.file: document for document in relations.documents}
    replaced = relations.removed_cases | {case.key for case in relations.cases}
    new = _by_file(relations.cases)
    for file in sorted(relations.touched):
        head = changed.get(file) or catalogue.head(file)
        if head is None:
            continue
        document = head if head.sha256 in relations.keys else catalogue.whole(head)
        kept = (case for case in catalogue.cases_of(file) if case.key not in replaced)
        cases = sorted((*kept, *new.get(file, ())), key=lambda case: case.key)
        tied = stages.tied_passages_of if file not in changed else None
        try:
            if tied is None:
                yield document.sha256, Derived(tuple(stages.passages_of(document, cases)))
            else:
                yield document.sha256, Derived(tuple(tied(document, cases)), TIED)
        except Exception as error:  # one paper that the rules did not foresee must not stop a batch
            raise UnfoldableError(document, error) from error


def _by_file(cases: tuple[Case, ...]) -> Mapping[str, tuple[Case, ...]]:
    found: dict[str, tuple[Case, ...]] = {}
    for case in cases:
        for file in dict.fromkeys(case.files):
            found[file] = (*found.get(file, ()), case)
    return found
