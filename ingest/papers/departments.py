"""Recognises the departments (förvaltning, kontor, sektor) that send a paper."""

from __future__ import annotations

import re
from functools import cache

from ingest.papers.tables import words


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    ends = "|".join(words("departments", "slut"))
    begins = "|".join(sorted(words("departments", "borjan"), key=len, reverse=True))
    listed = r"(?:[\wåäö]+-,?\s+)*(?:(?:och|samt|&)\s+)?"
    return (
        re.compile(rf"[A-ZÅÄÖ][\wåäö]*-,?\s+{listed}[\wåäö]*(?:{ends})|[A-ZÅÄÖ][\wåäö]*\s?(?:{ends})"),
        re.compile(rf"(?:{begins})\s+[\wåäöÅÄÖ-]+(?:(?:,|\s+och|\s+&|\s+samt)?\s+[\wåäö-]+){{0,4}}", re.IGNORECASE),
    )


def as_department(text: str) -> str | None:
    """The department that a short line is, None if it is something else."""
    line = text.strip(" :,.")
    if not 5 < len(line) <= 70 or line.lower() in words("departments", "inte"):
        return None
    by_end, by_start = _patterns()
    if by_end.fullmatch(line) or by_start.fullmatch(line):
        return line
    return None
