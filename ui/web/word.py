"""The precedents as a Word document, to be pasted from when an officer writes the answer to a motion."""

from __future__ import annotations

import io

import docx
from docx.document import Document

from corpus.decision import Status
from search.answer import DemandPrecedents, Precedent
from ui.texts import Texts
from ui.web.badges import outcome_words
from ui.web.dates import written
from ui.web.feed import NOT_XML


def as_word(found: tuple[DemandPrecedents, ...], texts: Texts, *, today: str) -> bytes:
    """A heading for each demand, and under it each precedent with its outcome and citations."""
    document = docx.Document()
    document.core_properties.title = texts("precedents.title")
    document.core_properties.author = texts("page.title")
    document.add_heading(texts("precedents.title"), 0)
    document.add_paragraph(texts("precedents.made", date=written(today, texts)))
    for one in found:
        document.add_heading(_clean(texts("card.demand", n=one.n)), 1)
        document.add_paragraph(_clean(one.text))
        for precedent in one.precedents:
            _add(document, precedent, texts)
        if not one.precedents:
            document.add_paragraph(texts("precedents.none"))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _add(document: Document, precedent: Precedent, texts: Texts) -> None:
    document.add_heading(_clean(precedent.title), 2)
    document.add_paragraph(_clean(precedent.demand_text), style="Quote")
    document.add_paragraph(_clean(precedent.demand_citation))
    outcome = precedent.outcome
    if outcome is None:
        document.add_paragraph(texts("outcome.none"))
        return
    paragraph = document.add_paragraph()
    status, words = texts(f"status.{outcome.status}"), outcome_words(outcome.disposition, texts)
    paragraph.add_run(f"{status}: {words}").bold = True
    put_to = f"{texts('card.put_to')} " if outcome.status == Status.PROPOSED and outcome.body else ""
    who = [f"{put_to}{outcome.body or ''}", written(outcome.date, texts), outcome.section]
    paragraph.add_run(_clean(f" ({', '.join(part for part in who if part)})"))
    document.add_paragraph(_clean(outcome.text), style="Quote")
    document.add_paragraph(_clean(outcome.citation))
    if outcome.reason_text:
        document.add_paragraph(_clean(f"{texts('card.reason')}: {outcome.reason_text}"))
        document.add_paragraph(_clean(outcome.reason_citation or ""))


def _clean(text: str) -> str:
    return NOT_XML.sub("", text)
