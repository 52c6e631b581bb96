"""Ärende: one case, what became of each demand, its steps from motion to decision, and its papers."""

from __future__ import annotations

from corpus.case import Case, Outcome, Step
from corpus.citation import cite
from corpus.decision import Demand, Status
from corpus.document import Document, DocumentType
from ui.web.badges import outcome_badge, status_badge, step_outcomes, type_words, whose
from ui.web.dates import age, unbroken, written
from ui.web.desk import Desk
from ui.web.links import cited, page_link, source_of
from ui.web.markup import Markup, join, tag

PUT = {DocumentType.MOTION: "case.motion_put", DocumentType.MEDBORGARFORSLAG: "case.petition_put"}
"""What is said where such a paper begins its case."""

Papers = dict[str, Document]
"""The case's papers by file."""


def case_view(case: Case, desk: Desk) -> Markup:
    """One case."""
    files = dict.fromkeys([*case.files, *(outcome.file for outcome in case.outcomes), *case.demand_files])
    read = ((file, desk.library.document(file)) for file in files)
    papers = {file: document for file, document in read if document}
    return tag(
        "div",
        _head(case, desk),
        _outcomes(case, papers, desk),
        tag("div", _timeline(case, papers, desk), _papers(case, papers, desk), class_="case-body"),
        class_="case",
    )


def _head(case: Case, desk: Desk) -> Markup:
    texts = desk.texts
    party = texts("card.party", party=case.party) if case.party else None
    opened = texts("case.opened", date=written(case.opened, texts)) if case.opened else None
    waits = None
    if not case.answered and case.opened:
        waits = tag("strong", texts("case.waits", age=age(case.opened, desk.today(), texts)))
    facts = join([party, ", ".join(case.dnr), opened, waits], " · ")
    return tag("header", tag("h2", case.title, lang="sv"), tag("p", facts, class_="facts"), class_="source-head")


def _outcomes(case: Case, papers: Papers, desk: Desk) -> Markup:
    texts = desk.texts
    outcomes = {outcome.demand: outcome for outcome in case.outcomes}
    demands = {demand.n: (demand, file) for demand, file in zip(case.demands, case.demand_files, strict=False)}
    numbers = sorted(outcomes.keys() | demands.keys())
    if not numbers:
        return tag("p", texts("case.no_demands"), class_="empty")
    heads = ("case.col_n", "case.col_demand", "case.col_outcome", "case.col_where")
    rows = (_row(n, demands.get(n), outcomes.get(n), papers, desk) for n in numbers)
    return tag(
        "section",
        tag("h3", texts("case.outcomes")),
        tag(
            "table",
            tag("thead", tag("tr", *(tag("th", texts(head), scope="col") for head in heads))),
            tag("tbody", *rows),
            class_="table outcomes",
        ),
    )


def _row(n: int, demand: tuple[Demand, str] | None, outcome: Outcome | None, papers: Papers, desk: Desk) -> Markup:
    words = demand[0].text if demand else outcome.demand_text if outcome else ""
    link = None
    if demand and demand[1] in papers:
        link = page_link(source_of(demand[1], demand[0].paragraph), desk.texts("case.show_demand", n=n))
    return tag(
        "tr",
        tag("th", n, scope="row"),
        tag("td", tag("p", words, class_="quote", lang="sv"), tag("p", link, class_="facts") if link else None),
        tag("td", _outcome_badges(outcome, desk)),
        tag("td", _outcome_place(outcome, papers, desk)),
    )


def _outcome_badges(outcome: Outcome | None, desk: Desk) -> Markup:
    if outcome is None:
        return tag("span", desk.texts("outcome.none"), class_="badge tone-other")
    badges = [status_badge(outcome.status, desk.texts), outcome_badge(outcome.disposition, desk.texts)]
    return tag("span", join(badges, " "), class_="badges")


def _outcome_place(outcome: Outcome | None, papers: Papers, desk: Desk) -> Markup | None:
    if outcome is None:
        return None
    facts = join(
        [whose(outcome.body, outcome.status, desk.texts), written(outcome.date, desk.texts), unbroken(outcome.section)],
        " · ",
    )
    links = [_cited(outcome.file, outcome.paragraph, papers, desk)]
    if outcome.reason_file and outcome.reason_paragraph:
        links.append(tag("span", desk.texts("card.reason"), class_="label"))
        links.append(_cited(outcome.reason_file, outcome.reason_paragraph, papers, desk))
    return join([tag("p", facts), *links])


def _cited(file: str, paragraph: int, papers: Papers, desk: Desk) -> Markup:
    document = papers.get(file)
    if document is None or paragraph > len(document.paragraphs):
        return page_link(source_of(file, paragraph), file)
    return cited(cite(document, paragraph), source_of(file, paragraph), desk.texts)


def _timeline(case: Case, papers: Papers, desk: Desk) -> Markup:
    steps = [_step(step, papers, desk) for step in case.timeline]
    if case.opened and not any(step.date == case.opened for step in case.timeline):
        steps.insert(0, _opening(case, papers, desk))
    return tag("section", tag("h3", desk.texts("case.timeline")), tag("ol", *steps, class_="timeline"))


def _opening(case: Case, papers: Papers, desk: Desk) -> Markup:
    file = case.demand_files[0] if case.demand_files else None
    link = _cited(file, case.demands[0].paragraph, papers, desk) if file else None
    words = tag("strong", desk.texts("case.motion_put"))
    return tag("li", tag("p", tag("span", written(case.opened, desk.texts), class_="when"), " ", words), link)


def _step(step: Step, papers: Papers, desk: Desk) -> Markup:
    texts = desk.texts
    when = tag("span", written(step.date, texts), class_="when")
    link = _cited(step.file, step.paragraph or 1, papers, desk)
    if put := _put(step, papers):
        return tag("li", tag("p", when, " ", tag("strong", texts(put))), link)
    proposal = texts("case.proposal") if step.status is Status.PROPOSED and step.body else None
    head = join([when, proposal, whose(step.body, step.status, texts), unbroken(step.section)], " ")
    return tag(
        "li",
        tag("p", head, " ", _badges(step, papers, desk)),
        link,
        class_=f"status-{step.status.value}",
    )


def _put(step: Step, papers: Papers) -> str | None:
    """How a petition's own step is called: it proposes to no body that is named."""
    document = papers.get(step.file)
    return PUT.get(document.type) if document and step.body is None else None


def _badges(step: Step, papers: Papers, desk: Desk) -> Markup:
    """The step's status, and which outcomes its decision items have."""
    words = step_outcomes(step, papers)
    badges = [status_badge(step.status, desk.texts), *(outcome_badge(word, desk.texts) for word in words)]
    return tag("span", join(badges, " "), class_="badges")


def _papers(case: Case, papers: Papers, desk: Desk) -> Markup:
    reasons = {tie.file: tie.reason for tie in case.ties}
    ordered = sorted(papers.values(), key=lambda paper: (paper.date or "9999", paper.file))
    rows = (
        tag(
            "li",
            page_link(source_of(paper.file, None), paper.title),
            tag(
                "p", join([type_words(paper.type, desk.texts), written(paper.date, desk.texts)], " · "), class_="facts"
            ),
            tag("p", reasons[paper.file], class_="facts", lang="sv") if paper.file in reasons else None,
        )
        for paper in ordered
        if paper.file in case.files
    )
    return tag("section", tag("h3", desk.texts("case.papers")), tag("ul", *rows, class_="papers"))
