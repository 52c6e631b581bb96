"""Prejudikat: for each demand of a new motion, the earlier ones like it and what became of them."""

from __future__ import annotations

from search.answer import DecisionHit, DemandPrecedents, Precedent
from ui.texts import Texts
from ui.web.badges import outcome_badge, status_badge, whose
from ui.web.dates import unbroken, written
from ui.web.links import case_of, cited, page_link, source_of
from ui.web.markup import Markup, join, tag


def precedent_view(found: tuple[DemandPrecedents, ...], texts: Texts) -> Markup:
    """All demands with their precedents."""
    if not found:
        return tag("p", texts("precedents.no_demands"), class_="empty", role="status")
    head = tag("h2", _counted(found, texts))
    order = tag("p", texts("precedents.order"), class_="facts")
    return tag(
        "div", tag("div", head, order, role="status"), *(_demand(one, texts) for one in found), class_="precedents"
    )


def _counted(found: tuple[DemandPrecedents, ...], texts: Texts) -> str:
    """How many demands were read, and how many of them have precedents."""
    known = sum(bool(one.precedents) for one in found)
    if not known:
        which = "precedents.no_known"
    elif known < len(found):
        which = "precedents.some_known"
    else:
        which = "precedents.the_one_known" if known == 1 else "precedents.all_known"
    return texts.count("precedents.read", len(found)) + texts(which, known=known)


def _demand(one: DemandPrecedents, texts: Texts) -> Markup:
    name = tag("span", texts("card.demand", n=one.n), class_="label")
    rows = [_precedent(precedent, texts) for precedent in one.precedents]
    return tag(
        "section",
        tag("h3", name, " ", tag("span", one.text, lang="sv")),
        tag("ol", *rows, class_="precedent-rows") if rows else tag("p", texts("precedents.none"), class_="facts"),
        class_="card",
    )


def _precedent(precedent: Precedent, texts: Texts) -> Markup:
    facts = [
        texts("card.party", party=precedent.party) if precedent.party else None,
        written(precedent.opened, texts) if precedent.opened else None,
    ]
    source = source_of(precedent.demand_file, precedent.demand_paragraph)
    linked = page_link(case_of(precedent.case) if precedent.case else source, precedent.title)
    return tag(
        "li",
        tag("p", linked, " ", tag("span", join(facts, " · "), class_="facts")),
        tag("p", precedent.demand_text, class_="quote", lang="sv"),
        cited(precedent.demand_citation, source, texts),
        _outcome(precedent.outcome, texts),
    )


def _reason_citation(outcome: DecisionHit, texts: Texts) -> Markup | None:
    if not (outcome.reason_text and outcome.reason_citation and outcome.reason_file and outcome.reason_paragraph):
        return None
    return cited(outcome.reason_citation, source_of(outcome.reason_file, outcome.reason_paragraph), texts)


def _outcome(outcome: DecisionHit | None, texts: Texts) -> Markup:
    if outcome is None:
        return tag("p", tag("span", texts("outcome.none"), class_="badge tone-other"), class_="decided")
    badges = join([status_badge(outcome.status, texts), outcome_badge(outcome.disposition, texts)], " ")
    where = join(
        [whose(outcome.body, outcome.status, texts), written(outcome.date, texts), unbroken(outcome.section)], " · "
    )
    reason = None
    if outcome.reason_text:
        words = tag("span", outcome.reason_text, lang="sv")
        reason = tag("p", tag("span", texts("card.reason"), class_="label"), " ", words, class_="reason")
    return tag(
        "div",
        tag("p", tag("span", badges, class_="badges"), " ", tag("span", where, class_="where"), class_="decided"),
        tag("p", outcome.text, class_="quote", lang="sv"),
        cited(outcome.citation, source_of(outcome.file, outcome.paragraph), texts),
        reason,
        _reason_citation(outcome, texts),
        class_=f"decision status-{outcome.status}",
    )
