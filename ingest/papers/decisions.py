"""Which decisions a paper holds: each item with its disposition, its body, its status and the demands it answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.decision import Decision, Demand, Disposition, Status
from corpus.document import DocumentType, Part
from corpus.paragraph import Kind, Paragraph
from corpus.petition import PETITION, RESIDENTS
from ingest.papers.adopted_answer import ANSWER_ADOPTED, is_unsaid
from ingest.papers.answers import DECIDING, answers_in
from ingest.papers.apportion import Said, apportioned, closes, only_closes
from ingest.papers.bare_predicate import as_proposed, is_bare
from ingest.papers.chair_finds import chair_finds
from ingest.papers.concluded import concluded
from ingest.papers.dispositions import told_reason
from ingest.papers.genre import moved_by_members
from ingest.papers.granted import BY_ITS_WORDS, granted
from ingest.papers.item_body import ASSUMED_BODY, ASSUMED_COUNCIL, ONWARD
from ingest.papers.items import items_of
from ingest.papers.leads import Act, lead_of
from ingest.papers.left_to_council import left_to_council
from ingest.papers.misheaded import own_despite_heading
from ingest.papers.new_petitions import UNANSWERED, drawn_back, hands_in, sends_on
from ingest.papers.retold import Voice, is_retold, marked, recounted
from ingest.papers.spoken import opens
from ingest.papers.targets import RESOLVING, Target
from ingest.papers.told_views import told_views
from ingest.papers.walk_state import Item
from ingest.papers.wording import content, holds

_ASKS = frozenset({DocumentType.MOTION, DocumentType.MEDBORGARFORSLAG, DocumentType.INTERPELLATION})
"""Papers whose points are demands, never decisions."""
_SPOKEN_ANYWHERE = frozenset({DocumentType.MOTIONSSVAR, DocumentType.TJANSTESKRIVELSE, DocumentType.PROTOKOLL})
"""Papers that may hold their decision under no heading of its own: "Fullmäktige biföll motionen"."""
TITLE_SHARE = 0.8
"""The least share of the words after "motionen om" that the title holds where they only name the matter."""
_TITLED = re.compile(
    r"\b(?:motion|medborgarförslag)(?:en|et)?\s+(?:\([^)]*\)\s+)?(?:om|angående|avseende|beträffande|gällande|rörande)\s",
    re.IGNORECASE,
)
BY_REFERENCE = "beslutar enligt ett förslag som återges på annan plats"


def _about_petition(paragraphs: Sequence[Paragraph], part: Part) -> bool:
    title = part.title or ""
    return PETITION.search(title) is not None or any(PETITION.search(p.text) for p in paragraphs)


def _decisions(item: Item, part: Part) -> Iterator[Decision]:
    asked = PETITION.search(part.title or "") is not None
    for answer in answers_in(item.words, body=item.body, states=item.states, asked=asked):
        uncertain = (*item.uncertain, *answer.uncertain)
        follows = asked and as_proposed(item.words) and RESIDENTS.search(part.title or "") is None
        if follows or (answer.disposition is Disposition.OVRIGT and answer.by_reference):
            uncertain = (*uncertain, BY_REFERENCE)
        yield Decision(
            body=item.body,
            section=part.section,
            item=item.number,
            status=Status.ADOPTED if item.adopts else Status.PROPOSED,
            disposition=answer.disposition,
            text=item.text,
            paragraph=item.paragraph.n,
            date=item.date or part.date,
            title=part.title,
            dnr=part.dnr,
            reason=told_reason(item.words),
            uncertain=uncertain,
        )


def decisions_of(
    paragraphs: Sequence[Paragraph], part: Part, *, demands: Sequence[Demand] = (), addressed: Sequence[str] = ()
) -> tuple[Decision, ...]:
    """The items of one paper or § (`paragraphs` of the whole document), in order.

    `addressed` are the bodies that a letter is sent to: the first decides what is proposed without naming a body.
    `demands` are those that the paper itself repeats; `ingest.papers.resolve` knows the case's others.
    """
    if part.kind in _ASKS:
        return ()
    own = paragraphs[part.first - 1 : part.last]
    if part.kind is DocumentType.OVRIGT and moved_by_members(part.title or "", own):
        return ()
    about = _about_petition(own, part)
    body = part.body or (addressed[0] if addressed and part.kind is not DocumentType.PROTOKOLL else None)
    items = items_of(own, replace(part, body=body), about_petition=about)
    if all(item.voice in (Voice.TOLD, Voice.OTHERS) for item in items) and part.kind in _SPOKEN_ANYWHERE:
        items = items_of(own, replace(part, body=body), about_petition=about, anywhere=about, old=True)
    items = left_to_council(own_despite_heading(items, own, part), own, part)
    items = items or (concluded(own, part, body) if about else [])
    if about and items:
        items = sorted((*items, *told_views(own, part)), key=lambda item: item.paragraph.n)
    handed_in = hands_in(part, own)
    if about and (handed_in or not any(item.adopts for item in items)):
        items += drawn_back(own, part, {item.paragraph.n for item in items})
        items.sort(key=lambda item: item.paragraph.n)
    if about and not handed_in and all(item.voice in (Voice.TOLD, Voice.OTHERS) for item in items):
        items = [*items, *chair_finds(own, part)]
    found = _without_retold([(item, decision) for item in items for decision in _decisions(item, part)])
    if handed_in:
        return tuple(_unanswering(decision) for decision in found)
    if found and all(map(is_unsaid, found)):
        found = _as_concluded(found, [one for item in concluded(own, part, body) for one in _decisions(item, part)])
    return answered(found, demands, about_petition=about)


def _unanswering(decision: Decision) -> Decision:
    """The decision of a § that only hands motions in: "motionerna får ställas" grants nothing that they ask."""
    if decision.disposition not in DECIDING or not sends_on(decision.text):
        return decision
    return replace(decision, disposition=Disposition.OVRIGT, uncertain=(*decision.uncertain, UNANSWERED))


def _as_concluded(approved: Sequence[Decision], said: Sequence[Decision]) -> tuple[Decision, ...]:
    """What a letter proposes that only has its own answer approved: as the answer concludes."""
    if len(said) != 1:
        return tuple(approved)
    (one,) = said
    return tuple(
        replace(decision, disposition=one.disposition, uncertain=(*decision.uncertain, *one.uncertain))
        for decision in approved
    )


def _without_announcements(found: Sequence[tuple[Item, Decision]]) -> list[tuple[Item, Decision]]:
    """Without a sentence that only says whose proposal won, where what was decided is listed after it by the same body:
    "Efter votering beslutar kommunstyrelsen enligt utskottets förslag" above "Kommunstyrelsens förslag"."""

    def listed_after(index: int) -> bool:
        said, announced = found[index]
        return any(
            item.number == 1
            and item.paragraph.n > said.paragraph.n
            and BY_REFERENCE not in decision.uncertain
            and (item.voice, decision.date) == (said.voice, announced.date)
            for item, decision in found[index + 1 :]
        )

    return [
        one
        for index, one in enumerate(found)
        if BY_REFERENCE not in one[1].uncertain or one[0].paragraph.kind is Kind.LIST_ITEM or not listed_after(index)
    ]


def _without_retold(found: Sequence[tuple[Item, Decision]]) -> tuple[Decision, ...]:
    """The decisions without recounted proposals; those are marked and kept where one decides by reference to them
    or approves an answer."""
    found = _without_announcements(found)
    retold = recounted([(item.voice, decision.body) for item, decision in found])
    wanted = any(
        BY_REFERENCE in decision.uncertain or is_unsaid(decision)
        for (_, decision), told in zip(found, retold, strict=True)
        if not told
    )
    return tuple(
        marked(decision, item.proposer, item.voice) if told else decision
        for (item, decision), told in zip(found, retold, strict=True)
        if wanted or not told
    )


def answered(
    decisions: Sequence[Decision], demands: Sequence[Demand], *, about_petition: bool = True
) -> tuple[Decision, ...]:
    """The decisions with the numbers of the demands that they answer, read again from their words.

    Items under one heading are read together: "övriga yrkanden" are those that the other items do not answer.
    """
    if not about_petition:
        return tuple(decisions)
    texts = [demand.text for demand in demands]
    groups: dict[tuple[object, ...], list[int]] = {}
    for index, decision in enumerate(decisions):
        if UNANSWERED in decision.uncertain:
            continue
        assumed = {ASSUMED_BODY, ASSUMED_COUNCIL} & set(decision.uncertain)
        body = None if assumed else decision.body
        onward = ONWARD in decision.uncertain
        groups.setdefault((decision.section, body, onward, decision.status, is_retold(decision)), []).append(index)
    result = list(decisions)
    for indices in groups.values():
        for index, new in _answered_group([decisions[i] for i in indices], texts):
            result[indices[index]] = new
    return tuple(result)


def _answered_group(group: Sequence[Decision], texts: Sequence[str]) -> Iterator[tuple[int, Decision]]:
    group = [_as_said(decision) for decision in group]
    said = [_said(one, group, i) for i, one in enumerate(group)]
    settled = any(one.disposition in DECIDING for one in said)
    answered_else = any(one.disposition in DECIDING and not is_unsaid(of) for one, of in zip(said, group, strict=True))
    for index, (numbers, uncertain) in enumerate(apportioned(said, texts)):
        decision = group[index]
        if answered_else and is_unsaid(decision):
            yield (
                index,
                replace(
                    decision, disposition=Disposition.ANTAS, demands=(), uncertain=_without(decision, ANSWER_ADOPTED)
                ),
            )
            continue
        closing = only_closes(index, said, texts, numbers)
        kept = tuple(note for note in decision.uncertain if not RESOLVING.match(note))
        own_words = granted(decision, texts) if not (numbers or settled) else None
        if own_words:
            yield (
                index,
                replace(
                    decision,
                    disposition=Disposition.BIFALLS,
                    demands=(own_words,),
                    uncertain=(*kept, BY_ITS_WORDS),
                ),
            )
            continue
        yield (
            index,
            replace(
                decision,
                disposition=Disposition.OVRIGT if closing else said[index].disposition,
                demands=numbers,
                uncertain=(*kept, *uncertain),
            ),
        )


def _as_said(decision: Decision) -> Decision:
    """The decision as its words alone have it, whatever demand it was found to grant before."""
    if BY_ITS_WORDS not in decision.uncertain:
        return decision
    return replace(decision, disposition=Disposition.OVRIGT, demands=(), uncertain=_without(decision, BY_ITS_WORDS))


def _without(decision: Decision, note: str) -> tuple[str, ...]:
    return tuple(one for one in decision.uncertain if one != note)


def _said(decision: Decision, group: Sequence[Decision], index: int) -> Said:
    """What one decision says: its words are read again; the nth decision of an item has the item's nth answer.

    One that only closed the matter, as the papers read before it had it, answers again what it says.
    """
    same = [
        i
        for i, other in enumerate(group)
        if (other.paragraph, other.item, other.text) == (decision.paragraph, decision.item, decision.text)
    ]
    lead = lead_of(decision.text, decision.body)
    words, states = decision.text, False
    if lead and opens(lead, decision.text):
        words, states = decision.text[lead.end :].strip(), lead.act is Act.STATES
    asked = PETITION.search(decision.title or "") is not None
    answers = answers_in(words, body=decision.body, states=states, asked=asked)
    answer = answers[min(same.index(index), len(answers) - 1)]
    target = answer.target
    if asked and target.empty and answer.disposition in DECIDING and is_bare(words):
        target = Target(every=True)
    if ANSWER_ADOPTED in answer.uncertain and ANSWER_ADOPTED not in decision.uncertain:
        target = Target()
    target = replace(target, every=True, wording="") if _only_titled(target, decision) else target
    said = Said(decision.text, decision.disposition, target)
    closed = replace(said, disposition=answer.disposition)
    return closed if decision.disposition is Disposition.OVRIGT and closes(closed) else said


def _only_titled(target: Target, decision: Decision) -> bool:
    """Whether the words after "motionen beträffande" are the matter's own, which name no part of it."""
    asked, title = content(target.wording), content(decision.title or "")
    named = sum(holds(title, word) for word in asked)
    return bool(asked) and _TITLED.search(decision.text) is not None and named >= TITLE_SHARE * len(asked)
