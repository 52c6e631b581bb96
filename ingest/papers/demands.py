"""What is asked: where a motion, or an answer or minutes that repeat it, holds the demands.

Every place that may hold them is weighed; the surest counts, in a petition the last of the surest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.decision import Demand
from corpus.document import DocumentType, Part
from corpus.paragraph import Kind, Paragraph
from corpus.petition import PETITION
from ingest.papers.also_thought import thought_also
from ingest.papers.answers import DECIDING
from ingest.papers.asking import asking
from ingest.papers.bodies import mentions
from ingest.papers.demand_lists import (
    Asked,
    after_lead,
    asks_more,
    calls_vote,
    goes_on_below,
    headed,
    inline_list,
    inline_start,
    is_item,
    last_list,
    list_after,
    prose,
    run_in,
)
from ingest.papers.dispositions import verbs_in
from ingest.papers.headings import is_section
from ingest.papers.leads import Act, lead_of
from ingest.papers.new_petitions import hands_in
from ingest.papers.own_clauses import own_clauses
from ingest.papers.pointers import pointers_in
from ingest.papers.sections import Scene, section_of

PETITIONS = frozenset({DocumentType.MOTION, DocumentType.MEDBORGARFORSLAG})
"""Papers that ask: their last list asks, if nothing else does."""
SURE, LIKELY, PERHAPS, RETOLD, WISHED = 5, 4, 3, 2, 1
"""How surely a place holds the demands: a list after a sentence that asks; a list or sentence that names them or asks
in a petition; a wish or plain paragraphs there; a sentence of another paper that retells them, or what they wish."""
SHORT = 60
"""Characters: a shorter line may be a heading that the layout did not tell."""
LAST_WORDS = 400
"""Characters at the end of a long paragraph that are read for what opens a list."""

_ASKED_UNDER = frozenset({Scene.PROPOSAL, Scene.MOVED, Scene.DEMANDS, Scene.DECISION})
_ANSWERING = frozenset({Scene.PROPOSAL, Scene.DECISION, Scene.MOVED, Scene.PROCEDURE, Scene.OPINION, Scene.RECIPIENTS})
"""Sections of answers and minutes that hold what others propose, never the motion's demands."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Demands read at one place, and how sure the place is."""

    weight: int
    demands: Asked


def _opens(paragraph: Paragraph, *, petition: bool, scene: Scene) -> int:
    """How surely what follows the paragraph is the list of demands: 0 not at all."""
    text = paragraph.text.strip()
    sentence = _FULL_STOP.split(text[-LAST_WORDS:])[-1]
    asks = asking().asks.search(sentence) is not None
    if not asking().opens_list.search(sentence) and not (petition and asks and sentence[-1:].isalnum()):
        return 0
    if petition:
        if asks or lead_of(sentence, None):
            return SURE
        return PERHAPS if sentence.endswith(":") else 0
    if scene in _ANSWERING:
        return 0
    lead = lead_of(sentence, None)
    if lead and lead.act is Act.PROPOSED and not asking().petitioner.search(sentence):
        return 0
    if (asks or asking().counts.search(sentence)) and asking().petitioner.search(text):
        return SURE
    return LIKELY if asking().names.search(sentence) else 0


def _opens_prose(paragraphs: Sequence[Paragraph], index: int, scene: Scene) -> bool:
    """Whether plain paragraphs below one may be the demands: "Vi yrkar:", "På gruppens vägnar föreslås att", or "Vi
    yrkar" where the sentence goes on below."""
    text = paragraphs[index].text.rstrip()
    below = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
    goes_on = text.endswith((":", " att")) or (text[-1:].isalpha() and below[:1].islower())
    return goes_on and _opens(paragraphs[index], petition=True, scene=scene) == SURE


def _demands_outright(paragraph: Paragraph) -> bool:
    """Whether the words that open the demands ask, and do not only wish."""
    return any(not asking().wishes.fullmatch(match[0]) for match in asking().asks.finditer(paragraph.text))


def _scene_after(paragraph: Paragraph, scene: Scene, *, loosely: bool) -> Scene:
    """The section that a paragraph opens, else the one it stands in; `loosely` as for `section_of`."""
    heading = paragraph.kind is Kind.HEADING
    text = paragraph.text.strip()
    if not heading and (len(text) >= SHORT or text.endswith(".")):
        return scene
    section = section_of(text, None, loosely=heading and loosely)
    if section:
        return section.scene
    return Scene.BACKGROUND if heading or is_section(text) else scene


def _heads(paragraph: Paragraph) -> bool:
    """Whether a paragraph heads a section: a heading, or a short line that the layout did not tell from one."""
    text = paragraph.text.strip()
    return paragraph.kind is Kind.HEADING or (len(text) < SHORT and section_of(text, None) is not None)


def _listed(paragraphs: Sequence[Paragraph], index: int, scene: Scene, *, petition: bool) -> _Place | None:
    """The list after the paragraph at `index`, if that paragraph opens one."""
    paragraph = paragraphs[index]
    if paragraph.kind is Kind.LIST_ITEM or index + 1 == len(paragraphs) or not is_item(paragraphs[index + 1]):
        return None
    weight = _opens(paragraph, petition=petition, scene=scene)
    if petition and paragraph.kind is Kind.HEADING and scene in _ASKED_UNDER:
        weight = SURE
    if scene is Scene.DEMANDS and not is_item(paragraph):
        weight = max(weight, LIKELY)
    told = run_in(paragraph) if petition else ()
    if not goes_on_below(paragraphs, index, told):
        told = ()
    return _Place(weight, told + list_after(paragraphs, index + 1)) if weight else None


_MATTER = re.compile(
    r"(?:sammanfattning|ärende(?!ts)|bakgrund|(?:kort\s+)?beskrivning\s+av\s+ärende|motionens\s+innehåll)",
    re.IGNORECASE,
)
"""How a section that begins with what a petition asks is headed."""


def _begins_matter(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a paragraph's first sentence says, under a heading for it, what the matter is and what someone wishes."""
    heads = index > 0 and _heads(paragraphs[index - 1]) and _MATTER.match(paragraphs[index - 1].text) is not None
    return heads and asking().run_in.search(_FULL_STOP.split(paragraphs[index].text)[0]) is not None


_FULL_STOP = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")


def _told(
    paragraphs: Sequence[Paragraph], index: int, scene: Scene, *, petition: bool, on_petition: bool
) -> _Place | None:
    """The demands that stand inside the paragraph at `index`; in a petition with those that go on below it."""
    paragraph = paragraphs[index]
    text = paragraph.text.strip()
    if paragraph.kind is not Kind.PARAGRAPH:
        return None
    if (listed := inline_list(paragraph, dashes=petition)) and _opens_inline(text, scene, petition=petition):
        return _Place(LIKELY, listed)
    if petition and (told := calls_vote(paragraph)):
        return _Place(SURE, told)
    if petition and (told := headed(paragraph)):
        return _Place(LIKELY, told + goes_on_below(paragraphs, index, told))
    if petition:
        demands = (after_lead(paragraph) if scene in _ASKED_UNDER else ()) or run_in(paragraph)
        demands = tuple(demand for demand in demands if not demand[0].endswith(":"))
        demands += goes_on_below(paragraphs, index, demands)
        asked = max((match.end() for match in asking().run_in.finditer(paragraph.text)), default=0)
        demands += thought_also(paragraph, at=asked) if demands else ()
        asks = any(not asking().wishes.match(match[0]) for match in asking().run_in.finditer(text))
        return _Place(LIKELY if asks else PERHAPS, demands)
    weight = 0 if scene in _ANSWERING else _retells(text, on_petition=on_petition)
    demands = run_in(paragraph) if weight else ()
    if len(demands) == 1:
        demands = tuple((clause, paragraph.n) for clause in own_clauses(demands[0][0]))
    if not demands or any(_answers(words) for words, _ in demands):
        return None
    if weight == WISHED and len(demands) < 2 and not _begins_matter(paragraphs, index):
        return None
    return _Place(weight, demands)


def _places(paragraphs: Sequence[Paragraph], *, petition: bool, on_petition: bool) -> Iterator[_Place]:
    """Every place that may hold the demands; `on_petition` when the paper or § answers one, by its title."""
    scene = Scene.START
    before: _Place | None = None
    for index, paragraph in enumerate(paragraphs):
        asked_before, before = before, None
        scene = _scene_after(paragraph, scene, loosely=not petition)
        if listed := _listed(paragraphs, index, scene, petition=petition):
            yield listed
            continue
        if petition and _opens_prose(paragraphs, index, scene):
            yield _Place(LIKELY if _demands_outright(paragraph) else PERHAPS, prose(paragraphs, index + 1))
        if _heads(paragraph) and (scene in _ASKED_UNDER if petition else scene is Scene.DEMANDS):
            yield _Place(PERHAPS, prose(paragraphs, index + 1))
        if told := _told(paragraphs, index, scene, petition=petition, on_petition=on_petition):
            if petition and asked_before and asks_more(paragraph):
                told = _Place(max(asked_before.weight, told.weight), asked_before.demands + told.demands)
            elif petition and asked_before and not told.demands and (more := thought_also(paragraph)):
                told = _Place(asked_before.weight, asked_before.demands + more)
            before = told if told.demands else None
            yield told


def _opens_inline(text: str, scene: Scene, *, petition: bool) -> bool:
    """Whether the words before a list inside a paragraph say that it is the demands."""
    if scene in _ANSWERING and not petition:
        return False
    head = text[: inline_start(text)]
    called = re.search("förslag|önskemål", head, re.IGNORECASE) is not None
    return called or any(p.search(head) for p in (asking().asks, asking().names))


def _answers(text: str) -> bool:
    """Whether a piece answers a motion ("motionen avslås") and so is none of its demands."""
    deciding = {verb.disposition for verb in verbs_in(text)} & DECIDING
    return bool(deciding) and (bool(pointers_in(text)) or len(text) < 40)


def _retells(text: str, *, on_petition: bool) -> int:
    """How surely a sentence of an answer or of minutes retells what a motion asks, 0 if it does not.

    It names the motion, or where the title does (`on_petition`) the one who asks stands right before the verb: "Joar
    Stenvik (MP) yrkar att", "Liberalerna vill att".
    """
    found = list(asking().run_in.finditer(text))
    match = next((one for one in found if not asking().wishes.match(one[0])), found[0] if found else None)
    if match is None or _body_speaks(text[: match.start()][-SHORT:]) or verbs_in(match[0]):
        return 0
    wish = asking().wishes.match(match[0]) is not None
    if not wish and re.search(
        r"motion|medborgarförslag|förslagsställar|initiativ", text[: match.end() + 20], re.IGNORECASE
    ):
        return RETOLD
    if not on_petition or not _asker_before(text[: match.start()]):
        return 0
    if not wish:
        return RETOLD
    if not _WISHES_THAT.match(match[0]):
        return 0
    names_it = " i " in match[0] or _HAS_PUT.search(text[: match.start()])
    return RETOLD if names_it else WISHED


_WISHES_THAT = re.compile(
    r"(?:skulle\s+)?\w+\s+(?:i\s+(?:en|sin|ett|sitt)\s+(?:motion|medborgarförslag|e-förslag)\s+)?att\b", re.IGNORECASE
)
"""A wish told as what a petition asks: "vill att", "vill i sin motion att"."""


def _body_speaks(before: str) -> bool:
    """Whether a body stands before a verb as its subject, not as who the motion is put to ("till fullmäktige")."""
    return any(not re.search(r"\btill\s+$", before[: found.start], re.IGNORECASE) for found in mentions(before))


_HAS_PUT = re.compile(
    r"\b(?:lämna|väck|skriv|inkom)\w*\s[^.]{0,40}\b(?:motion|medborgarförslag|e-förslag)\b", re.IGNORECASE
)
"""Tells that a petition was put, before what it wishes: "har lämnat en motion om bussar. Hon vill att"."""
_PRONOUN = re.compile(
    r"(?:^|[.!?]\s+)(?:De|Hon|Han|Hen|Denne|Partiet|Motionärerna|Motionären)\s*$|\batt\s+(?:han|hon|hen|de|denne)\s*$"
)


def _asker_before(text: str) -> bool:
    """Whether the words before a verb end with who put the petition, or with a pronoun that stands for them."""
    asker = asking().asker.search(text)
    if asker is None and _PRONOUN.search(text):
        return asking().asker_anywhere.search(text) is not None or _HAS_PUT.search(text) is not None
    return asker is not None


def demands_of(paragraphs: Sequence[Paragraph], part: Part) -> tuple[Demand, ...]:
    """The demands of one paper or § (`paragraphs` of the whole document), numbered from 1 as they stand; none of a §
    that hands several motions in."""
    own = [
        p
        for p in paragraphs[part.first - 1 : part.last]
        if p.kind not in (Kind.FOOTNOTE, Kind.SIGNATURE, Kind.TABLE_ROW)
    ]
    if part.kind is DocumentType.INTERPELLATION or hands_in(part, own):
        return ()
    petition = part.kind in PETITIONS
    on_petition = any(pattern.search(part.title or "") for pattern in (PETITION, asking().initiative))
    places = [place for place in _places(own, petition=petition, on_petition=on_petition) if place.demands]
    best: Asked = ()
    top = max((place.weight for place in places), default=0)
    if places:
        best = [place.demands for place in places if place.weight == top][-1 if petition else 0]
    if petition and top < LIKELY:
        best = last_list(own) or best
    return tuple(Demand(n, text, paragraph, part.section) for n, (text, paragraph) in enumerate(best, 1))
