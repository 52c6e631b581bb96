"""Finds the bodies (fullmäktige, styrelse, nämnder, utskott) that a text names, in their nominative form.

"kommunstyrelsens", "KS" and "Kommunstyrelse" are all `Kommunstyrelsen`; "nämnden" alone is whichever board is speaking.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from ingest.papers.phrases import phrase_pattern
from ingest.papers.tables import mapping, words

NO_NAMES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Mention:
    """A body named in a text: its nominative name ("Kommunstyrelsen") and its half-open span.

    `generic` is true for "nämnden", "utskottet" or "styrelsen" alone; `name` is then that word.
    """

    name: str
    start: int
    end: int
    generic: bool = False


def _either(some: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(word) for word in some), key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    hyphened = r"(?:[a-zåäö]+-,\s+){0,4}[a-zåäö]+-\s+(?:och|samt|&)\s+"
    loose = rf"(?:(?:{_either(words('bodies', 'utan_bindestreck'))})-?,?\s+){{1,4}}(?:och|samt|&)\s+"
    apart = rf"(?:{_either(words('bodies', 'sarskrivna'))})\s+"
    purpose = r"\s+för\s+[a-zåäö-]+(?:(?:,\s+[a-zåäö-]+)*\s+(?:och|samt)\s+[a-zåäö-]+)?"
    board = rf"(?:{hyphened}|{loose}|{apart})?[a-zåäö]*nämnd(?:en)?(?:s|(?<=\bnämnden){purpose})?"
    council = rf"(?:{_either(words('bodies', 'fullmaktige'))})s?"
    executive = rf"(?:{_either(words('bodies', 'styrelser'))})(?:n)?(?:s)?|styrelsen(?:s)?"
    committee = rf"(?:{hyphened}|{loose}|{apart})?[a-zåäö]*utskott(?:et)?(?:s|(?<=\butskottet){purpose})?"
    others = (*words("bodies", "beredningar"), *words("bodies", "rad"), "förbundsdirektion", "direktion", "presidium")
    preparing = rf"(?:{_either(others)})(?:en|et)?s?"
    whole = rf"(?:{board}|{council}|{executive}|{committee}|{preparing})"
    return re.compile(rf"(?<![\wåäö-]){whole}(?![\wåäö-])", re.IGNORECASE)


@cache
def _abbreviation(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w/.-])({_either(names)})(?::s)?(?![\w])(?!\s?[-/.:]?\s?\d{{2,4}}\s?[-/:.]\s?\d+(?!\d*-\d\d\b))(?!\s?[-/]\s?\d)"
    )


def _first_upper(name: str) -> str:
    return name[:1].upper() + name[1:]


def _definite(word: str) -> str:
    """The nominative definite form of one body's name, without an owner."""
    word = " ".join(word.replace("&", "och").split()).lower()
    match = re.fullmatch(r"(.*?nämnd)(?:en)?s?", word)
    if match:
        return match[1] + "en"
    for ending, pattern in (
        ("fullmäktige", r"(.*fullmäktige)s?"),
        ("en", r"(.*direktion|.*beredning)(?:en)?s?"),
        ("n", r"(.*styrelse)(?:n)?s?"),
        ("et", r"(.*utskott|.*råd)(?:et)?s?"),
        ("presidiet", r"(.*)presidi(?:um|et)s?"),
    ):
        if match := re.fullmatch(pattern, word):
            return match[1] if ending == "fullmäktige" else match[1] + ending
    return word


def _named(text: str) -> str:
    name = _definite(text) if " för " not in text.lower() else " ".join(text.split()).lower()
    if name in ("fullmäktige", "stadsfullmäktige"):
        name = "kommunfullmäktige" if name == "fullmäktige" else name
    return _first_upper(name)


GENERIC = frozenset({"Nämnden", "Utskottet", "Styrelsen"})


def _is_body(text: str) -> bool:
    word = text.lower()
    if any(other in word for other in words("bodies", "ej_organ")):
        return False
    bare = re.search(r"(nämnd|utskott)s?$", word)
    return not (bare and word.rstrip("s") in ("nämnd", "utskott"))


@cache
def abbreviations_defined(text: str) -> Mapping[str, str]:
    """A paper's own abbreviations: "barn- och ungdomsnämnden (BUN)" → {"BUN": "Barn- och ungdomsnämnden"}."""
    own: dict[str, str] = {}
    for match in _pattern().finditer(text):
        after = re.match(r"\s*\(([A-ZÅÄÖ]{2,6})\)", text[match.end() :])
        if after and _is_body(match[0]):
            own[after[1]] = _named(match[0])
    return own


def _indefinite(committee: str) -> str:
    """After a genitive the form is indefinite: "kommunstyrelsens arbetsutskott"."""
    word = committee.lower()
    return (
        word.replace("presidiet", "presidium")
        if "presidi" in word
        else re.sub(r"(utskott|beredning)(et|en)$", r"\1", word)
    )


def _with_owner(found: list[Mention], text: str) -> list[Mention]:
    """Join "kommunstyrelsens arbetsutskott" into one body."""
    joined: list[Mention] = []
    for mention in found:
        before = joined[-1] if joined else None
        gap = text[before.end : mention.start] if before else "-"
        committee = re.search(r"(utskottet|beredningen|presidiet)$", mention.name)
        if before and committee and gap.strip() == "" and text[before.start : before.end].lower().endswith("s"):
            joined[-1] = Mention(f"{before.name}s {_indefinite(mention.name)}", before.start, mention.end)
        else:
            joined.append(mention)
    return joined


def mentions(text: str, *, own_names: Mapping[str, str] = NO_NAMES) -> tuple[Mention, ...]:
    """Every body that `text` names, in order; `own_names` are the paper's own abbreviations."""
    found = []
    for match in _pattern().finditer(text):
        if _is_body(match[0]):
            name = _named(match[0])
            found.append(Mention(name, match.start(), match.end(), name in GENERIC))
    table = {**mapping("bodies", "forkortningar"), **own_names}
    for match in _abbreviation(tuple(table)).finditer(text):
        if not any(m.start < match.end() and match.start() < m.end for m in found):
            found.append(Mention(_first_upper(table[match[1]]), match.start(), match.end()))
    found.sort(key=lambda m: m.start)
    return tuple(_with_owner(found, text))


def bodies_in(text: str, *, own: str | None = None, own_names: Mapping[str, str] = NO_NAMES) -> tuple[str, ...]:
    """The bodies of `text` in nominative, in order, each once; "nämnden" alone becomes `own` where that is given."""
    names: dict[str, None] = {}
    for mention in mentions(text, own_names=own_names):
        name = resolve(mention, own)
        if name:
            names.setdefault(name)
    return tuple(names)


def resolve(mention: Mention, own: str | None) -> str | None:
    """The body a mention stands for: `own` for "nämnden" alone if `own` is a nämnd, None if that cannot be told."""
    if not mention.generic:
        return mention.name
    kind = mention.name.lower().rstrip("etn")
    if own and kind in own.lower():
        return own
    return None


@cache
def _before_receiver() -> re.Pattern[str]:
    before = sorted(words("bodies", "fore_mottagare"), key=len, reverse=True)
    return re.compile(rf"^(?:{'|'.join(map(phrase_pattern, before))}):?\s+", re.IGNORECASE)


def as_body(text: str, *, own_names: Mapping[str, str] = NO_NAMES) -> str | None:
    """The body that `text` as a whole is ("Kommunstyrelsen", "Mottagare: Kommunfullmäktige"), None if it is more."""
    bare = re.sub(r"[\s:,.]+$", "", _before_receiver().sub("", text.strip()))
    found = mentions(bare, own_names=own_names)
    if len(found) == 1 and not found[0].generic and found[0].start == 0 and found[0].end == len(bare):
        return found[0].name
    return None


def is_council(body: str | None) -> bool:
    """Whether it is the elected assembly, which decides on motions."""
    return bool(body) and str(body).lower().endswith("fullmäktige")


def same_body(first: str | None, second: str | None) -> bool:
    """Whether two names are one body, whatever the case, genitive or definite form."""
    if not first or not second:
        return False
    return (
        as_body(first) == as_body(second) if as_body(first) else first.lower().rstrip("s") == second.lower().rstrip("s")
    )
