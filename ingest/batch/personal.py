"""Personal identity numbers (personnummer, samordningsnummer) in papers: found, warned of, and masked if so set.

A number counts if its date exists and its check digit is right. Public papers do contain them; what a reader sees of a
masked document is masked everywhere, save on the picture of the page and in the kept PDF itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from personnummer.personnummer import valid

from corpus.document import Document

T = TypeVar("T")
CANDIDATE = re.compile(
    r"(?<![\d.,:/-])((?:18|19|20)?\d{6})([ \u00a0\u2009\u202f]?[-+\u2010-\u2013\u2212]?[ \u00a0\u2009\u202f]?)(\d{4})"
    r"(?![\d/]|[.,:-]\d)"
)
"""Six or eight digits, perhaps a sign (any of the hyphens that PDFs have), four digits; not within a longer number."""
MASK = "X"
NOT_WORDS = frozenset({"sha256", "file"})


def found_in(text: str) -> Iterator[tuple[int, int]]:
    """The half-open ranges of the numbers in a text."""
    for match in CANDIDATE.finditer(text):
        date, sign, rest = match.groups()
        if _is_number(date, sign, rest):
            yield match.span()


def masked(text: str) -> str:
    """The text with the digits of each number exchanged for X, of the same length."""
    for start, end in found_in(text):
        text = text[:start] + re.sub(r"\d", MASK, text[start:end]) + text[end:]
    return text


def finisher(*, mask: bool) -> Callable[[Document], Document]:
    """The batch's last word on a document: a warning where it has numbers, and their digits masked if so wished."""

    def finish(document: Document) -> Document:
        places = [paragraph.n for paragraph in document.paragraphs for _ in found_in(paragraph.text)]
        if not places:
            return masked_throughout(document) if mask else document
        document = masked_throughout(document) if mask else document
        return replace(document, warnings=(*document.warnings, _warning(places, mask=mask)))

    return finish


def masked_throughout(thing: T) -> T:
    """A dataclass with the numbers masked in every text it holds, at any depth; names of files are left as they are."""
    changed: T = _masked(thing)
    return changed


def _is_number(date: str, sign: str, rest: str) -> bool:
    mark = "+" if "+" in sign else "-"
    bare = not sign.strip("\u00a0\u2009\u202f ")
    if bare and len(date) == 6 and int(date[4:]) > 31:
        return False  # ten bare digits whose "day" is over 60 are telephone numbers more often than anything else
    return bool(valid(f"{date}{mark}{rest}"))


def _warning(places: list[int], *, mask: bool) -> str:
    paragraphs = ", ".join(map(str, dict.fromkeys(places)))
    what = f"{len(places)} personnummer" + (", maskerade" if mask else "")
    return f"Innehåller {what} (stycke {paragraphs})."


def _masked(value: Any) -> Any:
    if isinstance(value, str) and type(value) is str:
        return masked(value)
    if isinstance(value, tuple):
        return tuple(map(_masked, value))
    if is_dataclass(value) and not isinstance(value, type):
        values = {field.name: getattr(value, field.name) for field in fields(value) if field.name not in NOT_WORDS}
        new = {name: _masked(old) for name, old in values.items()}
        changes = {name: item for name, item in new.items() if item != values[name]}
        return replace(value, **changes) if changes else value
    return value
