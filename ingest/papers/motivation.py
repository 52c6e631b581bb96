"""What a majority argues inside the block of its decision: "Att bifalla motionen skulle bli dyrt" decides nothing.

A sentence that decides has "avslås" or "avslår" for its verb, or begins with "att"; one that argues speaks of what
would be, of what is only thought of, or of what was once decided.
"""

from __future__ import annotations

import re

from ingest.papers.bare_predicate import is_bare
from ingest.papers.dispositions import verbs_in
from ingest.papers.pointers import pointers_in
from ingest.papers.sentences import sentences_of
from ingest.papers.spoken import settles_or_sends, tells_of_today

_TO_DECIDE = r"(?:avslå|bifalla|besvara|återremittera|bordlägga|tillstyrka|avstyrka|tillmötesgå|tillgodose|anse)\b"
_WOULD = (
    r"(?:skulle|vore|hade|kunde|borde|måste|kan|kräver|krävs|innebär|medför|leder|är|blir|riskerar|ger|går|strider"
    r"|antas)\b"
)
_BEGINS_CLAUSE = r"(?:då|eftersom|som|att|vad|när|där|vilket|innan|så|därför|enligt|med)\b"
_NO_CLAUSE = rf"(?:(?!{_BEGINS_CLAUSE})[^\s.;:]+\s+){{0,14}}?"
_CANNOT = r"\b(?:kan|kunde|skulle|hade)\s+(?:\w+\s+){0,3}?(?:bifalla|avslå|bifallit|avslagit|tillmötesgå|besvara)s?\b"

_ARGUES = re.compile(
    rf"(?:^|[,:;]\s*|\b(?:och|men|för|förslaget|tanken|alternativet)\s+)(?:att\s+)(?:\w+\s+)?{_TO_DECIDE}\s+{_NO_CLAUSE}{_WOULD}"
    rf"|^(?:det|detta)\s+(?:\w+\s+)?{_WOULD}[^.;]*?\batt\s+(?:\w+\s+)?{_TO_DECIDE}"  # "Det vore fel att avslå"
    r"|(?:^|,\s*|\b(?:även|men|och)\s+)(?:om|ifall)\s+(?:\w+\s+){1,3}?(?:skulle\s+)?(?:avsl|bif|besvar|återrem|bordl)\w+"
    rf"|(?:^|[,:;]\s*|\b(?:och|men)\s+)(?:ett\s+|en\s+)?(?:bifall|avslag|återremiss)\b\s+{_NO_CLAUSE}{_WOULD}"
    rf"|{_CANNOT}",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:bifalla|avslå|besvara|återremittera|bordlägga|tillstyrka|avstyrka|tillmötesgå|bifall|avslag|återremiss|bordläggning"
    r"|bifall(?:en|et|na|it)|avslag(?:en|et|na|it)|besvara[dt])",
    re.IGNORECASE,
)
"""Forms that name a decision: alone they decide only at the sentence's start."""
_ALSO = r"(?:\W|\b(?:dels|samt|och|men|vidare|dessutom|slutligen|i\s+övrigt|delvis|för\s+egen\s+del)\b)*"
_DECIDES = re.compile(
    rf"^{_ALSO}(?:att\s|{_TO_DECIDE}|(?:bifall|avslag|återremiss|bordläggning)\b)|\bbeslut(?:ar|as|ade)\b|\bföreslår\b"
    r"|\b(?:anses?|ansågs|är|ska|skall|bör|förklara[rs]|finner|att\s+anse)\b[^.;]*"
    r"\b(?:besvara[dt]|bifall\w+|avslå\w*)\b(?<!bifalla)(?<!avslå)"
    r"|(?:[:|]|\s[–-])\s*(?:delvis\s+)?(?:bifall|avslag|återremiss|bordläggning|besvara[dt])\W*$"  # "Ansökan 2: avslag"
    r"|\b(?:ge[rs]?|lämna[rs]?|med|får|fick)\s+(?:bifall|avslag)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:har|hade)\b[^.;]*\b(?:avslagits?|bifallits?|besvarats?)\b|\b(?:avslogs|bifölls|besvarades)\b", re.IGNORECASE
)
_OPENS = re.compile(r"\b(?:motivering\w*|skäl\w*|argument\w*)\s*(?:är\s+)?(?:att|följande|dessa)?\s*:?$", re.IGNORECASE)


def argues(text: str) -> bool:
    """Whether a text speaks of deciding what was asked, and each of its sentences that does so only argues: "andra
    yrkandet kan inte bifallas" decides, as it names what."""
    speaking = [one for one in sentences_of(text) if settles_or_sends(one)]
    return bool(speaking) and all(_only_argues(one) for one in speaking)


def _only_argues(sentence: str) -> bool:
    said = _ARGUES.search(sentence)
    if said and re.match(_CANNOT, said[0], re.IGNORECASE) and any(one.numbers for one in pointers_in(sentence)):
        return False
    if said and not settles_or_sends(sentence[: said.start()]):
        return True
    verbs = verbs_in(sentence)
    if _TOLD.search(sentence) and not tells_of_today(sentence) and len(verbs) == 1:
        return True
    only_named = all(_NAMED.fullmatch(sentence[verb.start : verb.end]) for verb in verbs)
    named = any(one.numbers for one in pointers_in(sentence))
    return only_named and not (named or _DECIDES.search(sentence) or is_bare(sentence))


def opens_motivation(text: str) -> bool:
    """Whether an item ends by announcing its reasons: "Motionen avslås med följande motivering:"."""
    return text.rstrip().endswith(":") and _OPENS.search(text.rstrip()) is not None
