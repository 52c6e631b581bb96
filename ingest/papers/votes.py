"""Which paragraphs of minutes tell how a vote went: "Omröstningen utfaller med 20 ja-röster och 21 nej-röster".

What only tells that decides nothing, though it stand under the decision's heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import DocumentType, Part
from corpus.paragraph import Kind, Paragraph
from ingest.papers.numerals import CARDINALS
from ingest.papers.sentences import sentences_of

_NO_RESULT = (Kind.SIGNATURE, Kind.FOOTNOTE)
_TENS = "tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio"
_N = rf"(?<![\w/–-])(?:\d{{1,3}}|(?:{_TENS})(?:{'|'.join(CARDINALS[:9])}|en)?|{'|'.join(CARDINALS)}|en)(?![\w])"
"""How many voted so, in figures or in words."""
_VOTERS = r"(?:ledamöter|personer|ersättare|av\s+(?:ledamöterna|de\s+närvarande))"
_SIDE = r"(?:ja|nej)"
_COUNT = rf"{_N}(?:\s+st(?:ycken|\.)?)?"
_VOTING = r"(?:omröstning|votering|rösträkning)\w*"
_THREE = r"\d{1,3}(?:\s?[/–-]\s?\d{1,3}){2}(?![\w/–-])"
_DASH = r"\s*(?:[-–/]|mot)\s*"

_MOVED = r"[\w\s-]{0,50}?(?:förslag|bifall|avslag|motion|yrkande|återremiss|bordläggning)\w*"
_COUNTED = re.compile(
    r"(?:ja|nej)-?\s?röster\b"  # "sju ja-röster mot fyra"; "Ja-röst för bifall" only says what is voted on
    rf"|{_COUNT}\s+{_SIDE}\b(?!-)"  # "39 ja mot 41 nej"
    rf"|{_N}\s+(?:{_VOTERS}\s+)?röst(?:er|ar|ade)\b"  # "27 röstar ja och 16 röstar nej", "8 röster mot 7"
    rf"|\bröst(?:ar|ade)\s+{_SIDE}\s*\(\s*{_N}"  # "Bo Ek (S) och Ola By (M) röstar Ja (7)"
    rf"|\b{_SIDE}(?:-?\s?röst(?:er)?)?\s*(?::|\s[–-]\s|\s(?:avger|avgav|röstar|röstade)\s)\s*{_N}"  # "Ja: 20"
    rf"|\bröst(?:er|ar|ade)\s+(?:(?:för|e?mot)\s*:?\s*)?{_N}|\bsiffrorna\s+{_N}{_DASH}\d"
    rf"|\bja\s+{_COUNT}\W+(?:\w+\s+)?nej\s+{_COUNT}"  # "Ja 20 st, nej 15 st"
    rf"|\b{_SIDE}\s+{_N}\s+(?:st|röst)"
    rf"|\bröst(?:siffr|etal|tal)\w*[^.]{{0,40}}?{_N}(?:[^.]{{0,24}}?{_N}|{_DASH}\d)"  # "med röstsiffrorna 23-22"
    rf"|\b{_VOTING}\s+(?:slut|utf|gav|ger|bl|resulter|visa)\w*\s+(?:[a-zåäö]+\s+){{0,2}}{_N}{_DASH}\d"
    rf"|\b(?:resultat|utfall|omröstning)\w*:?\s+(?:[a-zåäö]+\s+){{0,2}}{_THREE}"  # "Resultat 22/4/1"
    rf"|{_N}\s+(?:röst\w*\s+)?för(?:\s+{_MOVED})?,?\s+(?:och|mot|men|samt)\s+{_N}\s+(?:röst\w*\s+)?(?:e?mot|för)\b",
    re.IGNORECASE,
)
_COUNTS_ALONE = re.compile(rf"{_COUNT}\s+{_SIDE}|{_SIDE}\s*[:|–-]?\s*{_COUNT}", re.IGNORECASE)
"""A point or a row of a result: "20 ja", "Nej | 15"."""
_OF_THE_VOTE = re.compile(
    rf"(?:(?:vid|i|efter)\s+)?(?:den\s+)?(?:(?:slut|öpp)\w+\s+)?(?:{_VOTING}|valet|resultat|utfall|röst|valsed)"
    rf"|(?:med\s+)?{_N}\s|(?:{_SIDE}|blank|avst)|antal\b|det\s+(?:avges|avgavs|lämnas|lämnades|röstas)\b"
    rf"|avgivna\b|[^.]{{2,60}}?\s{_N}\s+röst|[^.]{{2,60}}?\s(?:får|fick|erhåller|erhöll)\s+{_N}|ordföranden\s+har\s+utslagsröst",
    re.IGNORECASE,
)
"""How a sentence begins that is about the vote itself."""
_ASKED = re.compile(
    rf"(?:den\s+som\s+[^.]{{0,60}}?\s)?{_SIDE}(?:-?\s?röst\w*)?\s*(?:=|–|:|för\b|innebär|betyder|till\b|är\b)",
    re.IGNORECASE,
)
"""What is voted on: "Ja-röst för avslag, nej-röst för bifall", "JA = avslag"."""
_DECIDES = re.compile(
    r"\b(?:beslut\w+|avsl[åo]\w*s|avslå?r|avslog|bif[aö]ll\w*s|bifaller|biföll|anses|ansågs|återremitter\w+|bordläggs|antas|godkänn\w+"
    r"|välj(?:s|er)|valde?s?|utse[rs]?|utsågs?)\b",
    re.IGNORECASE,
)
_WHAT_FOR = re.compile(r"\bför\s+att\s[^,.;]*", re.IGNORECASE)


def tells_votes(text: str) -> bool:
    """Whether a text counts the votes for or against something."""
    return _COUNTED.search(text) is not None or _COUNTS_ALONE.fullmatch(text.strip(" .,;")) is not None


def only_votes(text: str) -> bool:
    """Whether a text tells how, or on what, it was voted, and nothing that was decided: "Vid sluten omröstning avges 30
    röster för Bo Ek", but not "Med 25 röster mot 20 avslås motionen"."""
    if _DECIDES.search(_WHAT_FOR.sub(" ", text)):
        return False
    if _ASKED.match(text):
        return True
    return tells_votes(text) and all(_OF_THE_VOTE.match(one) for one in sentences_of(text))


def votes_of(paragraphs: Sequence[Paragraph], part: Part) -> tuple[int, ...]:
    """The n of each paragraph of a § that counts votes; none of a paper that is not minutes."""
    if part.kind is not DocumentType.PROTOKOLL:
        return ()
    within = paragraphs[part.first - 1 : part.last]
    return tuple(one.n for one in within if one.kind not in _NO_RESULT and tells_votes(one.text))
