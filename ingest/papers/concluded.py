"""What a letter proposes only by its conclusion: "Mot den bakgrunden bör motionen avslås", under no proposal.

Read only where the letter on a petition proposes nothing in any other way, and from the office's own mouth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.decision import Disposition
from corpus.document import DocumentType, Part
from corpus.paragraph import Kind, Paragraph
from corpus.petition import PETITION
from ingest.papers.answers import answers_in
from ingest.papers.bodies import is_council, mentions
from ingest.papers.headings import is_section
from ingest.papers.item_body import ASSUMED_COUNCIL, council_above
from ingest.papers.leads import OFFICE
from ingest.papers.sentences import sentences_of
from ingest.papers.spoken import settles_or_sends
from ingest.papers.targets import Target
from ingest.papers.walk_state import Item

CONCLUDED = "inget förslag står för sig: läst ur bedömningens slutsats"
_LETTERS = frozenset({DocumentType.MOTIONSSVAR, DocumentType.TJANSTESKRIVELSE})
_MUST = r"(?:bör|ska|skall|kan|får)"
_MATTER = r"(?:hela\s+)?(?:motionen|medborgarförslaget|e-förslaget|invånarförslaget|[\wåäö]*fullmäktige)"
_GROUND = (
    r"(?:(?:mot|med|då|eftersom|utifrån|enligt|genom|sammantaget|sammanfattningsvis|därför|därmed|således|av|i\s+och\s+med|"
    r"på\s+grund)\b[^.;:]{0,220}?[\s,])?"
)
_THINKS = (
    rf"(?:(?:{OFFICE}|vi)\s+(?:anser|bedömer|menar|finner|gör\s+bedömningen|är\s+av\s+uppfattningen)"
    rf"|(?:anser|bedömer|menar|finner)\s+(?:{OFFICE}|vi)"
    rf"|(?:{OFFICE}|vår)\s+(?:\w+\s+){{0,2}}?(?:bedömning|slutsats|uppfattning|ståndpunkt|ställningstagande)\s+är"
    r"|(?:slutsatsen|bedömningen)\s+(?:\w+\s+)?(?:är|blir))(?:\s+(?:därför|därmed|således|sammantaget|alltså|dock))?,?\s+att\s+"
)
_CONCLUDES = re.compile(
    rf"{_GROUND}(?:{_THINKS})?(?P<said>{_MUST}\s+(?:därför\s+|därmed\s+)?{_MATTER}\s|{_MATTER}\s+{_MUST}\s)",
    re.IGNORECASE,
)
_OTHERS_THINK = re.compile(
    r"\b(?:motionär|förslagsställar|partiet|remissinstans|tycker|hävdar|yrkar|påpekar|framhåller)\w*|\((?-i:[A-ZÅÄÖ]{1,4})\)",
    re.IGNORECASE,
)
_ANSWERS_THAT = re.compile(r"\b(?:anser|menar|bedömer|finner)\b", re.IGNORECASE)
_TURNED = re.compile(r"\b(?:inte|ej|icke|varken|först|om|såvida)\b", re.IGNORECASE)
"""What makes a conclusion none, or one of a case that may not come."""
_WORDS = re.compile(r"\b(?:bifall|avsl|besvara|avstyrk|tillstyrk|tillgodose)", re.IGNORECASE)
"""One of them alone: a motion that is to be answered in parts is not told apart here."""
_OF_OTHERS = re.compile(r"remiss|motion|medborgarförslag|synpunkt|tidigare|yrkande", re.IGNORECASE)
"""In the heading of what others say."""


def _conclusion(text: str) -> tuple[str, str] | None:
    """The last sentence of a paragraph and its words from "bör" or "motionen" on, if it concludes how to answer."""
    sentence = sentences_of(text.strip())[-1]
    match = _CONCLUDES.match(sentence)
    if match is None:
        return None
    before, said = sentence[: match.start("said")], sentence[match.start("said") :]
    thinks = re.search(_THINKS, before, re.IGNORECASE)
    ground = before[: thinks.start()] if thinks else before
    if _OTHERS_THINK.search(before) or _ANSWERS_THAT.search(ground) or mentions(before):
        return None
    if _TURNED.search(said) or sentence.endswith("?") or len(_WORDS.findall(said)) != 1:
        return None
    return (sentence, said) if settles_or_sends(said) else None


def _conclusions(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, str, str]]:
    """Each paragraph that ends with a conclusion, with the sentence and its own words."""
    heading = ""
    for paragraph in paragraphs:
        text = paragraph.text.strip()
        if paragraph.kind is Kind.HEADING or (is_section(text) and not text.endswith(".")):
            heading = paragraph.text
        elif paragraph.kind is Kind.PARAGRAPH and not (_OF_OTHERS.search(heading) or mentions(heading)):
            found = _conclusion(paragraph.text)
            if found:
                yield paragraph, *found


def _answer(text: str, council: str) -> tuple[tuple[Disposition, Target], ...]:
    return tuple((answer.disposition, answer.target) for answer in answers_in(text, body=council))


def concluded(paragraphs: Sequence[Paragraph], part: Part, body: str | None) -> list[Item]:
    """The item that a letter to `body` proposes by its conclusion; none where two conclusions differ."""
    to_council = body is None or is_council(body) or "styrelse" in body.lower()
    if part.kind not in _LETTERS or not to_council or not PETITION.search(part.title or ""):
        return []
    found = list(_conclusions(paragraphs))
    council = council_above(body)
    if len({_answer(said, council) for _, _, said in found}) != 1:
        return []
    paragraph, sentence, said = found[-1]
    text = sentence if _answer(sentence, council) == _answer(said, council) else said
    return [Item(paragraph, text, said, council, False, False, 1, (ASSUMED_COUNCIL, CONCLUDED))]
