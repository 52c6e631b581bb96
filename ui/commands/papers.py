"""Commands that read the catalogue alone: show, export, status. They start fast: neither torch nor gradio nor numpy."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import Annotated, Any

import typer

from corpus.catalogue import Catalogue
from corpus.document import Document
from corpus.errors import PathMissingError
from corpus.paragraph import Kind
from ui.commands.options import HomeOption, JsonOption
from ui.counted import counted
from ui.records import case_record, document_record, paragraph_record
from ui.settings import Settings, read_settings
from ui.status import status_record, status_text

KINDS = {
    Kind.HEADING: "rubrik",
    Kind.PARAGRAPH: "stycke",
    Kind.LIST_ITEM: "punkt",
    Kind.TABLE_ROW: "tabellrad",
    Kind.FOOTNOTE: "fotnot",
    Kind.SIGNATURE: "underskrift",
}
MOST_ALIKE = 3
"""Files that are suggested for a name that is none."""


class Exported(StrEnum):
    """What can be exported."""

    DOCUMENTS = "documents"
    CASES = "cases"


def show(
    file: Annotated[str, typer.Argument(help="Dokumentets namn, som i sökträffarna.")],
    page: Annotated[int | None, typer.Option("--page", min=1, help="Bara styckena på den sidan.")] = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Visa ett dokument så som det har förståtts: uppgifter, avsnitt, yrkanden, beslut."""
    catalogue = Catalogue.open(read_settings(home).home)
    document = catalogue.document(file)
    if document is None:
        failed = next((failure for failure in catalogue.failures() if failure.file == file), None)
        if failed is not None:
            raise PathMissingError(f"{file} kunde inte läsas: {failed.message}", hint=failed.hint)
        raise PathMissingError(f"{file} finns inte i samlingen.", hint=_meant(file, catalogue))
    record = document_record(document)
    if page is not None:
        if page > document.pages:
            pages = counted(document.pages, "en sida", "sidor")
            raise PathMissingError(f"{file} har bara {pages}.", hint="Välj en lägre sida.")
        record["paragraphs"] = [paragraph_record(one) for one in document.paragraphs if page in one.pages]
    print(json.dumps(record, ensure_ascii=False) if as_json else document_text(document, page=page))


def _meant(file: str, catalogue: Catalogue) -> str:
    """Which files the name may have meant: those that it is a part of."""
    alike = [head.file for head in catalogue.heads() if file.casefold() in head.file.casefold()]
    if not alike:
        return "Kör »beslutsminne export documents« för att se vilka som gör det."
    return f"Menade du {' eller '.join(alike[:MOST_ALIKE])}?"


def export(
    what: Annotated[Exported, typer.Argument(help="documents eller cases.")],
    home: HomeOption = None,
) -> None:
    """Skriv alla dokument eller ärenden, ett JSON-objekt per rad."""
    catalogue = Catalogue.open(read_settings(home).home)
    with catalogue.snapshot():
        records: Any = (
            map(document_record, catalogue.documents())
            if what is Exported.DOCUMENTS
            else map(case_record, catalogue.cases())
        )
        for record in records:
            sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


def status(as_json: JsonOption = False, home: HomeOption = None) -> None:
    """Visa vad som är inläst, vad som inte kunde läsas och varför, modell, index och storlekar."""
    settings: Settings = read_settings(home)
    record = status_record(Catalogue.open(settings.home), settings)
    print(json.dumps(record, ensure_ascii=False) if as_json else status_text(record))


def document_text(document: Document, *, page: int | None) -> str:
    """A document for reading in a terminal."""
    lines = [document.title, f"{document.type.value}, {document.date or 'utan datum'}, {document.pages} s."]
    facts = {
        "Diarienummer": document.dnr,
        "Förvaltning": document.department,
        "Organ": document.bodies,
        "Parti": document.party,
        "Gäller från": (document.valid_from,) if document.valid_from else (),
        "Gäller till": (document.valid_to,) if document.valid_to else (),
        "Ersätter": (document.replaces,) if document.replaces else (),
        "Ersatt av": (document.replaced_by,) if document.replaced_by else (),
        "Varning": document.warnings,
    }
    lines += [f"{name}: {', '.join(values)}" for name, values in facts.items() if values]
    if document.demands:
        lines += ["", "Yrkanden"]
        lines += [f"  {demand.n}. {demand.text} [st. {demand.paragraph}]" for demand in document.demands]
    if document.decisions:
        lines += ["", "Beslut och förslag till beslut"]
        for decision in document.decisions:
            word = "beslutat" if decision.status == "adopted" else "föreslaget"
            where = " ".join(filter(None, (decision.body, decision.section)))
            answers = f" (yrkande {', '.join(map(str, decision.demands))})" if decision.demands else ""
            lines.append(f"  {where or 'okänt organ'}, {word}, {decision.disposition.value}{answers}:")
            lines.append(f"    {decision.text} [st. {decision.paragraph}]")
            lines += [f"    Osäkert: {doubt}" for doubt in decision.uncertain]
    lines += ["", "Stycken"]
    for paragraph in document.paragraphs:
        if page is None or page in paragraph.pages:
            label = f"{paragraph.label} " if paragraph.label else ""
            pages = ", ".join(map(str, paragraph.pages))
            lines.append(f"  [{paragraph.n}, s. {pages}, {KINDS[paragraph.kind]}] {label}{paragraph.text}")
    return "\n".join(lines)
