"""What stands in columns at a letter's head: cells of a label and its value side by side, each a paragraph of its own.

"Datum | Diarienummer | Handläggare | Mottagare" above their values are read column by column, not row by row: there a
name of two lines would be parted by its neighbour's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.pages.rows import text_of
from ingest.pages.words import Word

KEY = re.compile(
    r"(?:(?:(?:vårt|ert)\s|vårt|ert|besluts|dokument)?datum|(?:vårt\s|ert\s)?(?:diarienummer|diarienr\.?|dnr\.?|diarie-?id)"
    r"|(?:vår|er)?\s?beteckning|ärende(?:nummer|nr\.?|-?id))",
    re.IGNORECASE,
)
"""A label of the day or the number: what tells a letter's head from another list of labels."""
RECEIVER = re.compile(r"mottagare|adressat", re.IGNORECASE)
LABEL = re.compile(
    rf"(?:{KEY.pattern}|(?:vår\s|er\s)?(?:handläggare|referens)|{RECEIVER.pattern}|avsändare|kontakt(?:person)?"
    r"|(?:er|vår)\skontakt|till|från|sida?(?:nr)?|e-?post(?:adress)?|telefon(?:nummer)?|direkttelefon|tjänsteställe"
    r"|förvaltning|enhet|avdelning|kontor|instans|beslutsinstans|nämnd)",
    re.IGNORECASE,
)
"""What a cell of a letter's head is called."""
_FIRST_WORDS = (
    "datum vårt ert vårtdatum ertdatum beslutsdatum dokumentdatum diarienummer diarienr dnr diarieid diarie-id vår er "
    "beteckning vårbeteckning erbeteckning ärendenummer ärendenr ärendeid ärende-id mottagare adressat"
)
FIRST_WORDS = frozenset(
    spelled + sign
    for word in re.split(" ", _FIRST_WORDS)
    for spelled in (word, word.capitalize(), word.upper())
    for sign in ("", ":", ".", ".:")
)
"""The words that a label of `KEY` or `RECEIVER` begins with, as they are written."""
POSTAL = re.compile(r"(?:SE?-\s?)?\d{3}\s?\d{2}\s+[A-ZÅÄÖ][\wåäöÅÄÖ -]+")
"""A postal code and its town: the receiver's address."""
_OPEN = re.compile(r"(?:[,–-]|\b(?:och|samt|för))$")
_NUMBERED = re.compile(r"\s+(?:\S+\s+)?\S*\d")
"""A day or number after its label, a word or board's letters before it: not "Datum för anslagets nedtagande"."""
_BOARD = re.compile(r"\s[A-ZÅÄÖ]{2,5}$")
"""A board's letters whose number stands on the next line."""


@dataclass(frozen=True, slots=True)
class LetterHead:
    """The cells in reading order, column by column: each the lines of one paragraph, each line its words."""

    cells: tuple[tuple[tuple[Word, ...], ...], ...]


def is_label(words: Sequence[Word]) -> bool:
    """Whether the words are a label and nothing else."""
    return LABEL.fullmatch(text_of(words).rstrip(" :")) is not None


def label_of(words: Sequence[Word]) -> str:
    """The label that the words begin with, "" if none: alone, before ":" or a number ("Datum 2022-10-20")."""
    text = text_of(words)
    match = LABEL.match(text)
    if match is None:
        return ""
    after = text[match.end() :]
    alone = not after.strip(" :") or after.lstrip().startswith(":")
    return match[0] if alone or (KEY.fullmatch(match[0]) and _NUMBERED.match(after)) else ""


def is_labelled_number(words: Sequence[Word]) -> bool:
    """Whether the words begin with the label of the paper's number or day, and give it."""
    label = label_of(words)
    return bool(label) and KEY.fullmatch(label) is not None and any(char.isdigit() for char in text_of(words))


def cells_of_column(lines: Sequence[Sequence[Word]], *, labelled: bool) -> list[tuple[tuple[Word, ...], ...]]:
    """The paragraphs of one column: all its lines where its label stands over them (`labelled`); else each line its
    own, but what a line leaves open ("Ylva Hedmark," / "stadsträdgårdsmästare") or a label alone goes on."""
    cells: list[list[tuple[Word, ...]]] = []
    for line in lines:
        if cells and (labelled or (not label_of(line) and _goes_on(cells[-1][-1], line))):
            cells[-1].append(tuple(line))
        else:
            cells.append([tuple(line)])
    return [tuple(cell) for cell in cells]


def _goes_on(above: Sequence[Word], below: Sequence[Word]) -> bool:
    """Whether a line carries the one above it on."""
    start = below[0].text[:1]
    if _OPEN.search(text_of(above)) or (_BOARD.search(text_of(above)) and start.isdigit()):
        return True
    return start.islower() and "@" not in text_of(below)
