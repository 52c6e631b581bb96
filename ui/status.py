"""What is covered and what is not: the record behind `status`, and the same in words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from corpus.catalogue import Catalogue
from ui.counted import could_not_be_read, counted
from ui.settings import Settings

Record = dict[str, Any]

STORED = {"catalogue": "katalogen", "files": "filerna", "vectors": "vektorerna"}
ENGINES = {"embedded": "inbyggd", "postgresql": "PostgreSQL"}


def status_record(catalogue: Catalogue, settings: Settings) -> Record:
    """Documents by type, body and year, failures with their reasons, model, index and sizes in bytes."""
    counts = catalogue.counts()
    home = settings.home
    return {
        "home": str(home.root),
        "generation": counts.generation,
        "documents": counts.documents,
        "failed": [
            {"file": failure.file, "code": failure.code, "error": failure.message, "hint": failure.hint}
            for failure in catalogue.failures()
        ],
        "pages": counts.pages,
        "unread_pages": counts.unread_pages,
        "paragraphs": counts.paragraphs,
        "passages": counts.passages,
        "cases": counts.cases,
        "from": counts.first,
        "to": counts.last,
        "types": dict(counts.types),
        "bodies": dict(counts.bodies),
        "years": dict(counts.years),
        "warnings": [
            {"file": document.file, "warnings": list(document.warnings)}
            for document in catalogue.heads()
            if document.warnings
        ],
        "model": catalogue.model(),
        "engine": "postgresql" if settings.engine else "embedded",
        "bytes": {
            "catalogue": home.catalogue.stat().st_size,
            "files": _size(home.files),
            "vectors": _size(home.vectors),
        },
    }


def status_text(record: Record) -> str:
    """The record in words, for a terminal."""
    lines = [
        f"{record['documents']} dokument, {record['pages']} sidor, {record['paragraphs']} stycken, "
        f"{counted(record['cases'], 'ett ärende', 'ärenden')}, {record['from'] or '–'} till {record['to'] or '–'}",
        f"{record['passages']} textavsnitt i indexet, modell {record['model'] or '–'}, sökmotor "
        f"{ENGINES[record['engine']]}",
    ]
    sizes = ", ".join(f"{STORED[name]} {size / 1e6:.1f} MB".replace(".", ",") for name, size in record["bytes"].items())
    lines.append(f"På disk: {sizes}")
    for name, heading in (("types", "Typ"), ("bodies", "Organ"), ("years", "År")):
        if record[name]:
            lines.append(f"{heading}: " + ", ".join(f"{key} {count}" for key, count in record[name].items()))
    if record["unread_pages"]:
        pages = counted(record["unread_pages"], "En sida är en bild", "sidor är bilder")
        lines.append(f"{pages} vars text inte kunnat läsas.")
    if record["failed"]:
        lines.append(could_not_be_read(len(record["failed"])))
        lines += [f"  {one['file']}: {one['error']} {one['hint']}" for one in record["failed"]]
    else:
        lines.append("Alla filer kunde läsas.")
    if record["warnings"]:
        lines.append(f"{len(record['warnings'])} dokument har varningar:")
        lines += [f"  {one['file']}: {'; '.join(one['warnings'])}" for one in record["warnings"]]
    return "\n".join(lines)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else 0
