"""The precedents as rows: what the CSV and the Word export are made of."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, fields

from search.answer import DemandPrecedents, Precedent
from ui.texts import Texts
from ui.web.badges import outcome_words

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula (OWASP, "CSV Injection"): such cells get an apostrophe in front."""


@dataclass(frozen=True, slots=True)
class Row:
    """One earlier demand and its outcome; the fields are the columns, in order."""

    demand: str
    demand_text: str
    rank: str
    earlier_text: str
    party: str
    opened: str
    case: str
    outcome: str
    status: str
    body: str
    date: str
    section: str
    decision_text: str
    reason: str
    earlier_citation: str
    decision_citation: str
    reason_citation: str


def rows(found: tuple[DemandPrecedents, ...], texts: Texts) -> tuple[Row, ...]:
    """One row for each precedent; a demand without any gets a row of its own."""
    return tuple(
        _row(one, rank, precedent, texts)
        for one in found
        for rank, precedent in enumerate(one.precedents or (None,), 1)
    )


def as_csv(found: tuple[DemandPrecedents, ...], texts: Texts) -> bytes:
    """The rows as Excel in Swedish opens them: semicolons, UTF-8 with a byte order mark."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    names = [field.name for field in fields(Row)]
    writer.writerow(texts(f"column.{name}") for name in names)
    for row in rows(found, texts):
        writer.writerow(_safe(getattr(row, name)) for name in names)
    return out.getvalue().encode("utf-8-sig")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _row(one: DemandPrecedents, rank: int, precedent: Precedent | None, texts: Texts) -> Row:
    outcome = precedent.outcome if precedent else None
    return Row(
        demand=str(one.n),
        demand_text=one.text,
        rank=str(rank) if precedent else "",
        earlier_text=precedent.demand_text if precedent else texts("precedents.none"),
        party=(precedent.party or "") if precedent else "",
        opened=(precedent.opened or "") if precedent else "",
        case=precedent.title if precedent else "",
        outcome=outcome_words(outcome.disposition, texts) if outcome else texts("outcome.none") if precedent else "",
        status=texts(f"status.{outcome.status}") if outcome else "",
        body=(outcome.body or "") if outcome else "",
        date=(outcome.date or "") if outcome else "",
        section=(outcome.section or "") if outcome else "",
        decision_text=outcome.text if outcome else "",
        reason=(outcome.reason_text or "") if outcome else "",
        earlier_citation=precedent.demand_citation if precedent else "",
        decision_citation=outcome.citation if outcome else "",
        reason_citation=(outcome.reason_citation or "") if outcome and outcome.reason_text else "",
    )
