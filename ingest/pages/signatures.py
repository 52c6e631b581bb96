"""Who signed: names, with party or title, at the end of a paper; not lists of those present."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.paragraph import Kind
from ingest.pages.drafts import Draft
from ingest.pages.measures import Measures

_WORD = r"[A-ZÅÄÖÉ][a-zåäöéüA-ZÅÄÖ’'-]+\.?"
_NAME = rf"{_WORD}(?:\s(?:von|af|de|van|{_WORD})){{1,3}}"
NAME = re.compile(rf"^{_NAME}(?:\s?\([A-ZÅÄÖa-zåäö]{{1,5}}\))?(?:,\s[\w\s/&-]{{3,50}})?$")
_UNIT = re.compile(
    r"^[\w\s,-]*(?:förvaltning(?:en)?|kontor(?:et)?|enhet(?:en)?|avdelning(?:en)?|gruppen?)$", re.IGNORECASE
)
_TITLE = re.compile(r"^[A-ZÅÄÖa-zåäö][\w\s/&-]{1,48}$")
_ATTENDANCE = re.compile(
    r"närvar|beslutande|ledam[oö]|ersättare|tjänstgör|övriga|justera|deltag|plats|kallade|frånvar|val av|utses",
    re.IGNORECASE,
)
_SENT_TO = re.compile(r"skickas|expediera|expediering|sändlista|delges|kopia", re.IGNORECASE)
_OFFICER = re.compile(
    r"(?:(?:[ve]år\s+|er\s+)?(?:handläggare|kontaktperson|kontakt|referens|ref\.?)|föredragande|ansvarig|upprättad av"
    r"|utredare|projektledare|avsändare|mottagare|adressat|till|handlagt av)(?!\w)",
    re.IGNORECASE,
)
"""What stands before an officer's name, or that of who receives the paper, in a letterhead."""
_OFFICE = re.compile(
    r"(?:direktör|chef|sekreterare|strateg|utredare|handläggare|ledare|samordnare|controller|jurist|ekonom|ingenjör"
    r"|planerare|arkitekt|ordförande|inspektör|rektor|utvecklare|ansvarig|administratör|specialist)\b",
    re.IGNORECASE,
)
"""How an officer's title ends, or the word of it that tells one."""
NEAR = 1.35
"""Leadings within which a title or unit is set together with the name above or below it."""
LEAST_BEFORE = 3
"""Paragraphs before the first signature: names higher up are addressees and officers in a letterhead."""


def mark_signatures(drafts: Sequence[Draft], measures: Measures) -> list[Draft]:
    """The drafts with signatures marked, one for each name, with its title and unit."""
    out: list[Draft] = []
    heading = ""
    texts = 0
    for k, draft in enumerate(drafts):
        if draft.kind is Kind.HEADING:
            heading = draft.plain_text
        if draft.kind is Kind.PARAGRAPH and texts >= LEAST_BEFORE and not _ATTENDANCE.search(heading):
            named = NAME.match(draft.plain_text) and not _OFFICER.match(draft.plain_text)
            if named and _SENT_TO.search(heading):
                named = named if _ends_paper(drafts, k, measures) else None
            if named and _ends_something(drafts, k):
                out.append(_with_unit(draft, out, measures))
                continue
            owner = _owner(draft, out, measures)
            if owner is not None:
                out[owner] = replace(out[owner], lines=out[owner].lines + draft.lines)
                continue
        texts += draft.kind is not Kind.HEADING
        out.append(draft)
    return out


def _ends_something(drafts: Sequence[Draft], k: int) -> bool:
    """Whether what follows the name is another name, a short line, a heading, or the end: not running text."""
    below = drafts[k + 1 : k + 3]
    return all(draft.kind is not Kind.PARAGRAPH or len(draft.plain_text) <= 60 for draft in below[:1])


def _ends_paper(drafts: Sequence[Draft], k: int, measures: Measures) -> bool:
    """Whether the name below those who get the decision signs the paper: its title stands right below it, and nothing
    but such names and titles follows."""
    after = drafts[k + 1 :]
    if not all(NAME.match(draft.plain_text) or _OFFICE.search(draft.plain_text) for draft in after):
        return False
    below = (draft for draft in after[:3] if _OFFICE.search(draft.plain_text))
    return any(_below(drafts[k], title, measures) for title in below)


def _with_unit(draft: Draft, out: list[Draft], measures: Measures) -> Draft:
    """The signature, with the unit's name on the line above it if there is one."""
    signature = replace(draft, kind=Kind.SIGNATURE)
    if out and out[-1].kind is Kind.PARAGRAPH and len(out[-1].lines) == 1 and _UNIT.match(out[-1].plain_text):
        unit = out[-1]
        if _near(unit, draft, measures):
            out.pop()
            return replace(signature, lines=unit.lines + draft.lines)
    return signature


def _owner(draft: Draft, out: list[Draft], measures: Measures) -> int | None:
    """The signature right above `draft` whose title it is."""
    if len(draft.lines) > 2 or not _TITLE.match(draft.plain_text):
        return None
    for k in range(len(out) - 1, max(-1, len(out) - 4), -1):
        if out[k].kind is not Kind.SIGNATURE:
            return None
        if _below(out[k], draft, measures):
            return k
    return None


def _below(above: Draft, below: Draft, measures: Measures) -> bool:
    """Whether one stands right below the other, at the same left edge."""
    return abs(above.last.x0 - below.first.x0) < 1.5 * measures.body and _near(above, below, measures)


def _near(above: Draft, below: Draft, measures: Measures) -> bool:
    gap = below.first.base - above.last.base
    return above.last.page == below.first.page and 0 <= gap <= NEAR * measures.leading(below.first.size)
