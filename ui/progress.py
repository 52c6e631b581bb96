"""How a batch shows its progress: a bar with documents, pages, passages, rate and time left, on stderr."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, TextColumn
from rich.progress import Progress as Bar

from ingest.batch.report import Phase, Progress

PLAIN_EVERY = 50  # documents between two lines where there is no terminal to draw a bar on


class ProgressBar:
    """`show` each event of a batch; a bar in a terminal, else a plain line now and then (for cron and logs)."""

    def __init__(self, *, console: Console | None = None) -> None:
        """Draw on stderr unless another console is given."""
        self._console = console or Console(stderr=True)
        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.completed}/{task.total} dokument{task.fields[more]}"),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._task = self._bar.add_task("letar", total=None, more="")
        self._told = 0

    def __enter__(self) -> ProgressBar:
        """Begin to draw."""
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        self._bar.stop()

    def say(self, message: str) -> None:
        """A message above the bar."""
        self._console.print(message, highlight=False, markup=False)

    def show(self, progress: Progress) -> None:
        """Show one event."""
        more = describe(progress)
        self._bar.update(
            self._task,
            description=progress.phase.value,
            completed=progress.documents,
            total=progress.documents_total,
            more=more,
        )
        due = progress.documents - self._told >= PLAIN_EVERY
        if not self._console.is_terminal and progress.phase is Phase.READING and due:
            self._told = progress.documents
            self.say(f"{progress.documents}/{progress.documents_total} dokument{more}")


def describe(progress: Progress) -> str:
    """Pages, passages, rate and time left, as far as they are known."""
    parts = [f"{progress.pages} sidor", f"{progress.passages} textavsnitt"]
    if progress.rate:
        parts.append(f"{progress.rate:.0f} avsnitt/s")
    if progress.eta is not None:
        parts.append(f"{duration(progress.eta)} kvar")
    return ", " + ", ".join(parts)


def duration(seconds: float) -> str:
    """Seconds as "45 s", "3 min" or "2 h 05 min"."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes = round(whole / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02d} min"
