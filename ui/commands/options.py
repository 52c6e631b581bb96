"""The options that several commands share, and the filter they make."""

from __future__ import annotations

import calendar
import datetime
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.decision import Status
from corpus.document import DocumentType
from corpus.errors import FilterError

if TYPE_CHECKING:
    from index.filters import Filter

HomeOption = Annotated[
    Path | None, typer.Option("--home", help="Mappen med katalog och index (annars $BESLUTSMINNE_HOME, annars ./data).")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Skriv JSON i stället för text.")]
MOST_HITS = 1000
TopOption = Annotated[int, typer.Option("--top", min=1, max=MOST_HITS, help="Så många träffar.")]
TypeOption = Annotated[list[str] | None, typer.Option("--type", help="Dokumenttyp, t.ex. protokoll; kan upprepas.")]
BodyOption = Annotated[list[str] | None, typer.Option("--body", help="Nämnd eller organ; kan upprepas.")]
PartyOption = Annotated[list[str] | None, typer.Option("--party", help="Partibeteckning, t.ex. V; kan upprepas.")]
SinceOption = Annotated[str | None, typer.Option("--since", help="Från och med: år, år-månad eller datum.")]
UntilOption = Annotated[str | None, typer.Option("--until", help="Till och med: år, år-månad eller datum.")]
StatusOption = Annotated[str | None, typer.Option("--status", help="proposed (föreslaget) eller adopted (beslutat).")]
DnrOption = Annotated[list[str] | None, typer.Option("--dnr", help="Diarienummer; kan upprepas.")]
InForceOption = Annotated[bool, typer.Option("--in-force", help="Bara styrdokument som gäller i dag.")]

PERIOD = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def filter_of(
    *,
    types: list[str] | None,
    bodies: list[str] | None,
    parties: list[str] | None,
    since: str | None,
    until: str | None,
    status: str | None,
    in_force: bool,
    dnr: list[str] | None,
) -> Filter:
    """The filter that the options ask for.

    Raises:
        FilterError: a type, status or date that does not exist; the message lists what does.
    """
    from index.filters import Filter

    known = [kind.value for kind in DocumentType]
    for name in types or ():
        if name not in known:
            raise FilterError(f"Dokumenttypen »{name}« finns inte.", hint=f"Ange någon av: {', '.join(known)}.")
    if status is not None and status not in tuple(Status):
        raise FilterError(f"Statusen »{status}« finns inte.", hint="Ange proposed eller adopted.")
    return Filter(
        types=tuple(types or ()),
        bodies=tuple(bodies or ()),
        parties=tuple(parties or ()),
        since=first_day(since) if since else None,
        until=last_day(until) if until else None,
        status=status,
        in_force_on=datetime.date.today().isoformat() if in_force else None,
        dnr=tuple(dnr or ()),
    )


def first_day(text: str) -> str:
    """The first day, ISO, of a year, a month or a day; raises FilterError."""
    year, month, day = _period(text)
    return _date(text, year, month or 1, day or 1).isoformat()


def last_day(text: str) -> str:
    """The last day, ISO, of a year, a month or a day; raises FilterError."""
    year, month, day = _period(text)
    if day:
        return _date(text, year, month or 12, day).isoformat()
    first = _date(text, year, month or 12, 1)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1]).isoformat()


def _period(text: str) -> tuple[int, int | None, int | None]:
    found = PERIOD.fullmatch(text.strip())
    if found is None:
        raise FilterError(f"»{text}« är inget datum.", hint="Skriv t.ex. 2021, 2021-03 eller 2021-03-15.")
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    return year, month, day


def _date(text: str, year: int, month: int, day: int) -> datetime.date:
    try:
        return datetime.date(year, month, day)
    except ValueError as error:
        raise FilterError(f"»{text}« finns inte i almanackan.", hint="Skriv t.ex. 2021-03-15.") from error
