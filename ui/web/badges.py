"""How an outcome, a status and a document's type are shown: always in words, the colour only repeats them."""

from __future__ import annotations

from corpus.decision import Disposition, Status
from ui.texts import Texts
from ui.web.markup import Markup, tag

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


def type_words(kind: str, texts: Texts) -> str:
    """A document's type in the page's language."""
    return texts.known(f"type.{kind}") or kind
