"""Commands that bring the home up to date with the papers: index and watch."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.errors import BeslutsminneError
from ui.commands.options import HomeOption, JsonOption
from ui.counted import could_not_be_read
from ui.progress import ProgressBar, duration
from ui.settings import Settings, read_settings

if TYPE_CHECKING:
    from ingest.batch.report import Report

PathsArgument = Annotated[list[Path], typer.Argument(metavar="PATH…", help="Mappar eller PDF-filer.")]
ForgetOption = Annotated[
    bool, typer.Option("--forget", help="En mapp som saknas eller är tom betyder att dess papper är borta.")
]
RetryOption = Annotated[
    bool, typer.Option("--retry", help="Försök igen med filer som inte kunde läsas (annars först när de ändras).")
]
DaskOption = Annotated[
    str | None,
    typer.Option(
        "--dask", metavar="ADRESS", help="Läs och vektorisera på ett Dask-kluster (tcp://…); se docs/scaling.md."
    ),
]
INTERRUPTED = 130


def index(
    paths: PathsArgument,
    forget: ForgetOption = False,
    retry: RetryOption = False,
    dask: DaskOption = None,
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> int:
    """Läs in nya och ändrade PDF:er, ta bort försvunna, lämna resten orörda."""
    report = run_batch(paths, read_settings(home), forget=forget, retry=retry, dask=dask)
    print(json.dumps(report.as_json(), ensure_ascii=False) if as_json else report_text(report))
    return INTERRUPTED if report.interrupted else 0


def watch(
    paths: PathsArgument,
    quiet: Annotated[float, typer.Option(help="Sekunder av stillhet innan inläsningen börjar.")] = 5.0,
    home: HomeOption = None,
) -> int:
    """Kör »index« varje gång filer ändras; avsluta med Ctrl-C."""
    from ingest.batch.watching import WatchOptions
    from ingest.batch.watching import watch as watch_paths

    settings = read_settings(home)

    def run() -> None:
        report = run_batch(paths, settings)
        print(report_text(report), flush=True)
        if report.interrupted:
            raise typer.Exit(INTERRUPTED)

    def tell(error: BeslutsminneError) -> None:
        print(f"{error} Väntar på nästa ändring.", file=sys.stderr, flush=True)

    watch_paths(paths, run, options=WatchOptions(quiet=quiet, tell=tell))
    return 0


def run_batch(
    paths: list[Path], settings: Settings, *, forget: bool = False, retry: bool = False, dask: str | None = None
) -> Report:
    """One batch with its progress on stderr."""
    from ingest.batch.pipeline import BatchOptions

    options = BatchOptions(forget=forget, retry=retry)
    with ProgressBar() as bar:
        if dask is not None:
            from ui.scaling import on_dask

            return on_dask(dask, paths, settings, options=options, listener=bar.show, say=bar.say)
        from ui.batching import bring_home_up_to_date

        return bring_home_up_to_date(paths, settings, options=options, listener=bar.show, say=bar.say)


def report_text(report: Report) -> str:
    """A report for reading in a terminal."""
    done = (
        ("nya", report.added),
        ("ändrade", report.changed),
        ("flyttade", report.moved),
        ("borttagna", report.removed),
        ("oförändrade", report.unchanged),
    )
    nothing = f"{report.pages_read} sidor lästa" if report.interrupted else "inget att göra"
    told = ", ".join(f"{count} {word}" for word, count in done if count) or nothing
    lines = [
        f"{told}. Samlingen: {report.documents} dokument, {report.paragraphs} stycken, {report.passages} textavsnitt "
        f"({duration(report.seconds)})."
    ]
    if report.failed:
        lines.append(could_not_be_read(len(report.failed)))
        lines += [f"  {failed.file}: {failed.error} {failed.hint}" for failed in report.failed]
    if report.interrupted:
        lines.append("Avbrutet; nästa körning fortsätter där den slutade.")
    return "\n".join(lines)
