"""Cuts what asks into single demands: list items, att-satser of a sentence, numbered sentences, plain paragraphs.

Each demand is its own words (without "att" in front) with the number of the paragraph it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.paragraph import Kind, Paragraph
from ingest.papers.asking import asking
from ingest.papers.leads import lead_of
from ingest.papers.numerals import LETTERS, label_number
from ingest.papers.run_in import run_in_heading
from ingest.papers.sections import Scene

Asked = tuple[tuple[str, int], ...]
"""Demands in order: the words of each and the n of its paragraph."""

LONGEST_IN_PROSE = 300
"""Characters: a longer paragraph under "Förslag till beslut" in a motion argues rather than asks."""
MOST_INLINE = 15
"""Demands of a list inside a paragraph; letters go no further."""
BETWEEN_ASKINGS = 40
"""Characters between one asking sentence and the verb of the next: "Slutligen hemställer vi att"."""

_INLINE = re.compile(
    r"(?::|\bska(?:ll)?|\batt)\s*(?P<first>1[.)]|\(1\)|(?P<letter>a\)|\(a\))|(?<=:)\s*(?P<dash>[–—•-]))\s+(?=\S)",
    re.IGNORECASE,
)
_NEXT_DASH = re.compile(r"\s[–—•-]\s+(?=[A-ZÅÄÖ]|att\b)")
_NEXT_SMALL_DASH = re.compile(r"\s[–—•-]\s+(?!(?:och|eller|men|som|samt|dvs|i|utan)\b)(?=[\wåäö])")
"""Between demands in small letters that are no att-satser: "– fler bänkar – bättre belysning"."""
_LEADING_SIGNS = re.compile(r"^[^\w(]+")
_MARKER = re.compile(
    r"^(?:(?:[IVX]{1,4}|\d{1,2}|[a-h])[.)]|(?i:yrkande|att-sats|förslag|punkt|krav)\s+\d{1,2}\s?[:.–-])\s+(?=\S)"
)
_DASH = re.compile(r"^[-–—•]\s+(?=att\b)", re.IGNORECASE)
_ATT = re.compile(r"^att:?\s+", re.IGNORECASE)
_JOINED = re.compile(r"^(?:samt|och|dels)\s+(?=att\s)")
"""Before a paragraph's "att": the sentence above goes on."""
_APPROVAL = re.compile(
    r"^bifalla?\s+(?:till\s+)?(?:motionen|medborgarförslaget|förslaget)\s+(?:om\s+)?att\s+", re.IGNORECASE
)
"""Before what a motion asks, where it asks for its own approval: "yrkar bifall till motionen att …"."""
_MY_PROPOSAL = re.compile(r"(?:(?:mitt|vårt)\s+)?(?:förslag|yrkande|önskemål)\s+(?:är\s+|om\s+)?att\s+", re.IGNORECASE)
"""Begins a paragraph of a petition that asks by itself: "Förslag att bygga en bro."."""
_WISHED = re.compile(r"(?:(?:mitt|mina|vårt|våra)\s+)?önskemål\s*:\s*(?=\S)", re.IGNORECASE)
"""Begins a paragraph of a petition that names what is wished: "Önskemål: Fler bänkar i parken"."""
_ELSEWHERE = re.compile(r"se\s+(?:bilaga|nedan|ovan|nästa|sida|baksida)", re.IGNORECASE)
"""No bid: the demands stand at another place."""
_NEXT_ATT = re.compile(
    r"(?:\s*[,;]\s*(?:(?:samt|och|dels)\s+)?|\s+(?:samt|och|dels)\s+(?:på\s+)?|\.\s+)(?:(?:\d{1,2}|[a-h])[.)]\s*)?"
    r"(?:(?:vill|önskar|föreslår|yrkar|begär)\s+(?:också|även|dessutom|vidare)\s+)?att\s+(?=\w)",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\b(?:också|även|dessutom|därutöver|vidare|slutligen)\b", re.IGNORECASE)
_ITEM_NUMBER = re.compile(r"^(?P<number>\d{1,2})[.)]\s+(?=\S)")
_BODY_DECIDES = re.compile(
    r"^(?:[\wåäö-]*(?:fullmäktige|kommunen|styrelsen|nämnden))?\s*(?:(?:ska|må|måtte)\s+)?"
    r"(?:beslut(?:ar|a)|fattar beslut om|uttalar)\s*(?:om\s+)?(?:följande\s*)?:?\s*(?:att\s+)?",
    re.IGNORECASE,
)


def _clean(text: str) -> str:
    """A demand's own words, without a dash or "att" in front and without the sign that joins it to the next."""
    text = _APPROVAL.sub("", _ATT.sub("", _MARKER.sub("", _JOINED.sub("", _DASH.sub("", text.strip())))))
    return re.sub(r"\s*(?:[,;]|,?\s+(?:samt|och))\s*$", "", text).strip()


def _pieces(text: str) -> tuple[str, ...]:
    """The demands that one sentence runs together: "att …, att … samt att …"."""
    cuts = [m for m in _NEXT_ATT.finditer(text) if not _subordinate(text, m.start())]
    bounds = [0, *(m.end() for m in cuts)]
    ends = [*(m.start() for m in cuts), len(text)]
    return tuple(piece for start, end in zip(bounds, ends, strict=True) if (piece := _clean(text[start:end])))


def _subordinate(text: str, at: int) -> bool:
    """Whether the "att" after `at` hangs on a word of the demand before it ("för att, och att", "innebär att",
    "satsar på att … och på att")."""
    if re.match(r"\s+(?:samt|och|dels)\s+på\s", text[at:]) and re.search(r"\bpå\s+att\b", text[:at]):
        return True
    return re.search(r"\b(?:innebär|syftar till|menar|anser|visar|så|för)\s*$", text[:at], re.IGNORECASE) is not None


def run_in(paragraph: Paragraph) -> Asked:
    """Demands in the sentence that asks, or in several such sentences: "Vi yrkar att …. Vi vill även att …"."""
    matches = list(asking().run_in.finditer(paragraph.text))
    strong = [match for match in matches if not asking().wishes.match(match[0])] or matches[:1]
    found: list[str] = []
    end = 0
    for match in matches:
        if match not in strong and not (found and _ALSO.search(paragraph.text[end : match.end()])):
            continue
        if found and not 0 <= match.start() - end <= BETWEEN_ASKINGS:
            continue
        rest = paragraph.text[match.end() :]
        decides = _BODY_DECIDES.match(rest)
        start = match.end() + (decides.end() if decides and decides[0].strip() else 0)
        sentence = _first_sentence(paragraph.text[start:])
        end = start + len(sentence)
        found += _pieces(sentence)
    return tuple((piece, paragraph.n) for piece in found)


_CALLS_VOTE = re.compile(
    r"\b(?:begär|begärs|kräver|krävs|yrkar|föreslår)\b(?:[^.:;]|(?<=kap)\.){0,160}?"
    r"(?:\batt\s+(?P<that>[^.;]*?\bfolkomröstning\b[^.;]*)"
    r"|(?P<vote>\b(?:en\s+)?(?:(?:kommunal|lokal|rådgivande)\s+)*folkomröstning\b[^.;]*))",
    re.IGNORECASE,
)
_OF_LAW = re.compile(
    r"\bkommunallagen|\bfolkinitiativ|\bunderteckna|\b(?:namn)?underskrift|\bskrivit\s+under", re.IGNORECASE
)


def calls_vote(paragraph: Paragraph) -> Asked:
    """The demand of those who under the law call for a vote: "begär vi med stöd av 8 kap. 1 § kommunallagen att …"."""
    match = _CALLS_VOTE.search(paragraph.text)
    if match is None or not _OF_LAW.search(paragraph.text):
        return ()
    return ((_clean(match["that"] or match["vote"]), paragraph.n),)


def headed(paragraph: Paragraph) -> Asked:
    """Demands of a petition that stand in one paragraph with what heads them: "Yrkande: Att …", "Mitt förslag: Bygg …",
    "Förslag att …"."""
    text = paragraph.text.strip()
    if match := _MY_PROPOSAL.match(text):
        return tuple((piece, paragraph.n) for piece in _pieces(_first_sentence(text[match.end() :])))
    if match := _WISHED.match(text):
        return tuple((_clean(piece), paragraph.n) for piece in _bids(text[match.end() :]))
    _, colon, rest = text.partition(":")
    found = run_in_heading(text, None) if colon else None
    if found is None or found[0].scene not in (Scene.DEMANDS, Scene.PROPOSAL, Scene.MOVED):
        return ()
    if _ATT.match(rest.strip()):
        return tuple((piece, paragraph.n) for piece in _pieces(_first_sentence(rest.strip())))
    bids = found[0].scene is Scene.DEMANDS or (
        found[0].scene is Scene.PROPOSAL
        and not (found[0].bodies or found[0].proposer)
        and asking().bids.match(rest.strip())
        and not _ELSEWHERE.match(rest.strip())
    )
    return tuple((piece, paragraph.n) for piece in _bids(rest.strip())) if bids else ()


def asks_more(paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with an asking sentence that goes on from one before: "Jag vill också att …"."""
    match = asking().run_in.search(paragraph.text)
    return (
        match is not None
        and match.start() <= BETWEEN_ASKINGS
        and _ALSO.search(paragraph.text[: match.end()]) is not None
    )


def after_lead(paragraph: Paragraph) -> Asked:
    """Demands that a motion words as the decision it wants: "Kommunfullmäktige beslutar att …, att …"."""
    lead = lead_of(paragraph.text, None)
    if lead is None or lead.past:
        return ()
    return tuple((piece, paragraph.n) for piece in _pieces(paragraph.text[lead.end :]))


def inline_list(paragraph: Paragraph, *, dashes: bool = False) -> Asked:
    """Demands numbered or lettered inside a paragraph: "Förslagen lyder: 1. … 2. …", "att a) …, b) …".

    `dashes` where they may stand after dashes too, as in a petition: elsewhere these list what others propose.
    """
    match = next((one for one in _INLINE.finditer(paragraph.text) if dashes or not one["dash"]), None)
    if match is None:
        return ()
    found: list[str] = []
    at = match.end()
    while len(found) < MOST_INLINE and (following := _next_sign(match, len(found)).search(paragraph.text[at:])):
        found.append(paragraph.text[at : at + following.start()])
        at += following.end()
    found.append(_first_sentence(paragraph.text[at:]))
    return tuple((_clean(piece), paragraph.n) for piece in found) if len(found) > 1 else ()


def _next_sign(first: re.Match[str], count: int) -> re.Pattern[str]:
    """The sign of the next demand after `count` + 1 of a list inside a paragraph whose first sign is `first`."""
    if first["dash"]:
        begun = first.string[first.end() :]
        return _NEXT_SMALL_DASH if begun[:1].islower() and not _ATT.match(begun) else _NEXT_DASH
    if first["letter"]:
        return re.compile(rf"[\s,;]\(?{LETTERS[count + 1]}\)\s+(?=\S)")
    return re.compile(rf"[\s,;](?:{count + 2}[.)]|\({count + 2}\))\s+(?=\S)")


def inline_start(text: str) -> int:
    """Where a list numbered inside a paragraph begins; the paragraph's length if it holds none."""
    match = _INLINE.search(text)
    return match.start("first") if match else len(text)


def _first_sentence(text: str) -> str:
    """Up to the full stop that ends the sentence; a sentence that begins with "att" goes on with the demands."""
    end = 0
    for match in re.finditer(r"(?<!\bkap)(?<!\bbl\.a)(?<!\bt\.ex)[.!?]\s+(?=[A-ZÅÄÖ])", text):
        if text[match.end() :].lower().startswith("att "):
            continue
        end = match.start() + 1
        break
    return text[: end or len(text)].strip()


def is_item(paragraph: Paragraph) -> bool:
    """Whether it is an item of a list, or a paragraph that begins with "att"."""
    if paragraph.kind is not Kind.PARAGRAPH:
        return paragraph.kind is Kind.LIST_ITEM
    return any(pattern.match(paragraph.text) for pattern in (_ATT, _MARKER, _JOINED))


def list_after(paragraphs: Sequence[Paragraph], at: int) -> Asked:
    """The list that begins at index `at`: each item, or the paragraphs that begin with "att"."""
    found: list[tuple[str, int]] = []
    if (
        at + 1 < len(paragraphs)
        and paragraphs[at].text.rstrip().endswith(":")
        and _opens_list(*paragraphs[at : at + 2])
    ):
        at += 1
    first = paragraphs[at] if at < len(paragraphs) else None
    number: int | None = None
    for paragraph in paragraphs[at:]:
        if not re.search(r"\w", paragraph.text):
            continue
        if not is_item(paragraph) and not _numbered_after(number, paragraph):
            if found and _goes_on(found[-1][0], paragraph):
                found[-1] = (f"{found[-1][0]} {_LEADING_SIGNS.sub('', paragraph.text)}".strip(), found[-1][1])
                continue
            break
        if found and first and _sub_item(first, paragraph):
            text, n = found[-1]
            found[-1] = (f"{text} {_clean(paragraph.text)}", n)
            continue
        number = _item_number(paragraph)
        run_together = _ATT.match(_JOINED.sub("", paragraph.text)) and not paragraph.label
        pieces = _pieces(paragraph.text) if run_together else (_clean(paragraph.text),)
        found += [(piece, paragraph.n) for piece in pieces if piece]
    return tuple(found)


def _item_number(paragraph: Paragraph) -> int | None:
    """The number of an item, from its label or from its own first words."""
    match = _ITEM_NUMBER.match(paragraph.text)
    return label_number(paragraph.label) if paragraph.label else int(match["number"]) if match else None


def _numbered_after(number: int | None, paragraph: Paragraph) -> bool:
    """Whether a heading is the item after `number`, which the layout of a scanned page took for a heading."""
    return paragraph.kind is Kind.HEADING and number is not None and _item_number(paragraph) == number + 1


def goes_on_below(paragraphs: Sequence[Paragraph], index: int, told: Asked) -> Asked:
    """The list that takes up, with "att", where the last demand told in the paragraph at `index` ends: "Vi yrkar att en
    hundrastgård byggs," / "att papperskorgar sätts upp.". Where no sign ends it, it must be a clause of its own."""
    text = paragraphs[index].text.strip()
    if not told or not _clean(text).rstrip(".").endswith(told[-1][0].rstrip(".")):
        return ()
    below = [_clean_opening(one.text) for one in paragraphs[index + 1 : index + 2]]
    if not below or not _ATT.match(below[0]):
        return ()
    if not re.search(r"(?:[,;.]|\s(?:samt|och))$", text) and not _ends_clause(told[-1][0], _ATT.sub("", below[0])):
        return ()
    return list_after(paragraphs, index + 1)


_OPENS_MORE = re.compile(
    r"\b(?:uppdrag(?:et)?|uppdrar|uppdra|åt\s+[\wåäö-]+|verkar?\s+för|arbetar?\s+för|ser?\s+till|säkerställ(?:er|a)|"
    r"tillser?|beslut(?:a|ar)?|följande|möjlighet\w*|förutsättning\w*|för|så|genom|"
    r"(?<!s\s)(?:om|av|till|på|med))$",
    re.IGNORECASE,
)
"""At the end of what only opens the demands below it: "att kommunen verkar för" / "att bussen går oftare"."""
_INFINITIVE = re.compile(r"(?!\w+(?:arna|orna|erna)\b)(?:\w{2,}a|se|ge|få|gå|stå|bli|be|dra)\s", re.IGNORECASE)
_DETERMINER = re.compile(
    r"(?:alla|nya|stora|extra|egna|samma|dessa|båda|våra|dina|mina|vissa|unga|gamla|äldsta|andra|första)\s",
    re.IGNORECASE,
)


def _ends_clause(told: str, below: str) -> bool:
    """Whether a demand without a sign at its end is whole, when what is `below` has "att" before it: both are clauses,
    or both infinitives ("att införa gratis bad" / "att förlänga öppettiderna")."""
    bare = [_INFINITIVE.match(one) is not None and not _DETERMINER.match(one) for one in (told, below)]
    return _OPENS_MORE.search(told) is None and bare[0] == bare[1]


def _clean_opening(text: str) -> str:
    """A paragraph without the signs and words before its "att"."""
    return _JOINED.sub("", _MARKER.sub("", _DASH.sub("", text.strip())))


def _opens_list(opening: Paragraph, following: Paragraph) -> bool:
    """Whether an "Att kommunfullmäktige ger … i uppdrag att:" only opens the list below it."""
    return opening.kind is Kind.PARAGRAPH and following.kind is Kind.LIST_ITEM


def _goes_on(before: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph is the rest of the item before it, torn off by a page or a scanner."""
    rest = _LEADING_SIGNS.sub("", paragraph.text)
    return paragraph.kind is Kind.PARAGRAPH and rest[:1].islower() and not re.search(r"[.!?;:]$", before)


def _sub_item(first: Paragraph, paragraph: Paragraph) -> bool:
    """Whether an item is a sub-point: its label is of another sort than that of the list's first item.

    A sign before "att" is none beside an att-sats with another sign or, as scanners lose them, without one.
    """
    own, outer = _sort(paragraph.label), _sort(first.label)
    if not own or own == outer or (outer == "letter" and first.label and "a" not in first.label.lower()):
        return False
    if not outer and not _ATT.match(first.text):
        return False
    signs = own not in _COUNTED and outer not in _COUNTED
    return not (signs and (_ATT.match(paragraph.text) or not _ATT.match(first.text)))


_COUNTED = ("number", "roman", "letter")


def _sort(label: str | None) -> str:
    """Of which sort a label is: a number, a roman one, a letter, else the sign itself; "" without a label."""
    bare = (label or "").strip(".)(: ")
    if not bare.isalnum():
        return label or ""
    return "number" if any(c.isdigit() for c in bare) else "roman" if re.fullmatch("[IVX]+", bare) else "letter"


_NEXT_SENTENCE = re.compile(r"[.!]\s+(?=[A-ZÅÄÖ])")


def _ends_sentence_above(paragraphs: Sequence[Paragraph], at: int, text: str) -> bool:
    """Whether a line ends the sentence that opens those at `at`: "Vi vill att kommunen:" / "sänker hyran"."""
    return at > 0 and paragraphs[at - 1].kind is Kind.PARAGRAPH and text[:1].islower()


def prose(paragraphs: Sequence[Paragraph], at: int) -> Asked:
    """Demands of a motion in plain paragraphs under a heading such as "Förslag till beslut", or that end the sentence
    above them: "yrkar Centerpartiet att" / "en bro byggs."."""
    found: list[tuple[str, int]] = []
    for paragraph in paragraphs[at:]:
        text = paragraph.text.strip()
        if (
            paragraph.kind is not Kind.PARAGRAPH
            or not (text.endswith((".", "!", ",", ";")) or _ends_sentence_above(paragraphs, at, text))
            or len(text) > LONGEST_IN_PROSE
        ):
            break
        if found and text[:1].isupper() and paragraphs[at].text.strip()[:1].islower():
            break
        found += [(_clean(piece), paragraph.n) for piece in _bids(text)]
    return tuple(found)


def _bids(text: str) -> tuple[str, ...]:
    """The text cut before each sentence that asks in itself: "Bygg en bro. Sätt upp en bänk. Det behövs skyltar."."""
    starts = [match.end() for match in _NEXT_SENTENCE.finditer(text) if asking().bids.match(text[match.end() :])]
    bounds = [0, *(starts if asking().bids.match(text) else ()), len(text)]
    return tuple(text[start:end].strip() for start, end in pairwise(bounds))


def last_list(paragraphs: Sequence[Paragraph]) -> Asked:
    """The last run of list items of a motion that asks without a word of asking."""
    runs: list[int] = []
    for index, paragraph in enumerate(paragraphs):
        if is_item(paragraph) and (index == 0 or not is_item(paragraphs[index - 1])):
            runs.append(index)
    return list_after(paragraphs, runs[-1]) if runs else ()
