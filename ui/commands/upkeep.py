"""Commands that keep a home healthy: check, backup, restore, and a change of embedding model."""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.backup import Copied, back_up
from corpus.backup import restore as put_back
from ui.commands.options import HomeOption, JsonOption
from ui.settings import read_settings

if TYPE_CHECKING:
    from ingest.batch.findings import Finding

FolderArgument = Annotated[Path, typer.Argument(metavar="MAPP", help="Säkerhetskopians mapp.")]
FOUND_WRONG = 1


def check(
    repair: Annotated[bool, typer.Option("--repair", help="Gör om det som kan göras om.")] = False,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> int:
    """Kontrollera katalog, filer, vektorer och index mot varandra; 1 om något är fel och inte lagat."""
    from ui.batching import check_home

    findings = check_home(read_settings(home), repair=repair)
    if as_json:
        print(json.dumps([dataclasses.asdict(finding) for finding in findings], ensure_ascii=False))
    else:
        print("\n".join(map(finding_text, findings)) or "Allt stämmer.")
    return FOUND_WRONG if any(not finding.repaired for finding in findings) else 0


def backup(target: FolderArgument, home: HomeOption = None) -> None:
    """Kopiera katalog och PDF:er till en ny mapp, även medan andra söker eller läser in."""
    print(_copied(back_up(read_settings(home).home, target)))


def restore(source: FolderArgument, home: HomeOption = None) -> None:
    """Lägg tillbaka en säkerhetskopia; det som fanns ersätts när kopian är kontrollerad."""
    print(_copied(put_back(source, read_settings(home).home)))


def model(
    name: Annotated[str, typer.Argument(metavar="NAMN", help="Modellens namn eller mapp.")],
    home: HomeOption = None,
) -> None:
    """Byt språkmodell utan avbrott: de nya vektorerna görs vid sidan av, bytet sker på en gång."""
    from ui.batching import use_model

    settings = dataclasses.replace(read_settings(home), model=name)
    in_use = use_model(settings, say=lambda message: print(message, file=sys.stderr))
    print(f"Nu används {in_use}. Ange BESLUTSMINNE_MODEL={name} för kommande körningar.")


def finding_text(finding: Finding) -> str:
    """One finding in words."""
    return f"{finding.area.value}: {finding.message}{' (lagat)' if finding.repaired else ''}"


def _copied(copied: Copied) -> str:
    return f"{copied.documents} dokument, {copied.files} filer, {copied.size / 1e6:.1f} MB."
