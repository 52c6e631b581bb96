"""The command that moves a home to another search engine: migrate."""

from __future__ import annotations

import sys
from functools import partial
from typing import Annotated

import typer

from ui.commands.options import HomeOption
from ui.settings import EMBEDDED, read_settings

TargetArgument = Annotated[
    str, typer.Argument(metavar="MOTOR", help=f"postgresql://… eller »{EMBEDDED}« (den inbyggda sökmotorn).")
]


def migrate(
    target: TargetArgument,
    reader: Annotated[str | None, typer.Option("--reader", help="En roll i databasen som bara får söka.")] = None,
    home: HomeOption = None,
) -> None:
    """Flytta sökindexet till en annan sökmotor, utan att räkna om några vektorer; den gamla ligger kvar orörd."""
    from ui.scaling import migrate_home

    done = migrate_home(read_settings(home), target, reader=reader, say=partial(print, file=sys.stderr))
    setting = "Ta bort BESLUTSMINNE_ENGINE" if target == EMBEDDED else "Ange BESLUTSMINNE_ENGINE med samma adress"
    print(
        f"{done.status.passages} textavsnitt i {done.status.kind}, kontrollerade mot katalogen. "
        f"{setting} för kommande körningar."
    )
