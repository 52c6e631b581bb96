"""What an address of the page says: the tab, the question with its filters, the case, the source; and back again.

Every state of the page that is worth sending has one canonical address, `?q=…&typ=…`. Reading an address never
fails: a value that cannot be understood is left out.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from urllib.parse import parse_qs, urlencode

from corpus.decision import Status
from corpus.document import DocumentType

LONGEST_QUESTION = 2_000
"""Characters of a question that are kept: proxies refuse request lines beyond some 8 kB, and å takes six of them."""

MOST_FIELDS = 200
"""All types, bodies and parties chosen at once are some fifty; beyond this, nobody typed or clicked the address."""

ZOOMS = (100, 150, 200)
"""Per cent of the column's width that a page picture may take."""


class Tab(StrEnum):
    """The tabs; the values stand in addresses."""

    ASK = "fraga"
    SOURCE = "kalla"
    CASE = "arende"
    PRECEDENTS = "prejudikat"
    GOVERNING = "styrdokument"
    COLLECTION = "samlingen"


STATUSES = {"beslutat": Status.ADOPTED, "foreslaget": Status.PROPOSED}
"""How a status is spelled in an address."""


@dataclass(frozen=True, slots=True)
class Address:
    """One state of the page. `since` and `until` are ISO dates; pages and paragraphs count from 1.

    `state` narrows a list to what is, say, unanswered or in force; `show` chooses between a tab's lists;
    `responsible` and `year` narrow the measures of action plans.
    """

    tab: Tab = Tab.ASK
    question: str = ""
    types: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    status: Status | None = None
    in_force: bool = False
    more: bool = False
    case: str | None = None
    file: str | None = None
    page: int | None = None
    paragraph: int | None = None
    zoom: int = ZOOMS[0]
    state: str | None = None
    show: str | None = None
    responsible: str | None = None
    year: int | None = None

    @property
    def filtered(self) -> bool:
        """Whether it narrows what is searched."""
        narrowed = (self.types, self.bodies, self.parties, self.since, self.until, self.status, self.in_force)
        return any(narrowed)

    def query(self) -> str:
        """The canonical query string with its question mark: equal states have equal addresses."""
        return "?" + urlencode(list(_pairs(self)))


def parse(query: str) -> Address:
    """The state that a query string (with or without "?") asks for."""
    try:
        given = parse_qs(query.lstrip("?"), max_num_fields=MOST_FIELDS)
    except ValueError:
        return Address()

    def one(name: str) -> str | None:
        return given.get(name, [""])[-1].strip() or None

    case, file = one("arende"), one("kalla")
    zoom = number(one("zoom"))
    return Address(
        tab=_tab(one("flik"), case=case, file=file),
        question=(one("q") or "")[:LONGEST_QUESTION],
        types=tuple(sorted(set(given.get("typ", ())) & set(DocumentType))),
        bodies=_several(given.get("namnd", ())),
        parties=_several(given.get("parti", ())),
        since=iso_date(one("fran")),
        until=iso_date(one("till"), last=True),
        status=STATUSES.get(one("status") or ""),
        in_force=one("gallande") == "1",
        more=one("fler") == "1",
        case=case,
        file=file,
        page=number(one("sida")),
        paragraph=number(one("stycke")),
        zoom=zoom if zoom in ZOOMS else ZOOMS[0],
        state=one("lage"),
        show=one("visa"),
        responsible=one("ansvarig"),
        year=number(one("ar")),
    )


def number(text: str | None) -> int | None:
    """A whole number from 1, None for anything else."""
    return int(text) if text and re.fullmatch(r"[1-9]\d{0,6}", text, re.ASCII) else None


def iso_date(text: str | None, *, last: bool = False) -> str | None:
    """A date as people type it (2021, 2021-03, 2021-03-09) as ISO; `last` fills in the last day, not the first."""
    found = re.fullmatch(r"\s*([12]\d{3})(?:-(\d\d?)(?:-(\d\d?))?)?\s*", text or "", re.ASCII)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    month = month or (12 if last else 1)
    try:
        return date(year or 0, month, day or (monthrange(year or 0, month)[1] if last else 1)).isoformat()
    except ValueError:
        return None


def _several(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({value.strip() for value in values if value.strip()}))


def _tab(named: str | None, *, case: str | None, file: str | None) -> Tab:
    if named in set(Tab):
        return Tab(named)
    if file:
        return Tab.SOURCE
    return Tab.CASE if case else Tab.ASK


def _pairs(address: Address) -> Iterable[tuple[str, str | int]]:
    implied = _tab(None, case=address.case, file=address.file)
    if address.tab is not implied:
        yield "flik", address.tab.value
    if address.question:
        yield "q", address.question
    for name, values in (("typ", address.types), ("namnd", address.bodies), ("parti", address.parties)):
        for value in sorted(values):
            yield name, value
    singles: tuple[tuple[str, str | int | None], ...] = (
        ("fran", address.since),
        ("till", address.until),
        ("status", next((word for word, status in STATUSES.items() if status is address.status), None)),
        ("gallande", 1 if address.in_force else None),
        ("fler", 1 if address.more else None),
        ("arende", address.case),
        ("kalla", address.file),
        ("sida", address.page),
        ("stycke", address.paragraph),
        ("zoom", address.zoom if address.zoom != ZOOMS[0] else None),
        ("lage", address.state),
        ("visa", address.show),
        ("ansvarig", address.responsible),
        ("ar", address.year),
    )
    yield from ((name, value) for name, value in singles if value)
