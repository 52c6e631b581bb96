"""Ärenden: all cases, narrowed by words, party and whether they are decided, newest first."""

from __future__ import annotations

from corpus.case import Case, Step
from corpus.decision import Status
from corpus.document import Document
from ui.texts import Texts
from ui.web.address import Address
from ui.web.badges import outcome_badge, status_badge, step_outcomes
from ui.web.dates import written
from ui.web.desk import Desk
from ui.web.links import case_of, page_link
from ui.web.markup import Markup, join, tag
from ui.web.narrow import choice_field, matches, narrow_form, words_field

STATES = ("beslutat", "vantar", "atersant")
"""Decided; not decided yet; sent back or tabled, where the last word was to wait."""

SHOWN = 100
"""How many cases are listed at once: a page that is still quick to read through and to draw."""


def settled_by(case: Case) -> tuple[Step, ...]:
    """The steps that say how a matter went in which nobody asks for anything (a rate, a plan, an item of the agenda):
    the last day's that adopt, else its last day's proposals; none where there is a demand to be answered."""
    if case.demands or case.outcomes or case.opened:
        return ()
    steps = [step for step in case.timeline if step.status is Status.ADOPTED] or list(case.timeline)
    last = max((step.date or "" for step in steps), default="")
    return tuple(step for step in steps if (step.date or "") == last)


def state_of(case: Case) -> str:
    """Which of STATES a case is in."""
    if case.answered or any(step.status is Status.ADOPTED for step in settled_by(case)):
        return "beslutat"
    return "atersant" if any(outcome.status is Status.ADOPTED for outcome in case.outcomes) else "vantar"


def last_date(case: Case) -> str:
    """When something last happened, "" if no paper says."""
    return max([*(step.date or "" for step in case.timeline), case.opened or ""])


def chosen_cases(cases: tuple[Case, ...], address: Address) -> tuple[Case, ...]:
    """The cases that an address asks for, newest first."""
    found = (
        case
        for case in cases
        if (not address.state or state_of(case) == address.state)
        and (not address.parties or case.party in address.parties)
        and matches(address.question, case.title, case.party, *case.dnr, *(demand.text for demand in case.demands))
    )
    return tuple(sorted(found, key=lambda case: (last_date(case), case.key), reverse=True))


def case_list(address: Address, desk: Desk) -> Markup:
    """The list with its form."""
    overview = desk.library.overview()
    cases, papers = overview.cases, {head.file: head for head in overview.heads}
    found = chosen_cases(cases, address)
    rows = [_row(case, papers, desk.texts) for case in found[:SHOWN]]
    return tag(
        "div",
        tag("h2", desk.texts("tab.arende")),
        _form(address, cases, len(found), desk.texts),
        tag("ul", *rows, class_="rows") if rows else tag("p", desk.texts("case.none"), class_="empty"),
        tag("p", desk.texts("case.cut", n=SHOWN), class_="facts") if len(found) > SHOWN else None,
        class_="list",
    )


def _form(address: Address, cases: tuple[Case, ...], found: int, texts: Texts) -> Markup:
    parties = sorted({case.party for case in cases if case.party})
    states = [("", texts("narrow.all")), *((state, texts(f"case.state_{state}")) for state in STATES)]
    chosen = address.parties[0] if address.parties else None
    fields = [
        words_field(address, texts("case.words")),
        choice_field("lage", texts("case.state"), states, address.state),
        choice_field(
            "parti",
            texts("filter.parties"),
            [("", texts("narrow.all")), *((party, party) for party in parties)],
            chosen,
        ),
    ]
    return narrow_form(address, fields, texts, name=texts("case.narrow"), result=texts.count("case.found", found))


def _row(case: Case, papers: dict[str, Document], texts: Texts) -> Markup:
    settled = settled_by(case)
    statuses = {outcome.status for outcome in case.outcomes} | {step.status for step in settled}
    status = Status.ADOPTED if Status.ADOPTED in statuses else next(iter(statuses), None)
    words = [outcome.disposition.value for outcome in case.outcomes]
    words += [word for step in settled for word in step_outcomes(step, papers)]
    badges = [status_badge(status, texts), *(outcome_badge(word, texts) for word in dict.fromkeys(words))]
    if not statuses and (case.demands or case.opened):
        badges = [tag("span", texts("outcome.none"), class_="badge tone-other")]
    facts = [written(last_date(case) or None, texts), case.party, ", ".join(case.dnr)]
    return tag(
        "li",
        tag("span", page_link(case_of(case.key), case.title), class_="row-title"),
        tag("span", join(badges, " "), class_="badges"),
        tag("span", join(facts, " · "), class_="facts"),
    )
