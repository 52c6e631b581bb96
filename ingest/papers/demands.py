"""What is asked: the att-satser, yrkanden or points of a motion, in the motion or repeated in answers and minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.decision import Demand
from corpus.document import DocumentType, Part
from corpus.paragraph import Kind, Paragraph
from ingest.papers.answers import DECIDING
from ingest.papers.asking import asking
from ingest.papers.bodies import mentions
from ingest.papers.dispositions import verbs_in
from ingest.papers.leads import Act, lead_of
from ingest.papers.pointers import pointers_in
from ingest.papers.sections import Scene, section_of

PETITIONS = frozenset({DocumentType.MOTION, DocumentType.MEDBORGARFORSLAG})
"""Papers that ask: their last list asks, if nothing else does."""

BETWEEN_ASKINGS = 40
"""Characters between one asking sentence and the verb of the next: "Slutligen hemställer vi att"."""

_INLINE = re.compile(r":\s*1[.)]\s+(?=\S)")
_LEADING_SIGNS = re.compile(r"^[^\w(]+")
_ATT = re.compile(r"^att\s+", re.IGNORECASE)
_NEXT_ATT = re.compile(
    r"(?:\s*[,;]\s*(?:(?:samt|och|dels)\s+)?|\s+(?:samt|och|dels)\s+|\.\s+)(?:(?:\d{1,2}|[a-h])[.)]\s*)?att\s+(?=\w)",
    re.IGNORECASE,
)
_BODY_DECIDES = re.compile(
    r"^(?:[\wåäö-]*(?:fullmäktige|kommunen|styrelsen|nämnden))?\s*(?:(?:ska|må|måtte)\s+)?"
    r"(?:beslut(?:ar|a)|fattar beslut om|uttalar)\s*(?:om\s+)?(?:följande\s*)?:?\s*(?:att\s+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Found:
    """Demands read at one place: how sure the place is (higher is surer), and each text with its paragraph."""

    weight: int
    demands: tuple[tuple[str, int], ...]


def _clean(text: str) -> str:
    """A demand's own words, without "att" in front and without the sign that joins it to the next."""
    text = _ATT.sub("", text.strip())
    return re.sub(r"\s*(?:[,;]|,?\s+(?:samt|och))\s*$", "", text).strip()


def _pieces(text: str) -> tuple[str, ...]:
    """The demands that one sentence runs together: "att …, att … samt att …"."""
    cuts = [m for m in _NEXT_ATT.finditer(text) if not _subordinate(text, m.start())]
    bounds = [0, *(m.end() for m in cuts)]
    ends = [*(m.start() for m in cuts), len(text)]
    return tuple(piece for start, end in zip(bounds, ends, strict=True) if (piece := _clean(text[start:end])))


def _subordinate(text: str, at: int) -> bool:
    """Whether the "att" after `at` hangs on a word of the demand before it ("för att, och att", "innebär att")."""
    return re.search(r"\b(?:innebär|syftar till|menar|anser|visar|så|för)\s*$", text[:at], re.IGNORECASE) is not None


def _run_in(paragraph: Paragraph) -> tuple[tuple[str, int], ...]:
    """Demands in the sentence that asks, or in several such sentences: "Vi yrkar att …. Vi yrkar även att …"."""
    matches = list(asking().run_in.finditer(paragraph.text))
    strong = [match for match in matches if not asking().wishes.match(match[0])]
    found: list[str] = []
    end = 0
    for match in strong or matches[:1]:
        if found and not 0 <= match.start() - end <= BETWEEN_ASKINGS:
            continue
        rest = paragraph.text[match.end() :]
        decides = _BODY_DECIDES.match(rest)
        start = match.end() + (decides.end() if decides and decides[0].strip() else 0)
        sentence = _first_sentence(paragraph.text[start:])
        end = start + len(sentence)
        found += _pieces(sentence)
    return tuple((piece, paragraph.n) for piece in found)


def _after_lead(paragraph: Paragraph, scene: Scene) -> tuple[tuple[str, int], ...]:
    """Demands that a motion words as the decision it wants: "Kommunfullmäktige beslutar att …, att …"."""
    lead = lead_of(paragraph.text, None)
    if lead is None or lead.past or scene not in (Scene.PROPOSAL, Scene.DECISION, Scene.MOVED, Scene.DEMANDS):
        return ()
    return tuple((piece, paragraph.n) for piece in _pieces(paragraph.text[lead.end :]))


def _inline_list(paragraph: Paragraph) -> tuple[tuple[str, int], ...]:
    """Demands numbered inside a paragraph: "Förslagen lyder: 1. … 2. … 3. …"."""
    match = _INLINE.search(paragraph.text)
    if match is None:
        return ()
    found, at, number = [], match.end(), 2
    while following := re.search(rf"[\s,;]{number}[.)]\s+(?=\S)", paragraph.text[at:]):
        found.append(paragraph.text[at : at + following.start()])
        at, number = at + following.end(), number + 1
    found.append(_first_sentence(paragraph.text[at:]))
    return tuple((_clean(piece), paragraph.n) for piece in found) if len(found) > 1 else ()


def _first_sentence(text: str) -> str:
    """Up to the full stop that ends the sentence; a sentence that begins with "att" goes on with the demands."""
    end = 0
    for match in re.finditer(r"(?<!\bkap)(?<!\bbl\.a)(?<!\bt\.ex)[.!?]\s+(?=[A-ZÅÄÖ])", text):
        if text[match.end() :].lower().startswith("att "):
            continue
        end = match.start() + 1
        break
    return text[: end or len(text)].strip()


def _is_item(paragraph: Paragraph) -> bool:
    return paragraph.kind is Kind.LIST_ITEM or (
        paragraph.kind is Kind.PARAGRAPH and _ATT.match(paragraph.text) is not None
    )


def _list_after(paragraphs: Sequence[Paragraph], at: int) -> tuple[tuple[str, int], ...]:
    """The list that begins at index `at`: each item, or the paragraphs that begin with "att"."""
    found: list[tuple[str, int]] = []
    first_label = paragraphs[at].label if at < len(paragraphs) else None
    for paragraph in paragraphs[at:]:
        if not re.search(r"\w", paragraph.text):
            continue
        if not _is_item(paragraph):
            if found and _goes_on(found[-1][0], paragraph):
                found[-1] = (f"{found[-1][0]} {_LEADING_SIGNS.sub('', paragraph.text)}".strip(), found[-1][1])
                continue
            break
        if found and _sub_item(first_label, paragraph.label):
            text, n = found[-1]
            found[-1] = (f"{text} {_clean(paragraph.text)}", n)
            continue
        pieces = (
            _pieces(paragraph.text)
            if _ATT.match(paragraph.text) and len(_NEXT_ATT.findall(paragraph.text)) and not paragraph.label
            else (_clean(paragraph.text),)
        )
        found += [(piece, paragraph.n) for piece in pieces if piece]
    return tuple(found)


def _goes_on(before: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph is the rest of the item before it, torn off by a page or a scanner."""
    rest = _LEADING_SIGNS.sub("", paragraph.text)
    return paragraph.kind is Kind.PARAGRAPH and rest[:1].islower() and not re.search(r"[.!?;:]$", before)


def _sub_item(first: str | None, label: str | None) -> bool:
    """Whether a bullet or letter under a numbered item belongs to it."""
    numbered = bool(first and re.search(r"\d", first))
    return numbered and not (label and re.search(r"\d", label)) and label is not None


def _opens(paragraph: Paragraph, *, petition: bool, scene: Scene) -> int:
    """How surely what follows the paragraph is the list of demands: 0 not at all."""
    text = paragraph.text.strip()
    if len(text) > 900:
        text = text[-400:]
    sentence = re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])", text)[-1]
    asks = asking().asks.search(sentence) is not None
    if not asking().opens_list.search(sentence) and not (petition and asks and sentence[-1:].isalnum()):
        return 0
    if petition:
        return 4 if asks or lead_of(sentence, None) else (2 if sentence.endswith(":") else 0)
    if scene in (Scene.PROPOSAL, Scene.DECISION, Scene.MOVED, Scene.PROCEDURE, Scene.OPINION, Scene.RECIPIENTS):
        return 0
    lead = lead_of(sentence, None)
    if lead and lead.act is Act.PROPOSED and not asking().petitioner.search(sentence):
        return 0
    if asks and asking().petitioner.search(text):
        return 4
    return 3 if asking().names.search(sentence) else 0


def _places(paragraphs: Sequence[Paragraph], *, petition: bool) -> Iterator[_Found]:
    scene = Scene.START
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text.strip()
        if paragraph.kind is Kind.HEADING or len(text) < 60:
            section = section_of(text, None)
            if section and (paragraph.kind is Kind.HEADING or not text.endswith(".")):
                scene = section.scene
            elif paragraph.kind is Kind.HEADING:
                scene = Scene.BACKGROUND
        follows = index + 1 < len(paragraphs) and _is_item(paragraphs[index + 1])
        if follows and paragraph.kind is not Kind.LIST_ITEM:
            weight = _opens(paragraph, petition=petition, scene=scene)
            if (
                petition
                and paragraph.kind is Kind.HEADING
                and scene in (Scene.PROPOSAL, Scene.MOVED, Scene.DEMANDS, Scene.DECISION)
            ):
                weight = 4
            if scene is Scene.DEMANDS:
                weight = max(weight, 3)
            if weight:
                yield _Found(weight, _list_after(paragraphs, index + 1))
                continue
        listed = _inline_list(paragraph) if paragraph.kind is Kind.PARAGRAPH else ()
        if listed and _opens_inline(text, petition=petition, scene=scene):
            yield _Found(3, listed)
            continue
        if paragraph.kind is Kind.PARAGRAPH and (petition or _asks_here(text, scene)):
            demands = (_after_lead(paragraph, scene) if petition else ()) or _run_in(paragraph)
            if demands and (petition or not any(_answers(text) for text, _ in demands)):
                strong = any(not asking().wishes.match(m[0]) for m in asking().run_in.finditer(text))
                yield _Found(1 + petition + (petition and strong), demands)


def _opens_inline(text: str, *, petition: bool, scene: Scene) -> bool:
    """Whether the words before a list inside a paragraph say that it is the demands."""
    head = text[: text.index(":")]
    if scene not in (Scene.START, Scene.BACKGROUND, Scene.DEMANDS) and not petition:
        return False
    return (
        asking().asks.search(head) is not None or asking().names.search(head) is not None or "förslag" in head.lower()
    )


def _answers(text: str) -> bool:
    """Whether a piece answers a motion ("motionen avslås") and so is none of its demands."""
    deciding = {verb.disposition for verb in verbs_in(text)} & DECIDING
    return bool(deciding) and (bool(pointers_in(text)) or len(text) < 40)


def _asks_here(text: str, scene: Scene) -> bool:
    if scene in (Scene.PROPOSAL, Scene.DECISION, Scene.MOVED, Scene.PROCEDURE, Scene.OPINION, Scene.RECIPIENTS):
        return False
    match = asking().run_in.search(text)
    if match is None or match[0].lower().startswith("vill") or mentions(text[: match.start()][-60:]):
        return False
    return re.search(r"motion|medborgarförslag|förslagsställar", text[: match.end() + 20], re.IGNORECASE) is not None


def _last_list(paragraphs: Sequence[Paragraph]) -> tuple[tuple[str, int], ...]:
    """The last run of list items of a motion that asks without a word of asking."""
    runs: list[int] = []
    for index, paragraph in enumerate(paragraphs):
        if _is_item(paragraph) and (index == 0 or not _is_item(paragraphs[index - 1])):
            runs.append(index)
    return _list_after(paragraphs, runs[-1]) if runs else ()


def demands_of(paragraphs: Sequence[Paragraph], part: Part) -> tuple[Demand, ...]:
    """The demands of one paper or § (`paragraphs` of the whole document), numbered from 1 as they stand."""
    own = [
        p
        for p in paragraphs[part.first - 1 : part.last]
        if p.kind not in (Kind.FOOTNOTE, Kind.SIGNATURE, Kind.TABLE_ROW)
    ]
    petition = part.kind in PETITIONS
    places = [place for place in _places(own, petition=petition) if place.demands]
    best: tuple[tuple[str, int], ...] = ()
    if places:
        top = max(place.weight for place in places)
        chosen = [place for place in places if place.weight == top]
        best = (chosen[-1] if petition else chosen[0]).demands
    if petition and (not places or max(p.weight for p in places) < 3):
        best = _last_list(own) or best
    return tuple(Demand(n, text, paragraph, part.section) for n, (text, paragraph) in enumerate(best, 1))
