"""What the catalogue covers, counted: documents by type, body and year, unread pages, first and last date."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

from corpus.stored import Counts

Rows = Callable[[str], list[tuple[Any, ...]]]


def counts(rows: Rows, generation: int) -> Counts:
    """Count with `rows`, which answers a query from one state of the catalogue."""
    documents = rows("select type, bodies, date, pages, unread_pages, paragraphs from documents")
    dates = sorted(row[2] for row in documents if row[2])
    bodies = Counter(body for row in documents for body in json.loads(row[1]))
    return Counts(
        generation=generation,
        documents=len(documents),
        failed=_number(rows, "select count(*) from files join failures using (sha256)"),
        pages=sum(row[3] for row in documents),
        unread_pages=sum(row[4] for row in documents),
        paragraphs=sum(row[5] for row in documents),
        passages=_number(rows, "select count(*) from passages"),
        cases=_number(rows, "select count(*) from cases"),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        types=_most_first(Counter(row[0] for row in documents)),
        bodies=_most_first(bodies),
        years=tuple(sorted(Counter(date[:4] for date in dates).items())),
    )


def _number(rows: Rows, sql: str) -> int:
    return int(rows(sql)[0][0])


def _most_first(counter: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])))
