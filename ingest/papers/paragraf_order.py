"""Which of the lines that may begin a § do, and under which number: by their order, their build and the contents list.

A § goes on after a page break under its own head once more; a head may bear another body's number, or the number of the
§ before, where a § was copied; and a § may stand where it was decided, out of order.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.paragraph import Kind, Paragraph
from ingest.papers.leads import Act, lead_of
from ingest.papers.matters import alike, matter_of, squeeze
from ingest.papers.paragraf_heads import head_of
from ingest.papers.paragraf_lines import LONGEST, Candidate, candidates, line_of
from ingest.papers.sections import Scene, Section, section_of

MOST_MISSING = 5
"""Numbers that may be missing between two §§ for one that stands elsewhere, or bears a wrong number, to fit in."""
SAME_SIZE = 0.6
"""Points by which two heads of §§ differ at most in size."""
SHORT = 90
"""Letters of the longest line that heads a section."""
ONE_MATTER = 0.8
"""How alike the matters of two titles are that tell of one §."""
SHORTEST_TITLE = 8
"""Letters of the shortest title by which a § is found in the contents list."""
_ENTRY = re.compile(
    r"^(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,4}\s+)?§\s*(?P<n>\d{1,4})[\s:.|–-]+(?P<title>\D.*?)[\s.…_|]*(?P<page>\d{1,4})?$"
)
_SETTLED_BEFORE = re.compile(
    r"\bomedelbart\s+justera|\bjustera\w*\s+omedelbart\b|\bomedelbar\s+justering\b|\bdirektjuster"
    r"|\b(?:separat|särskilt|eget)\s+protokoll\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A § that begins, "§ 12" under the number that is right; `note` says what was read otherwise than printed."""

    candidate: Candidate
    section: str
    note: str | None = None


def _of_one_board(found: Sequence[Candidate]) -> list[Candidate]:
    """Without the §§ under other boards' letters than the minutes' own, and without their own § named once more inside.

    The minutes' own letters are those of most §§, of as many the first: "Kf § 61", inside it "Au § 80" and "Ks § 133".
    """
    numbers: dict[str, set[int]] = {}
    for one in found:
        if one.letters and not one.row:
            numbers.setdefault(one.letters, set()).add(one.number)
    own = max(numbers, key=lambda letters: len(numbers[letters]), default="")
    kept: list[Candidate] = []
    for one in found:
        other = one.letters not in ("", own)
        again = bool(one.letters) and bool(kept) and (kept[-1].section, kept[-1].row) == (one.section, False)
        if not other and not (again and not one.title):
            kept.append(one)
    return kept


class _Minutes:
    """The paragraphs, and what each candidate has up to the next one: its title, its sections, who decides there."""

    def __init__(self, paragraphs: Sequence[Paragraph], found: Sequence[Candidate]) -> None:
        self.paragraphs = paragraphs
        ends = [*(one.index for one in found), len(paragraphs)][1:]
        self._until = {one.index: until for one, until in zip(found, ends, strict=True)}
        self._titles: dict[int, str] = {}

    def _within(self, one: Candidate) -> Sequence[Paragraph]:
        return self.paragraphs[one.index + 1 : self._until[one.index]]

    def title(self, one: Candidate) -> str:
        """The title of its head, empty if it has none."""
        if one.index not in self._titles:
            self._titles[one.index] = head_of(one, self.paragraphs, self._until[one.index]).title
        return self._titles[one.index]

    def untitled(self, one: Candidate) -> bool:
        """Whether text goes on below it instead of a title: a sentence or its end, or a point of a list."""
        below = self.paragraphs[one.index + 1] if one.index + 1 < len(self.paragraphs) else None
        if one.title or below is None:
            return False
        text = below.text.strip()
        return below.kind is Kind.LIST_ITEM or text[:1].islower() or text.endswith((".", ":"))

    def same_matter(self, first: Candidate, second: Candidate) -> bool:
        """Whether the titles may be of one §: one holds the other, they tell one matter, or either is missing."""
        a, b = self.title(first), self.title(second)
        return _holds(squeeze(a), squeeze(b)) or alike(matter_of(a), matter_of(b)) >= ONE_MATTER

    def sectioned(self, one: Candidate) -> bool:
        """Whether it has a section of its own: "Beslut", "Bakgrund"."""
        return any(_section(p) or _decides(p) for p in self._within(one))

    def settled(self, one: Candidate) -> bool:
        """Whether something is decided in it, or said to have been approved at once."""
        return any(_decides(p) or _SETTLED_BEFORE.search(p.text) for p in self._within(one))

    def deciders(self, one: Candidate) -> frozenset[str]:
        """The bodies that the headings of its decisions name."""
        sections = (_section(p) for p in self._within(one))
        return frozenset(name for s in sections if s and s.scene is Scene.DECISION for name in s.bodies)


def _holds(first: str, second: str) -> bool:
    return first in second or second in first


def _section(paragraph: Paragraph) -> Section | None:
    text = paragraph.text.strip()
    return section_of(text, None) if len(text) < SHORT and paragraph.kind is not Kind.LIST_ITEM else None


def _decides(paragraph: Paragraph) -> bool:
    if section := _section(paragraph):
        return section.scene is Scene.DECISION
    lead = lead_of(paragraph.text.strip(), None)
    return lead is not None and lead.act is Act.DECIDES


def _without_again(found: Sequence[Candidate], minutes: _Minutes) -> list[Candidate]:
    """Without the heads under which a § goes on after a page break: "§ 16 forts.", or its own head once more."""
    kept: list[Candidate] = []
    for one in found:
        before = next((k for k in reversed(kept) if not k.row and (k.weight >= 2 or k.section == one.section)), None)
        begun = before is not None and before.section == one.section and not one.row
        if before is None or not (begun and _again(before, one, minutes)):
            kept.append(one)
    return kept


def _again(before: Candidate, one: Candidate, minutes: _Minutes) -> bool:
    """Whether a head with the number of the § before it is that one's own once more, and no entry of a list."""
    if one.again or (minutes.untitled(one) and minutes.title(before)):
        return True
    return minutes.same_matter(before, one) and minutes.sectioned(before)


def _without_contents(found: Sequence[Candidate], minutes: _Minutes) -> list[Candidate]:
    """Of a § named twice, the one with the most after it begins it: the other stands in a table of contents.

    Two that follow each other and have titles and sections of their own are two §§ under one number.
    """
    kept: dict[str, list[tuple[tuple[bool, int], int]]] = {}
    for position, one in enumerate(found):
        after = found[position + 1].index if position + 1 < len(found) else one.index + 1000
        worth = (not one.row, after - one.index)
        before = kept.get(one.section)
        if before is None:
            kept[one.section] = [(worth, position)]
        elif _two(found[before[-1][1]], one, minutes, adjacent=before[-1][1] == position - 1):
            before.append((worth, position))
        elif worth > before[-1][0]:
            kept[one.section] = [(worth, position)]
    return [found[position] for position in sorted(p for group in kept.values() for _, p in group)]


def _two(first: Candidate, second: Candidate, minutes: _Minutes, *, adjacent: bool) -> bool:
    """Whether two heads of one number, one right after the other, begin two §§."""
    if not adjacent or first.row or second.row or minutes.same_matter(first, second):
        return False
    return minutes.settled(first) and minutes.settled(second) and _looks_like(second, [first], minutes)


def _cost(step: int) -> float:
    """What a jump in the numbers costs: extracts jump, but a line of another body's § jumps most."""
    return 0.0 if step == 1 else 0.5 if 0 <= step <= 5 else 2.0 if 5 < step <= 300 else 99.0


def _rising(found: Sequence[Candidate]) -> list[Candidate]:
    """The heaviest run of rising numbers: a lone § of another body, or of a law, falls out."""
    best: list[tuple[float, int]] = []
    for i, one in enumerate(found):
        score, back = one.weight, -1
        for j in range(i):
            joined = best[j][0] + one.weight - _cost(one.number - found[j].number)
            if joined > score:
                score, back = joined, j
        best.append((score, back))
    at = max(range(len(best)), key=lambda i: (best[i][0], -i), default=-1)
    chain: list[Candidate] = []
    while at >= 0:
        chain.append(found[at])
        at = best[at][1]
    return chain[::-1]


def _looks_like(one: Candidate, heads: Sequence[Candidate], minutes: _Minutes) -> bool:
    """Whether a line is set as the heads of the other §§ are: kind, bold, size, and a board's letters or none."""
    own = minutes.paragraphs[one.index]
    others = [minutes.paragraphs[head.index] for head in heads]
    same = [
        head.letters == one.letters
        and (other.kind is Kind.HEADING, other.bold) == (own.kind is Kind.HEADING, own.bold)
        and abs(other.size - own.size) < SAME_SIZE
        for head, other in zip(heads, others, strict=True)
    ]
    return sum(same) > 0.5 * len(same)


def _left_out(found: Sequence[Candidate], chain: Sequence[Candidate], minutes: _Minutes) -> list[Candidate]:
    """The heads that fell out of the run of numbers and yet begin a § of their own: they look as the others, have a
    title and a decision of their own, and another matter than the § they would belong to."""
    taken = {one.index for one in chain}
    others = [one for one in found if one.index not in taken and not one.row and _looks_like(one, chain, minutes)]
    own = [one for one in others if minutes.title(one) and minutes.settled(one)]
    deciders = frozenset(name for head in chain for name in minutes.deciders(head)) if own else frozenset()
    begun = []
    for one in own:
        before = next((head for head in reversed(chain) if head.index < one.index), None)
        decider = minutes.deciders(one)
        by_other = bool(decider and deciders) and not decider & deciders
        if not by_other and (before is None or not minutes.same_matter(before, one)):
            begun.append(one)
    return begun


class _Numbering:
    """Gives each § that begins its number: as printed, or where that is wrong by the contents list or the run of §§."""

    def __init__(self, heads: Sequence[Candidate], sure: Collection[int], contents: Sequence[tuple[int, str]]) -> None:
        self.heads = heads
        self.sure = sure  # the indices of heads whose numbers make the run
        self.numbers = {one.number for one in heads if one.index in sure}
        self.contents = contents

    def listed(self, title: str) -> int | None:
        """The number of a title in the contents list, where no other § bears it."""
        if len(squeeze(title)) < SHORTEST_TITLE:
            return None
        found = {number for number, listed in self.contents if _holds(listed, squeeze(title))}
        return next(iter(found)) if len(found) == 1 and not found & self.numbers else None

    def between(self, position: int) -> int | None:
        """The number of a head whose neighbours leave as many free as there are heads between them."""
        before = next((at for at in range(position - 1, -1, -1) if self.heads[at].index in self.sure), None)
        after = next((at for at in range(position + 1, len(self.heads)) if self.heads[at].index in self.sure), None)
        if before is None or after is None:
            return None
        free = [n for n in range(self.heads[before].number + 1, self.heads[after].number) if n not in self.numbers]
        return free[position - before - 1] if len(free) == after - before - 1 else None

    def room(self, position: int) -> bool:
        """Whether the run of §§ leaves a few numbers out where a head stands."""
        before = max((one.number for one in self.heads[:position] if one.index in self.sure), default=None)
        after = min((one.number for one in self.heads[position + 1 :] if one.index in self.sure), default=None)
        return before is not None and after is not None and 1 < after - before <= MOST_MISSING + 1


def _fills(number: int, numbers: Collection[int]) -> bool:
    """Whether a number is one of the few that a run of §§ leaves out."""
    below = max((n for n in numbers if n < number), default=None)
    above = min((n for n in numbers if n > number), default=None)
    missing = below is not None and above is not None and above - below <= MOST_MISSING + 1
    return number not in numbers and missing


def _entries(lines: Iterable[str], unused: Iterable[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    """The numbers and squeezed titles of a contents list: lines set apart from the text, heads with nothing below."""
    matches = (_ENTRY.match(" ".join(line.split())) for line in lines if len(line) < LONGEST)
    found = ((int(match["n"]), squeeze(match["title"])) for match in matches if match)
    return tuple((number, title) for number, title in (*found, *unused) if len(title) >= SHORTEST_TITLE)


def _twice(chain: Sequence[Candidate]) -> set[int]:
    """The indices of heads that bear the number of the head before them."""
    return {second.index for first, second in pairwise(chain) if first.section == second.section}


def chosen(paragraphs: Sequence[Paragraph], lines: Sequence[str] = ()) -> list[Chosen]:
    """The lines that begin a §, in order, each with its number; `lines` are those set apart from the text."""
    found = _of_one_board(candidates(paragraphs))
    found = _without_again(found, _Minutes(paragraphs, found))
    minutes = _Minutes(paragraphs, found)
    chain = _rising(_without_contents(found, minutes))
    left = _left_out(found, chain, minutes)
    heads = sorted((*chain, *left), key=lambda one: one.index)
    twice = _twice(chain)
    if not left and not twice:
        return [Chosen(one, one.section) for one in chain]
    run = [one for one in chain if one.index not in twice]
    numbers = {one.number for one in run}
    sure = {one.index for one in (*run, *(one for one in left if _fills(one.number, numbers)))}
    taken = {one.index for one in heads}
    unused = ((one.number, squeeze(minutes.title(one))) for one in found if one.index not in taken)
    above = (line_of(paragraph) for paragraph in paragraphs[: heads[0].index])
    numbering = _Numbering(heads, sure, _entries((*lines, *above), unused))
    return _numbered(numbering, minutes, twice)


def _numbered(numbering: _Numbering, minutes: _Minutes, twice: Collection[int]) -> list[Chosen]:
    """Each head with its number; without those that have none and are no § of these minutes."""
    out: list[Chosen] = []
    for position, one in enumerate(numbering.heads):
        if one.index in numbering.sure:
            out.append(Chosen(one, one.section))
            continue
        listed = numbering.listed(minutes.title(one))
        number = listed or numbering.between(position)
        if number is not None:
            why = "ärendelistan" if listed else "numren före och efter"
            out.append(Chosen(one, f"§ {number}", f"{one.section} läst som § {number}, efter {why}"))
        elif one.index in twice:
            out.append(Chosen(one, f"{one.section} (2)", f"{one.section} står två gånger, med olika ärenden"))
        elif one.letters or numbering.room(position):
            out.append(Chosen(one, one.section, f"{one.section} står utanför nummerföljden"))
    return out
