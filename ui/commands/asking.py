"""Commands that ask: search and precedents."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from corpus.errors import PathMissingError, UsageError
from ui.commands.options import (
    MOST_HITS,
    BodyOption,
    DnrOption,
    HomeOption,
    InForceOption,
    JsonOption,
    PartyOption,
    SinceOption,
    StatusOption,
    TopOption,
    TypeOption,
    UntilOption,
    filter_of,
)
from ui.counted import counted
from ui.records import answer_record, precedents_record
from ui.settings import read_settings

if TYPE_CHECKING:
    from search.answer import Answer, DemandPrecedents

NOTHING_FOUND = 1
ROUTES = {"identifier": "beteckning", "phrase": "ordagrann fras", "hybrid": "innebörd och ord"}
"""What each route searches by, in words."""


def search(
    text: Annotated[str | None, typer.Argument(help="Frågan, på svenska eller engelska.")] = None,
    batch: Annotated[Path | None, typer.Option("--batch", help='Fil med en fråga per rad: {"id", "text"}.')] = None,
    top: TopOption = 10,
    types: TypeOption = None,
    bodies: BodyOption = None,
    parties: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    status: StatusOption = None,
    dnr: DnrOption = None,
    in_force: InForceOption = False,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> int:
    """Besvara en fråga: besluten först, sedan styckena, alla med källhänvisning."""
    where = filter_of(
        types=types,
        bodies=bodies,
        parties=parties,
        since=since,
        until=until,
        status=status,
        in_force=in_force,
        dnr=dnr,
    )
    if (text is None) == (batch is None):
        raise UsageError("Skriv antingen en fråga eller --batch FIL.")
    if text is not None and not text.strip():
        raise UsageError("Frågan är tom.", hint="Skriv vad du vill veta, t.ex. »hundrastgårdar«.")
    questions = None if batch is None else list(_questions(batch))
    from ui.composition import open_searcher

    searcher = open_searcher(read_settings(home))
    if questions is not None:
        for id_, question in questions:
            answer = searcher.ask(question, where=where, top=top)
            print(json.dumps(answer_record(answer, id_=id_), ensure_ascii=False), flush=True)
        return 0
    answer = searcher.ask(text or "", where=where, top=top)
    print(json.dumps(answer_record(answer), ensure_ascii=False) if as_json else answer_text(answer))
    return 0 if answer.answerable else NOTHING_FOUND


def precedents(
    source: Annotated[str, typer.Argument(metavar="FILE|-", help="Motionen som PDF eller text; - läser från stdin.")],
    top: TopOption = 5,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> int:
    """Dela en ny motion i yrkanden och visa tidigare liknande yrkanden och hur de besvarades."""
    from ui.composition import open_searcher
    from ui.new_motion import demands_in_file

    demands = demands_in_file(source)
    found = open_searcher(read_settings(home)).precedents(demands, top=top)
    print(json.dumps(precedents_record(found), ensure_ascii=False) if as_json else precedents_text(found))
    return 0 if any(one.precedents for one in found) else NOTHING_FOUND


def _questions(path: Path) -> Iterator[tuple[str | int, str]]:
    if not path.is_file():
        raise PathMissingError(f"Filen {path} finns inte.", hint="Ange en fil med en fråga per rad.")
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip():
            yield _question(line, f"{path}, rad {number}")


def _question(line: str, place: str) -> tuple[str | int, str]:
    """The id as it was given (a number stays a number, so that answers can be joined with questions) and the words."""
    try:
        asked: Any = json.loads(line)
        id_ = asked["id"]
        return id_ if isinstance(id_, int) else str(id_), str(asked["text"])
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{place} är ingen fråga.", hint='Skriv {"id": "1", "text": "…"} på varje rad.') from error


def answer_text(answer: Answer) -> str:
    """An answer for reading in a terminal."""
    lines = []
    if not answer.answerable:
        nothing = "Inget svar hittades i samlingen."
        lines.append(f"{nothing} Närmast:" if answer.hits else f"{nothing} Pröva andra ord eller färre filter.")
    if answer.listed is not None and answer.listed > len(answer.hits):
        more = min(answer.listed, MOST_HITS)
        lines += [f"{len(answer.hits)} av {answer.listed} punkter; fler visas med --top {more}.", ""]
    elif answer.listed is not None and answer.listed < len(answer.hits):
        lines += [f"Listan slutar med träff {answer.listed}; därunder står mer om samma ärenden.", ""]
    for decision in answer.decisions if answer.answerable else ():
        word = "Beslutat" if decision.status == "adopted" else "Föreslaget"
        body = f"till {decision.body}" if decision.body and decision.status == "proposed" else decision.body
        who = ", ".join(filter(None, (body, decision.section, decision.date)))
        lines.append(f"{decision.disposition.upper()} – {word}: {who or 'okänt organ'}")
        if decision.demand_text:
            lines.append(f"  Yrkande {decision.demand}: {decision.demand_text}")
        lines += [f"  {decision.text}", f"  {decision.citation}", ""]
    for hit in answer.hits:
        lines.append(f"{hit.rank}. {hit.citation}")
        lines.append(f"   {hit.label + ' ' if hit.label else ''}{hit.text}")
    coverage = answer.coverage
    lines.append("")
    unread = [counted(coverage.failed, "en fil", "filer")] if coverage.failed else []
    unread += [counted(coverage.unread_pages, "en sida", "sidor")] if coverage.unread_pages else []
    read = f"{' och '.join(unread)} kunde inte läsas" if unread else "alla kunde läsas"
    lines.append(
        f"Samlingen: {coverage.documents} dokument, {coverage.first or '–'} till {coverage.last or '–'}; "
        f"{read}. "
        f"Sökt på {ROUTES[answer.route.value]}."
    )
    return "\n".join(lines)


def precedents_text(found: tuple[DemandPrecedents, ...]) -> str:
    """Precedents for reading in a terminal."""
    lines: list[str] = []
    for one in found:
        lines.append(f"Yrkande {one.n}: {one.text}")
        for precedent in one.precedents:
            outcome = precedent.outcome
            lines.append(f"  {precedent.similarity:.0%} {precedent.demand_text}")
            lines.append(f"      {precedent.demand_citation}")
            if outcome is None:
                lines.append("      Obesvarat i samlingen.")
                continue
            word = "beslutat" if outcome.status == "adopted" else "föreslaget"
            lines.append(f"      {outcome.disposition}, {word}: {outcome.text}")
            lines.append(f"      {outcome.citation}")
        if not one.precedents:
            lines.append("  Inget liknande yrkande hittades.")
        lines.append("")
    return "\n".join(lines).rstrip() or "Inga yrkanden hittades i texten."
