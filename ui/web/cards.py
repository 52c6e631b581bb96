"""How a decision is shown: what was asked, what became of it, who decided when, why, and both citations."""

from __future__ import annotations

from search.answer import DecisionHit
from ui.texts import Texts
from ui.web.badges import outcome_badge, status_badge
from ui.web.dates import written
from ui.web.links import case_of, cited, page_link, source_of
from ui.web.markup import Markup, join, tag


def decision_card(hit: DecisionHit, texts: Texts) -> Markup:
    """One decision as a card."""
    return tag(
        "article",
        tag("header", _badges(hit, texts), _where(hit, texts), class_="card-head"),
        tag("h3", page_link(case_of(hit.case), hit.title), class_="card-title"),
        _demand(hit, texts),
        tag("blockquote", hit.text, class_="quote", lang="sv"),
        _reason(hit, texts),
        _citations(hit, texts),
        class_=f"card status-{hit.status}",
    )


def _badges(hit: DecisionHit, texts: Texts) -> Markup:
    return tag(
        "span", join([status_badge(hit.status, texts), outcome_badge(hit.disposition, texts)], " "), class_="badges"
    )


def _where(hit: DecisionHit, texts: Texts) -> Markup:
    body = hit.body or texts("card.body_unknown")
    parts = [tag("strong", body), written(hit.date, texts), hit.section]
    return tag("span", join(parts, " · "), class_="where")


def _demand(hit: DecisionHit, texts: Texts) -> Markup | None:
    if not hit.demand_text:
        return None
    name = texts("card.demand", n=hit.demand) if hit.demand else texts("card.demand_one")
    return tag("p", tag("span", name, class_="label"), " ", tag("span", hit.demand_text, lang="sv"), class_="demand")


def _reason(hit: DecisionHit, texts: Texts) -> Markup | None:
    if not hit.reason_text:
        return None
    return tag(
        "p", tag("span", texts("card.reason"), class_="label"), " ", tag("span", hit.reason_text, lang="sv"),
        class_="reason",
    )  # fmt: skip


def _citations(hit: DecisionHit, texts: Texts) -> Markup:
    decision = cited(hit.citation, source_of(hit.file, hit.paragraph), texts)
    lines = [(texts("card.cite_decision"), decision)]
    if hit.reason_file and hit.reason_paragraph and hit.reason_citation:
        reason = cited(hit.reason_citation, source_of(hit.reason_file, hit.reason_paragraph), texts)
        lines.append((texts("card.cite_reason"), reason))
    return tag("dl", *(tag("div", tag("dt", name), tag("dd", link)) for name, link in lines), class_="citations")
