"""What action plans promise: each row of a table of measures, with who answers for it and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.document import Document, DocumentType
from corpus.paragraph import Kind, Paragraph

COLUMNS = {
    "measure": ("åtgärd", "insats", "aktivitet", "uppdrag", "vad ska"),
    "responsible": ("ansvar", "utförare", "vem"),
    "when": ("tid", "när", "klart", "klar ", "senast", "period", "start", "år"),
    "follow_up": ("uppfölj", "indikator", "mått", "utvärder"),
}
"""How the heads of such tables begin, whatever the case; the first column that fits has the role."""

ALWAYS = re.compile(r"löpande|fortlöpande|kontinuerlig|årlig|varje år|tills vidare|pågå", re.IGNORECASE)
"""A time that is no year: the measure goes on."""

PLANS = frozenset({DocumentType.HANDLINGSPLAN, DocumentType.PLAN, DocumentType.PROGRAM, DocumentType.STRATEGI})

_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\s*[-–—]\s*((?:19|20)?\d\d)(?!\d))?")


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure. `years` are those its time names; `always` that it goes on."""

    text: str
    responsible: str
    when: str
    follow_up: str
    file: str
    paragraph: int
    years: frozenset[int]
    always: bool

    @property
    def responsibles(self) -> tuple[str, ...]:
        """Each body or office that is named as responsible."""
        return tuple(part.strip() for part in re.split(r"[,;/]|\bsamt\b", self.responsible) if part.strip())

    def runs_in(self, year: int) -> bool:
        """Whether its time takes in `year`."""
        return self.always or year in self.years


def measures(document: Document) -> tuple[Measure, ...]:
    """The measures of one plan, in its order."""
    if document.type not in PLANS:
        return ()
    rows = (paragraph for paragraph in document.paragraphs if paragraph.kind is Kind.TABLE_ROW)
    return tuple(_read(document.file, rows))


def years_of(text: str) -> frozenset[int]:
    """The years that a time names: "2023–2026" names four, "kvartal 2 2024" one, "2023-24" two."""
    found: set[int] = set()
    for first, last in _YEARS.findall(text):
        end = int(last if len(last) == 4 else first[:2] + last) if last else int(first)
        # "2024-03" is March, not the years from 2024 to 2003
        found.update(range(int(first), end + 1) if end >= int(first) else (int(first),))
    return frozenset(found)


def _read(file: str, rows: Iterable[Paragraph]) -> Iterator[Measure]:
    for row in rows:
        role = _roles(row.columns)
        if "measure" not in role or not role.keys() & {"responsible", "when"} or len(row.cells) != len(row.columns):
            continue
        if row.cells == row.columns:
            continue
        cells = {name: row.cells[at].strip() for name, at in role.items()}
        if not cells["measure"]:
            continue
        when = cells.get("when", "")
        yield Measure(
            text=cells["measure"],
            responsible=cells.get("responsible", ""),
            when=when,
            follow_up=cells.get("follow_up", ""),
            file=file,
            paragraph=row.n,
            years=years_of(when),
            always=bool(ALWAYS.search(when)),
        )


def _roles(columns: tuple[str, ...]) -> dict[str, int]:
    """Which column has which role."""
    roles: dict[str, int] = {}
    for name, beginnings in COLUMNS.items():
        for at, head in enumerate(columns):
            if at not in roles.values() and head.casefold().strip().startswith(beginnings):
                roles[name] = at
                break
    return roles
