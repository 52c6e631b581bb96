"""Motions and citizens' proposals that wait for a decision, the oldest first, with their age and where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.case import Case, Step
from corpus.decision import Status
from corpus.document import Document, DocumentType
from ui.texts import Texts
from ui.web.case_list import state_of
from ui.web.dates import age, written
from ui.web.desk import Desk
from ui.web.links import case_of, page_link
from ui.web.markup import Markup, join, tag

ASKING = frozenset({DocumentType.MOTION, DocumentType.MEDBORGARFORSLAG, DocumentType.INTERPELLATION})


def unanswered(cases: Sequence[Case], heads: Sequence[Document]) -> tuple[Case, ...]:
    """Cases that began with a paper that asks for something and have no decision yet; undated ones last."""
    asking = {head.file for head in heads if head.type in ASKING}
    found = [case for case in cases if state_of(case) != "beslutat" and (case.opened or asking & set(case.files))]
    return tuple(sorted(found, key=lambda case: (case.opened or "9999", case.title)))


def unanswered_table(desk: Desk) -> Markup:
    """The table."""
    texts = desk.texts
    overview = desk.library.overview()
    found = unanswered(overview.cases, overview.heads)
    heads = ("unanswered.col_title", "unanswered.col_party", "unanswered.col_opened", "unanswered.col_age",
             "unanswered.col_last")  # fmt: skip
    table = tag(
        "table",
        tag("thead", tag("tr", *(tag("th", texts(key), scope="col") for key in heads))),
        tag("tbody", *(_row(case, desk) for case in found)),
        class_="table stacked",
    )
    return tag(
        "section",
        tag("h2", texts("unanswered.title")),
        tag("p", texts.count("unanswered.found", len(found)), class_="facts"),
        table if found else None,
    )


def _row(case: Case, desk: Desk) -> Markup:
    texts = desk.texts
    waited = age(case.opened, desk.today(), texts) if case.opened else "–"
    return tag(
        "tr",
        tag("th", page_link(case_of(case.key), case.title), scope="row"),
        tag("td", case.party or "–", data_label=texts("unanswered.col_party")),
        tag("td", written(case.opened, texts), data_label=texts("unanswered.col_opened")),
        tag("td", waited, class_="number", data_label=texts("unanswered.col_age")),
        tag("td", _last(case, texts), data_label=texts("unanswered.col_last")),
    )


def _last(case: Case, texts: Texts) -> Markup | str:
    steps = [step for step in case.timeline if step.date]
    if not steps:
        return texts("unanswered.no_step")
    last = max(steps, key=lambda step: step.date or "")
    return join([_step_words(last, texts), written(last.date, texts)], ", ")


def _step_words(step: Step, texts: Texts) -> Markup | str:
    """A proposal is told as one: the day is that of who puts it, not of the body that it is put to."""
    if step.body is None:
        return texts("case.put")
    if step.status is Status.PROPOSED:
        return texts("unanswered.proposal_to", body=step.body)
    return step.body
