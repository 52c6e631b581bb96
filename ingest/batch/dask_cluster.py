"""How work is handed to a Dask cluster: a bounded number of tasks at a time, keyed by content, results as they come."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any

import distributed as _typed_distributed
from distributed.client import ClosedClientError

from corpus.errors import ClusterError
from ingest.batch.dask_work import Versions, refuse_other_versions, versions

distributed: Any = _typed_distributed
"""Half of it is without type hints."""
CONNECT_SECONDS = 15
TASKS_A_THREAD = 3
"""Tasks out at a time for each thread of the cluster: none waits for work, and little is lost with a scheduler."""
RETRIES = 3
PATIENCE = 30.0
"""Seconds after which it is seen whether any worker is left; twice in a row without one ends the run."""


@dataclass(frozen=True, slots=True)
class Task:
    """A call, named by what it works on: `key` is the same for the same work; `tag` is the caller's."""

    key: str
    tag: Any
    arguments: tuple[Any, ...]


class Lost:
    """Came instead of a result: the task took several workers with it."""


class Cluster:
    """A connection to a Dask scheduler. A worker that dies costs a repeat; a scheduler that dies ends the run."""

    def __init__(self, address: str, *, reader: str, patience: float = PATIENCE) -> None:
        """Connect, and compare versions with every worker that is there; those that come later compare themselves.

        Raises:
            ClusterError: the scheduler is not reachable, has no workers, or one is of another version.
        """
        try:
            self._client = distributed.Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise ClusterError(
                f"Dask-schemaläggaren {address} kan inte nås ({error}).",
                hint="Starta den med: dask scheduler --preload beslutsminne.worker",
            ) from error
        self.expected = versions(reader)
        self._patience = patience
        try:
            self._check(address)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the cluster; tasks that are out are given up."""
        self._client.close()

    @property
    def threads(self) -> int:
        """Threads of all workers now.

        Raises:
            ClusterError: the scheduler is given up.
        """
        if self.lost:  # the client would tell of the workers that there were
            raise _lost(ClosedClientError())
        workers = self._client.scheduler_info(n_workers=-1).get("workers", {})
        return sum(int(worker["nthreads"]) for worker in workers.values())

    @property
    def lost(self) -> bool:
        """Whether the scheduler is given up: it went, and did not come back within `CONNECT_SECONDS`."""
        return bool(self._client.status == "closed")

    def unordered(self, function: Callable[..., Any], tasks: Iterable[Task]) -> Iterator[tuple[Any, Any]]:
        """(tag, result) of each task, as they finish; the result is `Lost` where workers died of it.

        Raises:
            ClusterError: a worker refused, all workers or the scheduler are gone; what was given out before stays done.
        """
        rest = iter(tasks)
        waiting: dict[str, tuple[Any, Any]] = {}
        done = self._completed(())
        alone = False
        try:
            while True:
                room = max(1, TASKS_A_THREAD * self.threads) - len(waiting)
                for task in islice(rest, max(0, room)):
                    future = self._submit(function, task)
                    waiting[future.key] = (task.tag, future)
                    done.add(future)
                if not waiting:
                    return
                try:
                    future = next(done)
                except TimeoutError:
                    alone = self._without_workers(before=alone)
                    done = self._completed(future for _, future in waiting.values())
                    continue
                tag, _ = waiting.pop(future.key)
                yield tag, self._result(future)
        except ClosedClientError as error:
            raise _lost(error) from error
        finally:
            if waiting and not self.lost:
                with suppress(ClosedClientError):  # lost just now: its tasks went with the scheduler
                    self._client.cancel([future for _, future in waiting.values()])

    def ordered(self, function: Callable[..., Any], tasks: Iterable[Task]) -> list[Any]:
        """The results in the order of the tasks, whose tags must be 0, 1, …"""
        found = dict(self.unordered(function, tasks))
        return [found[number] for number in range(len(found))]

    def _result(self, future: Any) -> Any:
        """Its result, which may have to be worked out again where its worker died with it."""
        alone = False
        while True:
            try:
                return future.result(timeout=self._patience)
            except distributed.KilledWorker:
                return Lost()
            except ClusterError:
                raise
            except TimeoutError:
                alone = self._without_workers(before=alone)
            except (distributed.CancelledError, OSError) as error:
                raise _lost(error) from error

    def _completed(self, futures: Iterable[Any]) -> Any:
        return distributed.as_completed(list(futures), loop=self._client.loop, timeout=self._patience)

    def _without_workers(self, *, before: bool) -> bool:
        """Whether no worker is there; it raises where there was none `before` either."""
        try:
            gone = self.threads == 0
        except (OSError, distributed.CancelledError) as error:
            raise _lost(error) from error
        if gone and before:
            raise ClusterError(
                "Dask-klustret har inga arbetare kvar.",
                hint="Starta dem igen och kör samma kommando; det som är klart är sparat.",
            )
        return gone

    def _submit(self, function: Callable[..., Any], task: Task) -> Any:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "large graph": a PDF's bytes go with the task, so that a repeat has them
            return self._client.submit(function, *task.arguments, key=task.key, pure=True, retries=RETRIES)

    def _check(self, address: str) -> None:
        try:
            found: dict[str, Versions] = self._client.run(versions, self.expected.reader)
        except Exception as error:
            raise ClusterError(
                f"En Dask-arbetare kan inte köra beslutsminne ({error}).",
                hint="Starta den med: dask worker ADRESS --preload beslutsminne.worker",
            ) from error
        if not found:
            raise ClusterError(
                f"Dask-schemaläggaren {address} har inga arbetare.",
                hint=f"Starta dem med: dask worker {address} --preload beslutsminne.worker",
            )
        for one in found.values():
            refuse_other_versions(self.expected, one)


def _lost(error: BaseException) -> ClusterError:
    return ClusterError(
        f"Dask-klustret tappade förbindelsen ({type(error).__name__}).",
        hint="Det som är klart är sparat; kör samma kommando igen när klustret är uppe.",
    )
