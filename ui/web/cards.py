"""How decisions are shown: a card a case, and in it what was asked, what became of it, who decided when, why, where."""

from __future__ import annotations

from collections.abc import Sequence

from search.answer import DecisionHit
from ui.texts import Texts
from ui.web.badges import outcome_badge, status_badge, whose
from ui.web.dates import unbroken, written
from ui.web.links import case_of, cited, page_link, source_of
from ui.web.markup import Markup, join, tag


def cards(hits: Sequence[DecisionHit], texts: Texts) -> Markup:
    """All decisions, those of one case (where there is none: of one title) in one card, in the order of the best."""
    by_case: dict[str, list[DecisionHit]] = {}
    for hit in hits:
        by_case.setdefault(hit.case or hit.title, []).append(hit)
    return tag("div", *(case_card(group, texts) for group in by_case.values()), class_="cards")


def case_card(hits: Sequence[DecisionHit], texts: Texts) -> Markup:
    """The decisions of one case; a demand's words and a reason that several of them share are said once."""
    first = hits[0]
    party = tag("span", texts("card.party", party=first.party), class_="facts") if first.party else None
    title = tag("h3", page_link(case_of(first.case), first.title) if first.case else first.title)
    said: set[tuple[str, str | None]] = set()
    decisions = []
    for hit in hits:
        demand, reason = ("demand", hit.demand_text), ("reason", hit.reason_text)
        decisions.append(_decision(hit, texts, asked=demand not in said, reasoned=reason not in said))
        said |= {demand, reason}
    return tag("article", tag("header", title, party, class_="card-head"), *decisions, class_="card")


def _decision(hit: DecisionHit, texts: Texts, *, asked: bool, reasoned: bool) -> Markup:
    """One decision; `asked` and `reasoned` say whether the demand's words and the reason are to be shown."""
    return tag(
        "section",
        tag("p", _badges(hit, texts), " ", _where(hit, texts), class_="decided"),
        _demand(hit, texts, in_full=asked),
        tag("blockquote", hit.text, class_="quote", lang="sv"),
        _reason(hit, texts) if reasoned else None,
        _citations(hit, texts, reasoned=reasoned),
        class_=f"decision status-{hit.status}",
    )


def _badges(hit: DecisionHit, texts: Texts) -> Markup:
    badges = [status_badge(hit.status, texts), outcome_badge(hit.disposition, texts)]
    return tag("span", join(badges, " "), class_="badges")


def _where(hit: DecisionHit, texts: Texts) -> Markup:
    body = whose(hit.body, hit.status, texts)
    return tag("span", join([body, written(hit.date, texts), unbroken(hit.section)], " · "), class_="where")


def _demand(hit: DecisionHit, texts: Texts, *, in_full: bool) -> Markup | None:
    if not hit.demand_text:
        return None
    name = texts("card.demand", n=hit.demand) if hit.demand else texts("card.demand_one")
    words = tag("span", hit.demand_text, lang="sv") if in_full else None
    return tag("p", tag("span", name, class_="label"), " ", words, class_="demand")


def _reason(hit: DecisionHit, texts: Texts) -> Markup | None:
    if not hit.reason_text:
        return None
    words = tag("span", hit.reason_text, lang="sv")
    return tag("p", tag("span", texts("card.reason"), class_="label"), " ", words, class_="reason")


def _citations(hit: DecisionHit, texts: Texts, *, reasoned: bool) -> Markup:
    name = texts("card.cite_decision" if hit.status == "adopted" else "card.cite_proposal")
    lines = [(name, cited(hit.citation, source_of(hit.file, hit.paragraph), texts))]
    if reasoned and hit.reason_file and hit.reason_paragraph and hit.reason_citation:
        reason = cited(hit.reason_citation, source_of(hit.reason_file, hit.reason_paragraph), texts)
        lines.append((texts("card.cite_reason"), reason))
    return tag("dl", *(tag("div", tag("dt", name), tag("dd", link)) for name, link in lines), class_="citations")
