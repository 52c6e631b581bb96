"""Where a visitor begins: questions to try, taken from the collection itself, and the newest decisions."""

from __future__ import annotations

from corpus.case import Case, Outcome
from corpus.decision import Status
from ui.texts import Texts
from ui.web.address import Address
from ui.web.badges import outcome_badge
from ui.web.dates import written
from ui.web.desk import Desk
from ui.web.library import Overview
from ui.web.links import case_of, page_link
from ui.web.markup import Markup, join, tag
from ui.web.summary import held

NEWEST = 6
"""How many of the newest decisions are listed."""

EXAMPLES = 2
"""How many cases lend their titles to examples."""


def start_view(saved: Markup | None, desk: Desk) -> Markup:
    """The page before a question is asked; `saved` are the visitor's own searches."""
    overview = desk.library.overview()
    return tag(
        "div",
        _examples(overview, desk),
        saved,
        _newest(overview, desk),
        tag("p", held(overview.coverage, desk.texts), class_="coverage"),
        class_="start",
    )


def decided(cases: tuple[Case, ...]) -> tuple[tuple[Case, tuple[Outcome, ...]], ...]:
    """Cases with the adopted outcomes of their last decision, newest first."""
    found = []
    for case in cases:
        adopted = [outcome for outcome in case.outcomes if outcome.status is Status.ADOPTED and outcome.date]
        if adopted:
            last = max(outcome.date or "" for outcome in adopted)
            found.append((case, tuple(outcome for outcome in adopted if outcome.date == last)))
    return tuple(sorted(found, key=lambda pair: pair[1][0].date or "", reverse=True))


def example_questions(cases: tuple[Case, ...], texts: Texts) -> tuple[str, ...]:
    """Questions that the collection can answer: about its newest decided cases, and one diarienummer."""
    newest = [case for case, _ in decided(cases)][:EXAMPLES] or list(cases[:EXAMPLES])
    questions = [texts("ask.example", title=subject(case.title)) for case in newest]
    numbers = [case.dnr[0] for case in newest if case.dnr]
    return (*questions, *numbers[-1:])


def subject(title: str) -> str:
    """A case's title without its genre: "Motion (V) – Bekämpa prostitutionen, svar" → "Bekämpa prostitutionen"."""
    subject = title
    for mark in (" – ", " - ", ": "):
        head, found, rest = subject.partition(mark)
        if found and len(head.split()) <= 3 and rest.strip():
            subject = rest
            break
    return subject.removesuffix(", svar").strip()


def _examples(overview: Overview, desk: Desk) -> Markup | None:
    questions = example_questions(overview.cases, desk.texts)
    if not questions:
        return None
    links = [tag("li", page_link(Address(question=question), question)) for question in questions]
    return tag("div", tag("span", desk.texts("ask.examples"), class_="label"), tag("ul", *links), class_="examples")


def _newest(overview: Overview, desk: Desk) -> Markup | None:
    rows = [_row(case, outcomes, desk) for case, outcomes in decided(overview.cases)[:NEWEST]]
    if not rows:
        return None
    return tag("section", tag("h2", desk.texts("ask.newest")), tag("ul", *rows, class_="rows"), class_="newest")


def _row(case: Case, outcomes: tuple[Outcome, ...], desk: Desk) -> Markup:
    badges = [outcome_badge(word, desk.texts) for word in dict.fromkeys(o.disposition.value for o in outcomes)]
    facts = join([written(outcomes[0].date, desk.texts), outcomes[0].body], " · ")
    return tag(
        "li",
        tag("span", page_link(case_of(case.key), case.title), class_="row-title"),
        tag("span", join(badges, " "), class_="badges"),
        tag("span", facts, class_="facts"),
    )
