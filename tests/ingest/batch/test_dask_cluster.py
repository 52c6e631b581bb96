from __future__ import annotations

import operator
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import ClusterError
from ingest.batch import dask_cluster
from ingest.batch.dask_cluster import Cluster, Task
from tests.ingest.batch.dask_processes import DaskProcesses

pytest.importorskip("distributed", reason="distributed is not installed (pip install 'beslutsminne[dask]')")


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[DaskProcesses]:
    one = DaskProcesses(tmp_path, workers=2)
    yield one
    one.close()


def connected(processes: DaskProcesses, *, workers: int = 2) -> Cluster:
    for _ in range(100):
        try:
            cluster = Cluster(processes.address, reader="1")
        except ClusterError:
            time.sleep(0.1)
            continue
        if cluster.threads == workers:
            return cluster
        cluster.close()
    raise AssertionError("the workers did not come")


def test_results_come_with_their_tags_and_in_order_when_asked(processes: DaskProcesses) -> None:
    cluster = connected(processes)
    tasks = [Task(f"pow-{number}", number, (2, number)) for number in range(30)]
    assert dict(cluster.unordered(operator.pow, tasks)) == {number: 2**number for number in range(30)}
    assert cluster.ordered(operator.pow, tasks) == [2**number for number in range(30)]
    cluster.close()


def test_a_killed_worker_costs_a_repeat(processes: DaskProcesses) -> None:
    cluster = connected(processes)
    results = cluster.unordered(time.sleep, [Task(f"sleep-{number}", number, (0.05,)) for number in range(40)])
    found = [next(results)[0]]
    processes.workers[0].kill()
    found += [tag for tag, _ in results]
    assert sorted(found) == list(range(40))
    cluster.close()


def test_a_killed_scheduler_ends_the_run_with_what_to_do(processes: DaskProcesses) -> None:
    cluster = connected(processes)
    results = cluster.unordered(time.sleep, [Task(f"long-{number}", number, (1.0,)) for number in range(40)])
    processes.scheduler.kill()
    with pytest.raises(ClusterError, match=r"tappade förbindelsen.*kör samma kommando igen"):
        list(results)
    cluster.close()


def test_a_scheduler_that_does_not_come_back_ends_the_run_with_what_to_do(
    processes: DaskProcesses, monkeypatch: pytest.MonkeyPatch
) -> None:
    connected(processes).close()
    monkeypatch.setattr(dask_cluster, "CONNECT_SECONDS", 1)
    cluster = Cluster(processes.address, reader="1")
    tasks = [Task(f"gone-{number}", number, (0.05,)) for number in range(40)]
    results = cluster.unordered(time.sleep, tasks)
    assert next(results)[1] is None
    processes.scheduler.kill()
    for _ in range(300):
        if cluster.lost:
            break
        time.sleep(0.1)
    assert cluster.lost
    with pytest.raises(ClusterError, match=r"tappade förbindelsen.*kör samma kommando igen"):
        list(results)
    with pytest.raises(ClusterError, match=r"tappade förbindelsen.*kör samma kommando igen"):
        list(cluster.unordered(time.sleep, tasks))
    cluster.close()


def test_when_all_workers_are_gone_the_run_ends_with_what_to_do(processes: DaskProcesses) -> None:
    connected(processes).close()
    cluster = Cluster(processes.address, reader="1", patience=0.5)
    results = cluster.unordered(time.sleep, [Task(f"gone-{number}", number, (0.2,)) for number in range(40)])
    assert next(results)[1] is None
    for worker in processes.workers:
        worker.kill()
    with pytest.raises(ClusterError, match=r"inga arbetare kvar.*kör samma kommando"):
        list(results)
    cluster.close()


def test_no_scheduler_and_no_workers_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ClusterError, match="kan inte nås"):
        Cluster("tcp://127.0.0.1:1", reader="1")
    lonely = DaskProcesses(tmp_path, workers=0)
    with pytest.raises(ClusterError, match=r"inga arbetare.*--preload beslutsminne\.worker"):
        Cluster(lonely.address, reader="1")
    lonely.close()
