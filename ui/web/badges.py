"""How an outcome, a status and a document's type are shown: always in words, the colour only repeats them."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.case import Step
from corpus.decision import Disposition, Status
from corpus.document import Document
from ui.texts import Texts
from ui.web.markup import Markup, join, tag

TONES = {
    Disposition.BIFALLS: "yes",
    Disposition.DELVIS_BIFALLS: "partly",
    Disposition.AVSLAS: "no",
    Disposition.BESVARAS: "answered",
    Disposition.ATERREMITTERAS: "waits",
    Disposition.BORDLAGGS: "waits",
    Disposition.TILLSTYRKS: "yes",
    Disposition.AVSTYRKS: "no",
    Disposition.ANTAS: "yes",
    Disposition.NOTERAS: "answered",
}
"""Which colour repeats an outcome's words."""


def outcome_words(disposition: str, texts: Texts) -> str:
    """The outcome as it is said in the papers, with the English beside it in English."""
    return texts.known(f"outcome.{disposition.replace(' ', '_')}") or disposition


def outcome_badge(disposition: str, texts: Texts) -> Markup:
    """The badge of an outcome."""
    known = disposition in set(Disposition)
    tone = TONES.get(Disposition(disposition), "other") if known else "other"
    return tag("span", outcome_words(disposition, texts), class_=f"badge outcome tone-{tone}")


def status_badge(status: str | None, texts: Texts) -> Markup | None:
    """The badge that says Beslutat or Föreslaget; nothing for a paper that neither decides nor proposes."""
    if status not in set(Status):
        return None
    return tag("span", texts(f"status.{status}"), class_=f"badge status-{status}")


def whose(body: str | None, status: str, texts: Texts) -> Markup:
    """The body that decided; of a proposal the body it is put to, said so, since another body or an officer puts it."""
    name = tag("strong", body or texts("card.body_unknown"))
    return join([texts("card.put_to"), name], " ") if status == Status.PROPOSED and body else name


def step_outcomes(step: Step, papers: Mapping[str, Document]) -> tuple[str, ...]:
    """Which outcomes the decision items of a case's step have, each once, in order; `papers` by file."""
    document = papers.get(step.file)
    items = [
        item.disposition.value
        for item in (document.decisions if document else ())
        if item.section == step.section and (item.body or "").casefold() == (step.body or "").casefold()
    ]
    return tuple(dict.fromkeys(items))


def type_words(kind: str, texts: Texts) -> str:
    """A document's type in the page's language."""
    return texts.known(f"type.{kind}") or kind
