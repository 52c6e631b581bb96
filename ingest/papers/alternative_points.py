"""Which of a letter's alternatives it proposes: "Kontoret förordar alternativ 1" above "Alternativ 2: …".

The others are laid before the body and proposed by nobody; the sentence that chooses is no point of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.paragraph import Kind, Paragraph
from ingest.papers.sections import Scene
from ingest.papers.walk_state import DECIDING_SCENES, State

_LABEL = r"(?P<label>\d{1,2}|[A-Fa-f])(?![\wåäö])"
_CHOOSES = (
    re.compile(
        r"(?:förordar|föreslår|rekommenderar|tillstyrker|förespråkar|ställer\s+sig\s+bakom)\s+(?:därför\s+|således\s+|att\s+)?"
        rf"(?:besluts)?alternativ(?:et)?\s+{_LABEL}",
        re.IGNORECASE,
    ),
    re.compile(rf"\balternativ\s+{_LABEL}\s+(?:förordas|föreslås|rekommenderas|tillstyrks)\b", re.IGNORECASE),
    re.compile(rf"\b(?:beslut\w*|besluta)\s+enligt\s+alternativ\s+{_LABEL}", re.IGNORECASE),
)
_STATES = re.compile(
    rf"(?:besluts)?alternativ\s+{_LABEL}\s*(?:\([^)]{{1,40}}\)\s*)?(?:[:.–-]\s*(?P<words>.*))?", re.IGNORECASE
)
LONGEST_CHOICE = 160
"""Characters of a paragraph that only says which alternative is proposed."""


def _label(match: re.Match[str]) -> str:
    return match["label"].lower()


def alternative_of(text: str) -> tuple[str, str] | None:
    """The label of the alternative that a paragraph states or heads, and its words ("" below): "Alternativ 2: …"."""
    match = _STATES.fullmatch(text.strip())
    return (_label(match), (match["words"] or "").strip()) if match else None


def chosen(text: str) -> str | None:
    """The label of the one alternative that a paragraph chooses; None for those of two, which argue or are moved."""
    labels = {_label(match) for pattern in _CHOOSES for match in pattern.finditer(text)}
    return labels.pop() if len(labels) == 1 else None


def only_chooses(paragraph: Paragraph) -> bool:
    """Whether a paragraph says which alternative is proposed, and nothing else."""
    text = paragraph.text.strip()
    return len(text) <= LONGEST_CHOICE and alternative_of(text) is None and chosen(text) is not None


def proposed_alternative(paragraphs: Sequence[Paragraph]) -> str | None:
    """The label of the alternative that a letter proposes, where it states two or more; None if it chooses none."""
    stated = {one[0] for p in paragraphs if (one := alternative_of(p.text))}
    if len(stated) < 2:
        return None
    said = [label for p in paragraphs if p.kind is not Kind.HEADING and (label := chosen(p.text)) in stated]
    return said[0] if len(set(said)) == 1 else None


class Alternatives:
    """Passes over a letter's alternatives but the one that it proposes, as the walk comes to them."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.proposed = proposed_alternative(paragraphs)
        self.left = Scene.START

    def passes(self, paragraph: Paragraph, state: State) -> bool:
        """Whether a paragraph is no point: it chooses, heads an alternative, or states one that is not proposed.

        What stands below "Alternativ 2" is that alternative's, until the next one or another section.
        """
        if self.proposed is None:
            return False
        one = alternative_of(paragraph.text)
        if one is None:
            return state.scene in DECIDING_SCENES and only_chooses(paragraph)
        label, words = one
        if state.scene in DECIDING_SCENES:
            self.left = state.scene
        elif state.scene is not Scene.OPINION or self.left is Scene.START:
            return False
        state.scene = self.left if words or label == self.proposed else Scene.OPINION
        return not words or label != self.proposed
