"""Commands of the web page: serve, the only one that pays for gradio, and password."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ui.commands.options import HomeOption
from ui.settings import read_settings


def serve(
    host: Annotated[str, typer.Option(help="Adress att lyssna på.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port.")] = 7860,
    home: HomeOption = None,
) -> None:
    """Öppna webbsidan (och JSON-gränssnittet under /api) tills den avslutas med Ctrl-C."""
    from ui.composition import open_searcher

    def say(message: str) -> None:
        print(message, file=sys.stderr, flush=True)

    settings = read_settings(home)
    searcher = open_searcher(settings, say=say)
    say("Startar webbsidan …")
    from ui.web.serve import serve as serve_page

    serve_page(settings, searcher, host=host, port=port)


def password(name: Annotated[str, typer.Argument(help="Användarens namn.")]) -> None:
    """Fråga efter ett lösenord och skriv användarens rad till filen i BESLUTSMINNE_USERS (lösenordet sparas inte)."""
    from ui.web.passwords import user_line

    given = typer.prompt("Lösenord", hide_input=True, confirmation_prompt="Lösenordet igen", err=True)
    print(user_line(name, given))
