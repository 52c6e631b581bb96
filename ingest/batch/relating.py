"""What a change touches: the cases to tie anew, the documents other papers tell something new of, the passages to
derive anew. Everything else is left as it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from corpus.case import Case
from corpus.catalogue import Catalogue
from corpus.document import STYRDOKUMENT, Document, DocumentType
from ingest.batch.stages import Stages

BY_HEAD = STYRDOKUMENT | {DocumentType.PROTOKOLL}
"""The long papers. Nothing that is said across papers is read in their paragraphs (reasons are looked for in letters),
so they are related without them."""


@dataclass(frozen=True, slots=True)
class Change:
    """Documents that come, by sha256 and with their new names, as their own pages say; and the sha256 that go."""

    coming: Mapping[str, Document]
    going: frozenset[str]
    readers: Mapping[str, str]
    """Which reader has read each coming document."""


@dataclass(frozen=True, slots=True)
class Relations:
    """What follows: `documents` whose relations changed (all coming ones, whole, and others perhaps without their
    paragraphs), whole cases to put and keys to remove, and the names of the documents whose passages must be derived
    anew. `keys` are the tie keys of the coming ones, by sha256."""

    documents: tuple[Document, ...]
    cases: tuple[Case, ...]
    removed_cases: frozenset[str]
    touched: frozenset[str]
    keys: Mapping[str, frozenset[str]]


def relations(catalogue: Catalogue, stages: Stages, change: Change) -> Relations:
    """Relate the documents that a change may touch.

    The core is what comes and what shares a key with what comes or goes. Cases and relations of the core are
    complete, because every paper of its cases and every neighbour by key is related with it; what the rest of
    these papers would give is incomplete, and thrown away.
    """
    coming = {document.file for document in change.coming.values()}
    keys = {sha256: _keys(stages, document) for sha256, document in change.coming.items()}
    leaving = frozenset(_names(catalogue, (*change.coming, *change.going)))
    core = coming | (_neighbours(catalogue, stages, change, keys) - leaving)
    while True:
        old_cases = {case.key: case for file in sorted(core | leaving) for case in catalogue.cases_of(file)}
        around = {file for case in old_cases.values() for file in case.files}
        around |= _sharing(catalogue, _own_keys(catalogue, core - coming))
        related = stages.relate(_raws(catalogue, change, (core | around) - coming - leaving))
        new_cases = {case.key: case for case in related.cases if core.intersection(case.files)}
        clashing = _clashing(catalogue, new_cases.keys() - old_cases.keys())
        if not clashing:
            break
        core |= clashing - leaving
    changed = {key for key in old_cases.keys() | new_cases.keys() if old_cases.get(key) != new_cases.get(key)}
    documents = tuple(
        document
        for document in related.documents
        if document.file in coming or (document.file in core and _differs(catalogue, document))
    )
    touched = {document.file for document in documents}
    touched |= {file for key in changed for cases in (old_cases, new_cases) for file in _files(cases.get(key))}
    existing = {document.file for document in related.documents}
    return Relations(
        documents=documents,
        cases=tuple(new_cases[key] for key in sorted(changed & new_cases.keys())),
        removed_cases=frozenset(old_cases.keys() - new_cases.keys()),
        touched=frozenset(touched & existing),
        keys=keys,
    )


def _clashing(catalogue: Catalogue, keys: Iterable[str]) -> set[str]:
    """The papers of untouched cases that have one of `keys`: keys are unique among cases that are tied together."""
    found = (catalogue.case(key) for key in keys)
    return {file for case in found if case is not None for file in case.files}


def _keys(stages: Stages, document: Document) -> frozenset[str]:
    return stages.tie_keys(document) if stages.tie_keys is not None else frozenset()


def _names(catalogue: Catalogue, shas: Iterable[str]) -> set[str]:
    found = (catalogue.rows("select file from documents where sha256 = ?", (sha256,)) for sha256 in shas)
    return {file for rows in found for (file,) in rows}


def _neighbours(catalogue: Catalogue, stages: Stages, change: Change, keys: Mapping[str, Collection[str]]) -> set[str]:
    if stages.tie_keys is None:
        return {file for (file,) in catalogue.rows("select file from documents")}
    old = _own_keys(catalogue, _names(catalogue, (*change.coming, *change.going)))
    return _sharing(catalogue, old.union(*keys.values()))


def _own_keys(catalogue: Catalogue, files: Iterable[str]) -> set[str]:
    sql = "select key from tie_keys join documents on id = document where file = ?"
    return {key for file in files for (key,) in catalogue.rows(sql, (file,))}


def _sharing(catalogue: Catalogue, keys: Iterable[str]) -> set[str]:
    sql = "select file from documents join tie_keys on id = document where key = ?"
    return {file for key in keys for (file,) in catalogue.rows(sql, (key,))}


def _raws(catalogue: Catalogue, change: Change, files: Iterable[str]) -> tuple[Document, ...]:
    stored = (_raw(catalogue, file) for file in files)
    raws = (*change.coming.values(), *(raw for raw in stored if raw is not None))
    return tuple(sorted(raws, key=lambda raw: raw.file))


def _raw(catalogue: Catalogue, file: str) -> Document | None:
    head = catalogue.raw_head(file)
    return head if head is None or head.type in BY_HEAD else catalogue.whole(head)


def _differs(catalogue: Catalogue, document: Document) -> bool:
    return catalogue.head(document.file) != replace(document, paragraphs=())


def _files(case: Case | None) -> tuple[str, ...]:
    return case.files if case is not None else ()
