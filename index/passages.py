"""Which passages a document gives: what is embedded and searched, each tied to the whole paragraphs that it cites.

A decision never names its subject ("Motionens andra förslag avslås"), so its passage carries the case's title and the
demand it answers: one passage for each demand, since one for two demands lay near neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from corpus.case import Case
from corpus.citation import stands_with
from corpus.decision import Decision, Demand
from corpus.document import Document, Part
from corpus.paragraph import Kind, Paragraph
from corpus.passage import Facets, Passage, PassageKind
from corpus.petition import names_motion
from index.context import Context, only_says
from index.pieces import lines_together, neighbourhood, pieces
from index.terms import analyse

_terms = lru_cache(maxsize=4096)(analyse)
"""Headings come again with each paragraph, and the same paragraphs with each change of their case."""


def passages_of(document: Document, cases: Sequence[Case]) -> tuple[Passage, ...]:
    """All passages of `document`; `cases` are those that the document belongs to."""
    context = Context(document)
    return (*_titles(context), *_texts(context), *_demands(context, cases), *_decisions(context, cases))


def tied_passages_of(document: Document, cases: Sequence[Case]) -> tuple[Passage, ...]:
    """Those of `passages_of` that depend on the cases (`corpus.passage.TIED`); no other does."""
    context = Context(document)
    return (*_demands(context, cases), *_decisions(context, cases))


def _titles(context: Context) -> Iterator[Passage]:
    """The document's title, and the title of each § of minutes, with what a reader knows them by."""
    document = context.document
    if document.paragraphs:
        yield _title(context, context.title_paragraph, document.title, context.part(context.title_paragraph))
    known: set[tuple[str | None, ...]] = set()
    for part in document.parts:
        meant = (part.section, part.title, part.body, part.date)
        if part.section and meant in known:
            continue  # a bilaga of a § that is titled already; another meeting's § of that number is not
        known.add(meant)
        titled = part.first == context.title_paragraph or (context.part(context.title_paragraph) is part)
        if not titled and part.first <= len(document.paragraphs):
            yield _title(context, part.first, part.title or document.paragraph(part.first).text, part)


def _title(context: Context, n: int, title: str, part: Part | None) -> Passage:
    known = context.known_as(part)
    text = "\n".join(piece for piece in (title, known) if piece)
    return Passage(PassageKind.TITLE, context.document.file, (n,), text, _terms(text), context.facets(n))


def _texts(context: Context) -> Iterator[Passage]:
    """Each paragraph that is no heading, long ones in pieces: its headings, its words, a short one's neighbours.

    An item that says nothing but its decision has the decision's passage alone: a tenth fewer passages, found as well.
    """
    for paragraph in context.document.paragraphs:
        words = _words_of(paragraph)
        if paragraph.kind is Kind.HEADING or not words.strip():
            continue
        said = pieces(words)
        if context.says_only_its_decision(paragraph) and len(said) == 1:
            continue
        head = context.heading_line(paragraph)
        kind = PassageKind.TABLE if paragraph.kind is Kind.TABLE_ROW else PassageKind.TEXT
        facets = context.facets(paragraph.n)
        every = context.document.paragraphs
        itself = context.decides(paragraph.n) or context.says_only_a_demand(paragraph)
        lines = "" if itself else lines_together(every, paragraph)
        around = "" if itself or lines else neighbourhood(every, paragraph)
        for piece in said:
            yield Passage(
                kind,
                context.document.file,
                (paragraph.n,),
                _lines(head, lines or piece, around),
                (*_terms(head), *_terms(piece)),
                facets,
            )


def _lines(head: str, words: str, around: str) -> str:
    return "\n".join(line for line in (head, words, around) if line or line is head)


def _words_of(paragraph: Paragraph) -> str:
    """The paragraph's words; a table row's cells each with the head of its column, spellings that hyphens left open."""
    if paragraph.columns and len(paragraph.columns) == len(paragraph.cells):
        rows = (f"{head}: {cell}" for head, cell in zip(paragraph.columns, paragraph.cells, strict=True) if cell)
        text = "; ".join(rows)
    else:
        text = paragraph.text
    return " ".join((text, *paragraph.alternatives))


def _demands(context: Context, cases: Sequence[Case]) -> Iterator[Passage]:
    """Each demand that this document is the source of, with its case's title.

    A paragraph that says only the demand is near the same questions as a text and as a demand: it is embedded once.
    """
    for case in cases:
        for demand, file in zip(case.demands, case.demand_files, strict=True):
            if file == context.document.file and demand.paragraph <= len(context.document.paragraphs):
                passage = _tied(context, PassageKind.DEMAND, demand.paragraph, case, (demand,), "")
                paragraph = context.document.paragraph(demand.paragraph)
                if only_says(paragraph, demand):
                    words = pieces(_words_of(paragraph))[0]
                    passage = replace(passage, embed_text=_lines(context.heading_line(paragraph), words, ""))
                yield passage


def _decisions(context: Context, cases: Sequence[Case]) -> Iterator[Passage]:
    """Each decision item, once for each demand it answers; an item that answers none, with its own title."""
    for decision in context.document.decisions:
        case = _case_of(context, decision, cases)
        demands = [demand for demand in case.demands if demand.n in decision.demands] if case else []
        if case and demands:
            for demand in demands:
                yield _tied(context, PassageKind.DECISION, decision.paragraph, case, (demand,), decision.text, decision)
        else:
            yield _tied(context, PassageKind.DECISION, decision.paragraph, case, (), decision.text, decision)


def _case_of(context: Context, decision: Decision, cases: Sequence[Case]) -> Case | None:
    """The case a decision belongs to: the document's only one, else the one that names this § of these minutes; of
    several, the one whose motion the decision names.
    """
    whole = [case for case in cases if None in _sections(case, context.document.file)]
    named = [case for case in cases if decision.section in _sections(case, context.document.file)]
    found = named if decision.section is not None and named else whole
    if len(found) > 1 and decision.section is None:
        found = [case for case in found if stands_with(case, context.document, decision.paragraph)] or found
    meant = [case for case in found if len(found) > 1 and names_motion(decision.text, case.title)]
    return (meant or found)[0] if len(found) == 1 or meant or (found and found == named) else None


def _sections(case: Case, file: str) -> frozenset[str | None]:
    """The §§ of a file that the case is tied to; None among them where the file as a whole is."""
    ties = [tie.section for tie in case.ties if tie.file == file]
    steps = [step.section for step in case.timeline if step.file == file]
    return frozenset((*ties, *steps))


def _tied(
    context: Context,
    kind: PassageKind,
    n: int,
    case: Case | None,
    demands: tuple[Demand, ...],
    text: str,
    decision: Decision | None = None,
) -> Passage:
    title = case.title if case else (decision.title if decision and decision.title else context.title_of(n))
    words = "\n".join((title, *(demand.text for demand in demands), *((text,) if text else ())))
    opened = (case.party or "", (case.opened or "")[:4]) if case else ()
    known = " ".join((context.known_as(context.part(n)), *opened))
    return Passage(
        kind,
        context.document.file,
        (n,),
        words,
        (*_terms(words), *_terms(known)),
        _facets(context, n, case, decision),
        case.key if case else None,
        tuple(demand.n for demand in demands),
    )


def _facets(context: Context, n: int, case: Case | None, decision: Decision | None) -> Facets:
    return context.facets(n, decision=decision, party=case.party if case else None, dnr=case.dnr if case else ())
