"""The commands for more than one machine: migrate (another search engine) and shards (one index on many servers)."""

from __future__ import annotations

import re
import sys
from functools import partial
from typing import Annotated

import typer

from corpus.errors import UsageError
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


def shards(
    coordinator: Annotated[
        str, typer.Argument(metavar="SAMORDNARE", help="postgresql://ägare@server/databas som frågorna ställs till.")
    ],
    shard: Annotated[
        list[str], typer.Option("--shard", metavar="NAMN=URL", help="En server som ska hålla en del; ange flera.")
    ],
    graphs: Annotated[bool, typer.Option("--graphs", help="Bygg servrarnas grafer, när de har fyllts.")] = False,
) -> None:
    """Lägg sökindexet i PostgreSQL på flera servrar; det är tomt efteråt och fylls med migrate."""
    from ui.scaling import build_graphs, spread_index

    servers = _named(shard)
    say = partial(print, file=sys.stderr)
    if graphs:
        build_graphs(coordinator, servers, say=say)
        print(f"Grafer finns på {', '.join(servers)}.")
        return
    spread_index(coordinator, servers, say=say)
    following = f"beslutsminne migrate {_without_password(coordinator)}"
    print(f"Sökindexet ligger nu på {', '.join(servers)}, tomt. Kör: {following}")


def _named(shards: list[str]) -> dict[str, str]:
    pairs = [one.partition("=") for one in shards]
    if wrong := [name for name, equals, url in pairs if not (name and equals and url)]:
        raise UsageError(f"»{wrong[0]}« är inte NAMN=URL.", hint="Skriv: --shard a=postgresql://…")
    if len({name for name, _, _ in pairs}) < len(pairs):
        raise UsageError("Två delar har samma namn.", hint="Ge var och en sitt eget.")
    return {name: url for name, _, url in pairs}


def _without_password(url: str) -> str:
    return re.sub(r"(://[^:/@]*):[^@/]*@", r"\1@", url)
