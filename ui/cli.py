"""The command line `beslutsminne`: which commands there are, and how every error becomes one line and an exit status.

Exit status: 0 done or found, 1 nothing found, 2 an error. stdout carries data, stderr messages and progress.
"""

from __future__ import annotations

import os
import sys

import typer

from corpus.errors import BeslutsminneError
from ui.commands import asking, evaluating, indexing, papers, scaling, serving, upkeep
from ui.usage import usage_line

FOUND, NOTHING_FOUND, ERROR = 0, 1, 2
INTERRUPTED = 130

app = typer.Typer(
    name="beslutsminne",
    help="Kommunens minne: sök bland motioner, tjänsteskrivelser och protokoll, och få beslutet med källhänvisning.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("index")(indexing.index)
app.command("watch")(indexing.watch)
app.command("search")(asking.search)
app.command("precedents")(asking.precedents)
app.command("show")(papers.show)
app.command("export")(papers.export)
app.command("status")(papers.status)
app.command("check")(upkeep.check)
app.command("backup")(upkeep.backup)
app.command("restore")(upkeep.restore)
app.command("model")(upkeep.model)
app.command("migrate")(scaling.migrate)
app.command("shards")(scaling.shards)
app.command("evaluate")(evaluating.evaluate)
app.command("serve")(serving.serve)
app.command("password")(serving.password)


def main() -> None:
    """Run the command line; ends the process with its exit status.

    After Ctrl-C nothing is waited for: a thread may be loading a model, which takes seconds.
    """
    status = run(sys.argv[1:])
    if status == INTERRUPTED:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    sys.exit(status)


def run(arguments: list[str]) -> int:
    """Run one command line and give its exit status; errors are told on stderr in one line."""
    try:
        result = app(arguments, standalone_mode=False)
        sys.stdout.flush()
    except BeslutsminneError as error:
        return _fail(str(error))
    except typer.Exit as end:
        return int(end.exit_code)
    except (typer.Abort, KeyboardInterrupt):
        print("beslutsminne: avbrutet; det som hann bli klart är sparat.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (head, less) has gone; say nothing more, also not when the interpreter closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except Exception as error:
        if (usage := getattr(error, "format_message", None)) is not None:
            context = getattr(error, "ctx", None)
            return _fail(usage_line(usage(), context.info_name if context and context.parent else None))
        if os.environ.get("BESLUTSMINNE_DEBUG"):
            raise
        name = type(error).__name__
        return _fail(
            f"oväntat fel ({name}: {_one_line(error)}). Kör igen med BESLUTSMINNE_DEBUG=1 och rapportera felet."
        )
    return int(result or FOUND)


def _fail(message: str) -> int:
    print(f"beslutsminne: {' '.join(message.split())}", file=sys.stderr)
    return ERROR


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
