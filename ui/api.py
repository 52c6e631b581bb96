"""The JSON that other programs ask for over HTTP: the same objects as the command line prints."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Body, HTTPException, Query

from corpus.citation import cite
from corpus.decision import Status
from corpus.document import DocumentType
from corpus.errors import BeslutsminneError
from index.filters import Filter
from ui.records import Record, answer_record, case_record, document_record, precedents_record
from ui.web.address import LONGEST_QUESTION, iso_date
from ui.web.desk import Services

MOST = 100
"""Hits that one question may ask for."""

LONGEST_MOTION = 100_000

Today = Callable[[], str]
Many = Annotated[list[str] | None, Query()]


def api_router(services: Services, today: Today) -> APIRouter:
    """The routes under /api."""
    router = APIRouter(prefix="/api", tags=["beslutsminne"])
    _asking(router, services, today)
    _reading(router, services)
    return router


def _asking(router: APIRouter, services: Services, today: Today) -> None:
    @router.get("/search", summary="Besvara en fråga: besluten först, sedan styckena, med källhänvisningar")
    def search(
        q: Annotated[str, Query(min_length=1, max_length=LONGEST_QUESTION, description="Frågan")],
        top: Annotated[int, Query(ge=1, le=MOST, description="Så många träffar")] = 10,
        type: Annotated[list[DocumentType] | None, Query(description="Dokumenttyp; kan upprepas")] = None,
        body: Annotated[list[str] | None, Query(description="Nämnd eller organ; kan upprepas")] = None,
        party: Annotated[list[str] | None, Query(description="Parti; kan upprepas")] = None,
        since: Annotated[str | None, Query(description="Från och med: år, år-månad eller datum")] = None,
        until: Annotated[str | None, Query(description="Till och med: år, år-månad eller datum")] = None,
        status: Annotated[Status | None, Query(description="proposed (föreslaget) eller adopted (beslutat)")] = None,
        in_force: Annotated[bool, Query(description="Bara styrdokument som gäller i dag")] = False,
    ) -> Record:
        """The search object: `answerable`, `confidence`, `route`, `coverage`, `decisions`, `hits`."""
        where = Filter(
            types=tuple(kind.value for kind in type or ()),
            bodies=tuple(body or ()),
            parties=tuple(party or ()),
            since=_date(since, last=False),
            until=_date(until, last=True),
            status=status.value if status else None,
            in_force_on=today() if in_force else None,
        )
        return answer_record(_refused(lambda: services.asker.ask(q, where=where, top=top)))

    @router.post("/precedents", summary="Tidigare yrkanden som liknar en ny motions, och hur de besvarades")
    def precedents(
        text: Annotated[str, Body(media_type="text/plain", min_length=1, max_length=LONGEST_MOTION)],
    ) -> list[Record]:
        """For each demand of the motion (plain text in the request's body), the earlier ones like it."""
        return precedents_record(_refused(lambda: services.asker.precedents(services.demands_in(text))))


def _reading(router: APIRouter, services: Services) -> None:
    library = services.library

    @router.get("/documents", summary="Alla handlingar i samlingen, utan sina stycken")
    def documents(
        type: Annotated[DocumentType | None, Query()] = None,
        offset: Annotated[int, Query(ge=0)] = 0,
        limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    ) -> Record:
        """`total` says how many there are; ask on with `offset`."""
        heads = [head for head in library.overview().heads if type is None or head.type is type]
        shown = [document_record(head) for head in heads[offset : offset + limit]]
        return {"total": len(heads), "documents": [_without_paragraphs(record) for record in shown]}

    @router.get("/documents/{file:path}", summary="En handling som den har förståtts, med stycken och platser")
    def document(file: str) -> Record:
        """The document object."""
        found = library.document(file)
        if found is None:
            raise HTTPException(404, f"Handlingen {file} finns inte i samlingen.")
        return document_record(found)

    @router.get("/citation", summary="Ett styckes källhänvisning, klar att klistra in")
    def citation(file: str, paragraph: Annotated[int, Query(ge=1)]) -> Record:
        """The citation and the paragraph's own words."""
        found = library.document(file)
        if found is None or paragraph > len(found.paragraphs):
            raise HTTPException(404, f"Stycke {paragraph} av {file} finns inte i samlingen.")
        return {"citation": cite(found, paragraph), "text": found.paragraph(paragraph).text}

    @router.get("/cases", summary="Alla ärenden, eller det med ett diarienummer")
    def cases(key: str | None = None) -> list[Record]:
        """Case objects; `key` is a case's key, as the search object's `case`."""
        if key is None:
            return [case_record(case) for case in library.overview().cases]
        found = library.case(key)
        if found is None:
            raise HTTPException(404, f"Ärendet {key} finns inte i samlingen.")
        return [case_record(found)]

    @router.get("/status", summary="Vad samlingen omfattar och vad som inte kunde läsas")
    def status() -> Record:
        """Counts by type, body and year, and each failure with what to do."""
        overview = library.overview()
        counts = overview.counts
        return {
            "documents": counts.documents, "failed": counts.failed, "pages": counts.pages,
            "unread_pages": counts.unread_pages, "paragraphs": counts.paragraphs, "cases": counts.cases,
            "from": counts.first, "to": counts.last, "types": dict(counts.types), "bodies": dict(counts.bodies),
            "years": dict(counts.years),
            "failures": [{"file": one.file, "error": one.message, "hint": one.hint} for one in overview.failures],
        }  # fmt: skip


def _without_paragraphs(record: Record) -> Record:
    return {name: value for name, value in record.items() if name != "paragraphs"}


def _date(text: str | None, *, last: bool) -> str | None:
    found = iso_date(text, last=last)
    if text and found is None:
        raise HTTPException(422, f"»{text}« är inget datum. Skriv t.ex. 2021, 2021-03 eller 2021-03-15.")
    return found


def _refused(ask: Callable[[], Any]) -> Any:
    """What `ask` gives; an error that the program raises on purpose becomes 422 with its message."""
    try:
        return ask()
    except BeslutsminneError as error:
        raise HTTPException(422, str(error)) from error
