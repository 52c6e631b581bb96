"""Bringing a home up to date: look, read what changed, relate and derive what that touches, embed, write; round by
round, so that memory is bounded and a kill costs one round's writing at most.

How `ui` calls it:

    stages = Stages(read_many=…, understand=…, relate=…, passages_of=…, embedder=…, reader="1", tie_keys=…,
                    sync=engine's "bring FAISS up to the catalogue's generation")
    report = bring_up_to_date([Path("handlingar")], Home(Path("data")), stages, listener=progress_bar.show)
    print(json.dumps(report.as_json()))

What one round does can be done again without harm; what readers see changes in `publish` alone. Order within a
batch: new and changed files first, files that are gone last, so that a file that moved is recognised by its bytes.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.catalogue import Catalogue
from corpus.document import Document
from corpus.errors import HomeError, ModelError
from corpus.home import Home
from corpus.stored import PlacedFile
from corpus.writer import Writer
from ingest.batch.context import Context
from ingest.batch.journal import Journal
from ingest.batch.keeping import sweep
from ingest.batch.looking import Looked, look_into
from ingest.batch.meter import Listener, Meter
from ingest.batch.placing import Places
from ingest.batch.plan import Candidate, Plan, plan
from ingest.batch.reading import read_new
from ingest.batch.report import FailedFile, Phase, Report
from ingest.batch.rounds import ROUND_LIMITS, RoundLimits, rounds
from ingest.batch.scan import Scan, scan
from ingest.batch.stages import Stages
from ingest.batch.syncing import SyncSchedule
from ingest.batch.tally import Tally
from ingest.batch.writing import write_round


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """How a batch is run. `finish` has the last word on each document read (`personal.finisher`); `forget` lets a
    missing or empty folder mean that its papers are gone; `retry` tries again what could not be read."""

    limits: RoundLimits = ROUND_LIMITS
    finish: Callable[[Document], Document] = lambda document: document
    forget: bool = False
    retry: bool = False


BATCH_OPTIONS = BatchOptions()


def bring_up_to_date(
    paths: Iterable[Path],
    home: Home,
    stages: Stages,
    *,
    options: BatchOptions = BATCH_OPTIONS,
    listener: Listener = lambda progress: None,
) -> Report:
    """Make the home agree with the PDFs at `paths`. Ctrl-C ends it cleanly: the report says `interrupted`.

    Raises:
        UsageError: a path is missing, or there is no PDF.
        HomeError: the home is busy, full, read-only, damaged or newer.
        ModelError: the home's vectors are of another model.
    """
    started = time.monotonic()
    wanted = tuple(paths)
    if not home.catalogue.exists():
        scan(wanted, (), known=(), home=home.root, forget=False)  # no home is made for paths that are not there
    try:
        with Writer.open(home) as writer:
            batch = _Batch(writer, stages, options, Meter(listener))
            try:
                interrupted = batch.run(wanted)
                return batch.report(time.monotonic() - started, interrupted=interrupted)
            finally:
                batch.catalogue.close()
    except (OSError, sqlite3.OperationalError) as error:
        raise HomeError(
            f"{home.root} kunde inte skrivas ({_reason(error)}).",
            hint="Det som redan var skrivet gäller; åtgärda och kör igen.",
        ) from error


class _Batch:
    """One run over the paths, with what it has counted so far."""

    def __init__(self, writer: Writer, stages: Stages, options: BatchOptions, meter: Meter) -> None:
        self.catalogue = Catalogue.open(writer.home)
        journal = Journal(writer.home)
        self._context = Context(writer, self.catalogue, stages, meter, journal, options.finish)
        self._options = options
        self._tally = Tally()
        self._scan = Scan((), (), ())
        self._places = Places(self.catalogue.files(), self.catalogue.names())
        self._syncs = SyncSchedule(self.catalogue, stages.sync)
        self._first_generation = self.catalogue.generation

    def run(self, paths: Sequence[Path]) -> bool:
        """All rounds, then the tidying; True if it was interrupted."""
        self._refuse_other_model()
        if self._options.retry:
            with self._context.writer.transaction():
                self._context.writer.unsettle_failures()
        try:
            todo = self._look(paths)
            for candidates in rounds(todo.candidates, self._options.limits):
                self._round(candidates)
            self._remove(todo)
            self._tidy()
        except KeyboardInterrupt:
            self._context.journal.line("avbruten", "", "nästa körning fortsätter")
            return True
        self._context.meter.phase(Phase.DONE)
        return False

    def report(self, seconds: float, *, interrupted: bool) -> Report:
        """What came of it."""
        counts = self.catalogue.counts()
        return Report(
            added=self._tally.added,
            changed=self._tally.changed,
            moved=self._tally.moved,
            removed=self._tally.removed,
            unchanged=self._tally.unchanged,
            reread=self._tally.reread,
            failed=self._failed(),
            documents=counts.documents,
            paragraphs=counts.paragraphs,
            passages=counts.passages,
            pages_read=self._context.meter.pages,
            embedded=self._context.meter.passages,
            seconds=round(seconds, 3),
            interrupted=interrupted,
        )

    def _refuse_other_model(self) -> None:
        model, name = self.catalogue.model(), self._context.stages.embedder.name
        if model not in (None, name):
            raise ModelError(
                f"{self._context.writer.home.root} är inbäddad med {model}, inte {name}.",
                hint="Byt modell med: beslutsminne model NAMN",
            )

    def _look(self, paths: Sequence[Path]) -> Plan:
        known = self._places.by_path
        roots = tuple(sorted({file.root for file in known.values()}))
        self._scan = scan(paths, roots, known=known, home=self._context.writer.home.files, forget=self._options.forget)
        readers = self.catalogue.readers()
        todo = plan(self._scan, known, lambda sha256: self._context.stages.has_read(readers.get(sha256)))
        failing = {failure.sha256 for failure in self.catalogue.failures()}
        self._tally.unchanged = sum(file.sha256 not in failing for file in todo.unchanged)
        size = sum(candidate.found.size for candidate in todo.candidates)
        self._context.meter.begin(len(todo.candidates), size)
        return todo

    def _round(self, candidates: Sequence[Candidate]) -> None:
        looked = tuple(look_into(candidates, self._context.writer.home))
        before = {file.path: self._places.by_path.get(file.path) for file in looked}
        for file in looked:
            self._places.put(file.path, file.root, size=file.size, mtime_ns=file.mtime_ns, sha256=file.sha256)
        names = {file.sha256: self._places.by_path[file.path].name for file in looked}
        old_readers = self.catalogue.readers()
        read_new(looked, names, self._context)
        write_round(self._places.settle(), self._context, size=sum(file.size for file in looked))
        self._account(looked, before, old_readers)
        self._syncs.after_round()

    def _account(
        self, looked: Sequence[Looked], before: Mapping[str, PlacedFile | None], old_readers: Mapping[str, str]
    ) -> None:
        failures = {failure.sha256: failure for failure in self.catalogue.failures()}
        for file in looked:
            name = self._places.by_path[file.path].name
            failure = failures.get(file.sha256)
            if failure is not None:
                self._context.journal.line("misslyckad", name, f"{failure.code}: {failure.message}")
                continue
            reader = old_readers.get(file.sha256)
            reread = reader is not None and not self._context.stages.has_read(reader)
            outcome = self._tally.placed(before[file.path], file.sha256, reread=reread)
            self._context.journal.line(outcome, name, self._detail(file.sha256))

    def _detail(self, sha256: str) -> str:
        sql = (
            "select pages, paragraphs, (select count(*) from passages where document = documents.id) "
            "from documents where sha256 = ?"
        )
        pages, paragraphs, passages = self.catalogue.rows(sql, (sha256,))[0]
        return f"{pages} sidor, {paragraphs} stycken, {passages} passager"

    def _remove(self, todo: Plan) -> None:
        if not todo.gone:
            return
        for file in todo.gone:
            self._places.remove(file.path)
        write_round(self._places.settle(), self._context, size=0)
        for file in todo.gone:
            self._tally.gone(file)
            self._context.journal.line("borttagen", file.name)

    def _tidy(self) -> None:
        """What is left of papers and readings that are gone is removed, and the engine is brought up to date."""
        writer = self._context.writer
        with writer.transaction():
            writer.clear_staged()
            if self.catalogue.changes(self._first_generation).removed:
                writer.drop_unused_vectors()
        sweep(writer.home, frozenset(file.sha256 for file in self._places.by_path.values()))
        self._syncs.at_end()

    def _failed(self) -> tuple[FailedFile, ...]:
        names = {file.name for path, file in self._places.by_path.items() if self._scan.covers(path)}
        failures = (failure for failure in self.catalogue.failures() if failure.file in names)
        failed = [FailedFile(failure.file, failure.message, failure.hint) for failure in failures]
        failed += [
            FailedFile(path, "Filnamnet är inte giltig text.", "Byt namn på filen.") for path in self._scan.unnameable
        ]
        return tuple(failed)


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
