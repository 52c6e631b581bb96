"""What one item answers: each disposition with what it is about ("att-sats 1 bifalls, i övrigt avslås motionen")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.decision import Decision, Disposition
from ingest.papers.adopted_answer import ANSWER_ADOPTED, adopts_answer
from ingest.papers.bodies import is_council
from ingest.papers.clauses import Clause, clauses_of
from ingest.papers.dispositions import Verb, adopts_proposal, limits, verbs_in
from ingest.papers.pointers import pointers_in
from ingest.papers.sent_on import is_sent_on
from ingest.papers.targets import Target, numbers_in_pointers, targets_of

_RANK = (
    Disposition.ATERREMITTERAS,
    Disposition.BORDLAGGS,
    Disposition.DELVIS_BIFALLS,
    Disposition.BIFALLS,
    Disposition.AVSLAS,
    Disposition.BESVARAS,
    Disposition.TILLSTYRKS,
    Disposition.AVSTYRKS,
    Disposition.ANTAS,
    Disposition.NOTERAS,
    Disposition.OVRIGT,
)
DECIDING = frozenset(_RANK[:6])
"""Dispositions that decide a demand, if only for the moment."""
_FOR = frozenset({Disposition.BIFALLS, Disposition.TILLSTYRKS, Disposition.DELVIS_BIFALLS})
_AGAINST = frozenset({Disposition.AVSLAS, Disposition.AVSTYRKS})


_STRUCK_OFF = re.compile(
    r"\b(?:avskriv|återkalla|återta[rgs])\w*|\b(?:dra(?:s|r|gits|git)|ta(?:r|git))\b[^.]{0,40}?\btillbaka\b",
    re.IGNORECASE,
)
"""A withdrawn motion is struck off: nothing is decided of what it asked, and nothing more will be."""


def ends(decision: Decision) -> bool:
    """Whether a decision ends what was asked, if only for the moment: decides it, or strikes the matter off."""
    struck_off = decision.disposition is Disposition.OVRIGT and _STRUCK_OFF.search(decision.text) is not None
    return decision.disposition in DECIDING or struck_off


@dataclass(frozen=True, slots=True)
class Answer:
    """One disposition and what it is about; `by_reference` when the item decides as another paper proposes."""

    disposition: Disposition
    target: Target
    by_reference: bool = False
    uncertain: tuple[str, ...] = ()


_CHANGES = re.compile(
    r"på\s+(?:så|det)\s+(?:sätt|vis)|i\s+så\s+måtto|delvis|så\s?till\s?vida|med\s+(?:begräns|undantag)", re.IGNORECASE
)
"""Words that limit a bifall and never only name what it is of, as "vad gäller" may."""


def _partial(clause: Clause, target: Target) -> bool:
    """Whether a bifall is limited by words that do not themselves name the demand."""
    match = limits(clause.after_verb)
    if match is None or target.but or target.but_wording:
        return False
    if not target.numbers:
        return not target.wording or _CHANGES.match(match[0]) is not None
    offset = len(clause.text) - len(clause.after_verb)
    return not any(
        p.numbers and offset + match.start() <= p.start <= offset + match.end() + 40 for p in clause.pointers
    )


def _composed(clauses: list[tuple[Clause, Target]]) -> list[tuple[Disposition, Target, Clause]]:
    """Dispositions with "tillstyrker att … avslås" turned into what the body says of the demand."""
    found: list[tuple[Disposition, Target, Clause]] = []
    matrix: Disposition | None = None
    for clause, target in clauses:
        disposition = clause.verb.disposition
        if matrix and disposition in (Disposition.BIFALLS, Disposition.AVSLAS, Disposition.DELVIS_BIFALLS):
            agrees = (disposition in _FOR) == (matrix is Disposition.TILLSTYRKS)
            disposition = Disposition.TILLSTYRKS if agrees else Disposition.AVSTYRKS
            if found and found[-1][0] is matrix and found[-1][2].verb is not clause.verb and found[-1][1].empty:
                found.pop()
        elif disposition in (Disposition.TILLSTYRKS, Disposition.AVSTYRKS):
            opens = re.match(r"\s+(?:till\s+)?att(?![\w-])", clause.after_verb)
            matrix = disposition if opens else None
            of_proposal = re.search(r"\bförslag\w*(?:\s+\w+){0,3}\s+(?:om\s+)?(?:att|till)\s*$", clause.after_verb)
            if of_proposal:
                found.append((disposition, Target(), clause))
                break
            if opens and not re.search(r"\bi\s+stället\b", clause.text):
                found.append((disposition, Target(), clause))
                continue
        found.append((disposition, target, clause))
    return found


def _merged(found: list[tuple[Disposition, Target, Clause]], *, council: bool) -> list[tuple[Disposition, Target]]:
    """One answer for each target; bifall and avslag of the same demand is a partial bifall."""
    groups: dict[Target, list[Disposition]] = {}
    for disposition, target, clause in found:
        if disposition is Disposition.BIFALLS and _partial(clause, target):
            disposition = Disposition.DELVIS_BIFALLS
        groups.setdefault(target, []).append(disposition)
    merged: dict[Disposition, list[Target]] = {}
    if any(disposition in DECIDING for found in groups.values() for disposition in found):
        groups = {t: d for t, d in groups.items() if not (t.empty and not set(d) & DECIDING)}
    for target, dispositions in groups.items():
        merged.setdefault(_one(dispositions, council=council), []).append(target)
    return [(disposition, _joined(targets)) for disposition, targets in merged.items()]


def _one(dispositions: Sequence[Disposition], *, council: bool) -> Disposition:
    kinds = set(dispositions)
    views = kinds & {Disposition.TILLSTYRKS, Disposition.AVSTYRKS}
    if views and not council:
        return min(views, key=_RANK.index)
    if kinds & {Disposition.BIFALLS, Disposition.DELVIS_BIFALLS} and Disposition.AVSLAS in kinds:
        return Disposition.DELVIS_BIFALLS
    return min(kinds, key=_RANK.index)


def _joined(targets: Sequence[Target]) -> Target:
    pointing = [t for t in targets if not t.empty] or [Target()]
    if len(pointing) == 1:
        return pointing[0]
    numbers = tuple(sorted({n for t in pointing for n in t.numbers}))
    return replace(max(pointing, key=lambda t: (t.rest, t.every)), numbers=numbers)


_DEALT_WITH = re.compile(r"\b(?:färdig|slut)behandla\w*", re.IGNORECASE)
_INTENT = re.compile(r"\b(?:intention|syfte|anda|andemening|grundtank|idé)\w*", re.IGNORECASE)


def _without_echoes(found: list[tuple[Disposition, Target, Clause]]) -> list[tuple[Disposition, Target, Clause]]:
    """Without what only says again that something is answered: "anses besvarad och lämnas utan vidare åtgärd",
    "att bifalla intentionerna, varmed motionen anses besvarad", "avslår motionen och förklarar den färdigbehandlad"."""
    answered = {target for disposition, target, _ in found if disposition is Disposition.BESVARAS}
    decided = {disposition for disposition, _, _ in found} & DECIDING - {Disposition.BESVARAS}

    def echoes(disposition: Disposition, target: Target, clause: Clause) -> bool:
        if disposition is Disposition.AVSLAS:
            return target in answered and _WITHOUT_ACTION.search(clause.said) is not None
        if disposition is Disposition.BESVARAS and decided:
            return target.every and _DEALT_WITH.search(clause.text) is not None
        return disposition is Disposition.BIFALLS and target in answered and _INTENT.search(clause.text) is not None

    return [one for one in found if not echoes(*one)]


LIMITED = "bifall med villkor eller ändring: läst som delvis bifall"
WITHOUT_ACTION = "lämnas utan åtgärd: läst som avslag"
_WITHOUT_ACTION = re.compile(r"\b(?:utan|ingen|inga|inte|ej|icke)\s+(?:\w+\s+){0,3}åtgärd", re.IGNORECASE)
_AS_ANSWER = re.compile(r"\bsvar\s+på\b", re.IGNORECASE)
"""A board's statement is sent "som svar på motionen": only the council answers it."""
_AGENDA = re.compile(r"\b(?:dagordning|föredragningslist|ärendelist)", re.IGNORECASE)
"""Where a § is about what the meeting shall deal with: "ärende 9, svar på motion om bad, utgår"."""
_OFF_AGENDA = re.compile(
    r"^(?:att\s+)?(?:ärende|motion|svar|medborgarförslag|punkt|frågan\b)[^.;]*?\b(?:utgår|utgå|utgick|stryks|struket)\b",
    re.IGNORECASE,
)
"""A matter taken off the agenda, be the rest of it adopted: nothing is decided in that matter."""
_OWN_PAPER = re.compile(
    r"\b(?:yttrande\w*|remissvar\w*|tjänste\w+|förslag\w*\s+till|svar(?:et)?\b|förvaltningens\s+\w+)", re.IGNORECASE
)


_PART_OF_IT = re.compile(
    r"\b(?:motionen|medborgarförslaget|det|den),?\s+(?:såvitt|i\s+(?:vad|den\s+del|de\s+delar)|till\s+den\s+del)\b"
    r"|\b(?:såvitt|i\s+(?:vad|den\s+del|de\s+delar))\s[^,;.]+?,?\s\w+\s+(?:motionen|medborgarförslaget)\b",
    re.IGNORECASE,
)
"""Where a part of the motion is sent on, it is that part: "motionen, såvitt den rör X, överlämnas till nämnden"."""
_AS_OPINION = re.compile(
    r"\b(?:så)?som\s+(?:sitt\s+|eget\s+|sin\s+)*(?:yttrande|remissvar|remissyttrande|svar|mening)\s+"
    r"(?:till\s+[\wåäö-]+\s+|över\s+\w+\s+)?(?=(?:till|av)styrk)",
    re.IGNORECASE,
)
"""What a view is given as: "såsom yttrande till kommunstyrelsen avstyrka motionen" is about the motion."""
_IN_PART = re.compile(
    r"^(?:att\s+)?(?:motionen\s+)?(?:delvis\s+bifall\w*(?:\s+motionen)?|bifall\w*\s+(?:motionen\s+)?delvis)"
    r",?\s+(?:genom|på\s+(?:så|det)\s+(?:sätt|vis)|såtillvida|så\s+tillvida)\s+att\s+",
    re.IGNORECASE,
)


_FOLLOWING = re.compile(
    r"^(?:att\s+)?(?:\w+\s+){0,4}?(?:avge|lämna)r?\s+följande\s+\w*(?:yttrande|svar)\s*:\s*", re.IGNORECASE
)


_CONDITION = re.compile(
    r",?\s*(?:under\s+förutsättning(?:\s+av)?|förutsatt|(?:på|under)\s+villkor(?:et)?|villkorat\s+av|med\s+förbehåll(?:\s+för)?)\s+att\s[^,.;]*",
    re.IGNORECASE,
)
"""What else must be decided for the item to hold: "under förutsättning att fullmäktige beslutar enligt förslaget"."""


def _said_by_part(text: str) -> str:
    """Without "motionen bifalls delvis genom att", "avge följande yttrande:" where what follows says what is meant."""
    opinion = _FOLLOWING.sub("", text)
    if opinion != text and verbs_in(opinion):
        return opinion
    rest = _IN_PART.sub("", text)
    said = re.split(r"\.\s", rest)[0]
    return rest if rest != text and any(verb.disposition in DECIDING for verb in verbs_in(said)) else text


@lru_cache(maxsize=4096)
def answers_in(text: str, *, body: str | None, states: bool = False, asked: bool = False) -> tuple[Answer, ...]:
    """What the words of one item answer. `body` decides or states; `states` for "Nämnden föreslår att …", `asked` where
    the title of the paper or § names a motion or the like."""
    text = _said_by_part(text)
    conditions = tuple(match.span() for match in _CONDITION.finditer(text))
    verbs = tuple(v for v in verbs_in(text) if not any(start <= v.start < end for start, end in conditions))
    if not is_council(body) and len(verbs) > 1:
        verbs = tuple(v for v in verbs if not _AS_ANSWER.search(text[v.start : v.end])) or verbs
    off_agenda = _OFF_AGENDA.match(text) and not any(verb.disposition in DECIDING for verb in verbs)
    if off_agenda and not any(_STRUCK_OFF.match(text[verb.start : verb.end]) for verb in verbs):
        return (Answer(Disposition.OVRIGT, Target()),)
    if not verbs:
        reference = bool(adopts_proposal(_CONDITION.sub("", text)))
        disposition = Disposition.OVRIGT
        return (Answer(disposition, _own_target_of(_CONDITION.sub("", text)), by_reference=reference),)
    if is_council(body) and adopts_answer(text, verbs, asked=asked):
        return (Answer(Disposition.BESVARAS, Target(every=True), uncertain=(ANSWER_ADOPTED,)),)
    clauses = targets_of(clauses_of(text, verbs))
    if states:
        statement = Verb(Disposition.TILLSTYRKS, 0, 0)
        clauses.insert(0, (Clause(statement, "", (), " att"), Target()))
    found = _composed(clauses)
    found = [f for f in found if f[2].text or not states]
    merged = _merged(_without_echoes(_without_openings(found)), council=is_council(body))
    return tuple(_answer(disposition, target, text, body) for disposition, target in merged)


def _without_openings(found: list[tuple[Disposition, Target, Clause]]) -> list[tuple[Disposition, Target, Clause]]:
    """Without the "tillstyrker att" whose clauses have said what is tillstyrkt."""
    said = [f for f in found if not f[1].empty]
    viewed = any(disposition in (Disposition.TILLSTYRKS, Disposition.AVSTYRKS) for disposition, _, _ in said)
    opened = any(f[1].empty and re.match(r"\s+(?:till\s+)?att(?![\w-])", f[2].after_verb) for f in found)
    return said if viewed and opened else found


def _own_target_of(text: str) -> Target:
    numbers = numbers_in_pointers(pointers_in(text))
    return Target(numbers=numbers)


def _answer(disposition: Disposition, target: Target, text: str, body: str | None) -> Answer:
    if disposition in (Disposition.TILLSTYRKS, Disposition.AVSTYRKS, Disposition.ANTAS, Disposition.NOTERAS):
        target = Target() if _AGENDA.search(text) else _stated_target(target, text)
    if disposition is Disposition.NOTERAS and is_sent_on(text):
        disposition = Disposition.OVRIGT
    struck_off = disposition is Disposition.OVRIGT and _STRUCK_OFF.search(text) is not None
    if disposition in (Disposition.OVRIGT, Disposition.NOTERAS) and not struck_off:
        part = target.wording if _PART_OF_IT.search(text) else ""
        target = Target(numbers=target.numbers, rest=target.noun_rest, wording=part)
    if is_council(body) and not target.empty and disposition in (Disposition.TILLSTYRKS, Disposition.AVSTYRKS):
        turned = Disposition.BIFALLS if disposition is Disposition.TILLSTYRKS else Disposition.AVSLAS
        return Answer(turned, target, uncertain=(f"fullmäktige {disposition.value}: läst som {turned.value}",))
    uncertain: tuple[str, ...] = ()
    if disposition is Disposition.DELVIS_BIFALLS and "avslå" not in text:
        uncertain = (LIMITED,)
    if disposition is Disposition.AVSLAS and _WITHOUT_ACTION.search(text):
        uncertain = (WITHOUT_ACTION,)
    return Answer(disposition, target, uncertain=uncertain)


def _stated_target(target: Target, text: str) -> Target:
    """A view on a demand names it; "i övrigt tillstyrks förvaltningens förslag" is about the officers' proposal."""
    if target.numbers or target.last or target.first:
        return target
    if _OWN_PAPER.search(_AS_OPINION.sub("", text)):
        return Target()
    named = re.search(
        r"\b(?:motion|medborgarförslag|yrkande|att-sats|övriga\s+(?:förslag|punkter|krav)|de[nt](?:samma)?\s+i\s+övrig)",
        text,
        re.IGNORECASE,
    )
    return target if named else Target()
