"""Ärenden: all cases, narrowed by words, party and whether they are decided, newest first."""

from __future__ import annotations

from corpus.case import Case
from corpus.decision import Status
from ui.texts import Texts
from ui.web.address import Address
from ui.web.badges import outcome_badge, status_badge
from ui.web.dates import written
from ui.web.desk import Desk
from ui.web.links import case_of, page_link
from ui.web.markup import Markup, join, tag
from ui.web.narrow import choice_field, matches, narrow_form, words_field

STATES = ("beslutat", "vantar", "atersant")
"""Decided; not decided yet; sent back or tabled, where the last word was to wait."""

SHOWN = 100
"""How many cases are listed at once: a page that is still quick to read through and to draw."""


def state_of(case: Case) -> str:
    """Which of STATES a case is in."""
    if case.answered:
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
    cases = desk.library.overview().cases
    found = chosen_cases(cases, address)
    rows = [_row(case, desk.texts) for case in found[:SHOWN]]
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


def _row(case: Case, texts: Texts) -> Markup:
    statuses = {outcome.status for outcome in case.outcomes}
    status = Status.ADOPTED if Status.ADOPTED in statuses else next(iter(statuses), None)
    words = dict.fromkeys(outcome.disposition.value for outcome in case.outcomes)
    badges = [status_badge(status, texts), *(outcome_badge(word, texts) for word in words)]
    facts = [written(last_date(case) or None, texts), case.party, ", ".join(case.dnr)]
    return tag(
        "li",
        tag("span", page_link(case_of(case.key), case.title), class_="row-title"),
        tag("span", join(badges, " ") or texts("outcome.none"), class_="badges"),
        tag("span", join(facts, " · "), class_="facts"),
    )
