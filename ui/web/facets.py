"""What the filters offer: each value with the number of documents that would be searched if it were chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.document import Document, DocumentType
from index.filters import Filter
from ui.web.address import Address

Count = tuple[str, int]
"""A value and in how many documents it would be searched."""


@dataclass(frozen=True, slots=True)
class Facets:
    """The values on offer; each group is counted under the choices made in the other groups."""

    types: tuple[Count, ...]
    bodies: tuple[Count, ...]
    parties: tuple[Count, ...]
    statuses: tuple[Count, ...]
    in_force: int
    documents: int


def filter_of(address: Address, today: str) -> Filter:
    """The filter that an address asks for; `today` is ISO."""
    return Filter(
        types=address.types,
        bodies=address.bodies,
        parties=address.parties,
        since=address.since,
        until=address.until,
        status=address.status.value if address.status else None,
        in_force_on=today if address.in_force else None,
    )


def facets(heads: Sequence[Document], address: Address, today: str) -> Facets:
    """Count what the filters offer."""

    def under(without: Address) -> list[Document]:
        return [head for head in heads if allows(without, head, today)]

    statuses = _counted(under(replace(address, status=None)), _statuses, ())
    kinds = _counted(under(replace(address, types=())), lambda head: (head.type.value,), address.types)
    order = list(DocumentType)
    return Facets(
        types=tuple(sorted(kinds, key=lambda count: order.index(DocumentType(count[0])))),
        bodies=_counted(under(replace(address, bodies=())), lambda head: head.bodies, address.bodies),
        parties=_counted(under(replace(address, parties=())), lambda head: head.party, address.parties),
        statuses=statuses,
        in_force=len(under(replace(address, in_force=True))),
        documents=len(under(address)),
    )


def allows(address: Address, head: Document, today: str) -> bool:
    """Whether a document passes the filters of an address (its paragraphs may still differ in status)."""
    return (
        (not address.types or head.type in address.types)
        and (not address.bodies or _meet(address.bodies, head.bodies))
        and (not address.parties or _meet(address.parties, head.party))
        and (not address.since or bool(head.date and head.date >= address.since))
        and (not address.until or bool(head.date and head.date <= address.until))
        and (not address.status or address.status in _statuses(head))
        and (not address.in_force or head.in_force(today) is True)
    )


def _statuses(head: Document) -> frozenset[str]:
    return frozenset(decision.status.value for decision in head.decisions)


def _meet(asked: Iterable[str], held: Iterable[str]) -> bool:
    return bool({value.casefold() for value in asked} & {value.casefold() for value in held})


def _counted(
    heads: Iterable[Document], values: Callable[[Document], Iterable[str]], chosen: Iterable[str]
) -> tuple[Count, ...]:
    """Values by how many documents have them, then by name; a chosen value stays on offer even if nothing has it."""
    counts = Counter(dict.fromkeys(chosen, 0))
    for head in heads:
        counts.update(set(values(head)))
    return tuple(sorted(counts.items(), key=lambda count: (-count[1], count[0].casefold())))
