"""Parts diarienummer from the words beside them: on a § line, on a line of their own, bare right after the § number."""

from __future__ import annotations

import re

from corpus import diarienummer

_DNR_LINE = re.compile(r"^(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer)\b", re.IGNORECASE)
_LABEL = r"\b(?:dnr|diarienr|diarienummer|ärendenummer|ärendenr)\b\s*[.:]?\s*"
_LABEL_LEFT = re.compile(rf"(?i){_LABEL}(?=[,;)\]|]|$)")
_LABEL_BEFORE = re.compile(rf"(?i){_LABEL}$")
_CODE = re.compile(
    r"(?:[\s.-]{1,3}(?:\d{3}|\d{1,2}(?:\.\d{1,2}){1,3})|[\s.-]{0,3}\d{1,2}(?:\.\d{1,2})*\.)(?=\s*$|\s+[A-ZÅÄÖ])"
)
"""The matter's code in the diarieplan after its number: "2011/KS 0206 001", "00123/2021 2.6.", "00123/20212.6."."""
_BARE = re.compile(r"\d{1,6}/(?:[01]\d|2\d|[89]\d)(?![\d/.-])(?!\s+(?:19|20)\d{2}\b)(?=\s|$)")
"""Serial and short year with neither label nor letters: "1379/22", not the day of "10/12 2024"."""


def dnr_line(text: str) -> bool:
    """Whether a line holds diarienummer and nothing else."""
    found = diarienummer.find(text)
    if any(one.labelled for one in found) and len(without_dnr(text)[0].split()) <= 3:
        return True
    covered = sum(one.end - one.start for one in found)
    return bool(found) and (
        covered >= 0.5 * len(text.strip()) or (len(text) < 70 and _DNR_LINE.match(text) is not None)
    )


def without_dnr(text: str) -> tuple[str, tuple[str, ...]]:
    """A § line's title and its diarienummer apart."""
    found = diarienummer.find(text)
    for one in reversed(found):
        before, after = text[: one.start], text[one.end :]
        code = _CODE.match(after)
        before = _LABEL_BEFORE.sub("", before) if one.labelled else before
        text = before + (after[code.end() :] if code else after)
    text = _LABEL_LEFT.sub("", text)
    return " ".join(text.replace("()", " ").split()).strip(" :,;|–-"), tuple(one.written for one in found)


def after_section(rest: str) -> tuple[str, tuple[str, ...]]:
    """What follows a § number, its title and its diarienummer apart; the latter may stand bare: "1379/22"."""
    bare = _BARE.match(rest)
    if bare is None:
        return without_dnr(rest)
    title, more = without_dnr(rest[bare.end() :])
    return title, (bare[0], *more)


def bare_number(text: str) -> str | None:
    """The diarienummer that a line under a § is, label and board left out: "1379/22", "2021-845"."""
    whole = diarienummer.whole(text.strip())
    return whole.written if whole else None
