from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import ClusterError, UnreadableCode, UnreadableError
from corpus.reading import Reading
from ingest.batch.dask_cluster import Cluster
from ingest.batch.dask_stages import ClusterEmbedder, ClusterReading
from ingest.pages.isolation import read_isolated
from ingest.pages.options import ReadOptions
from tests.ingest.batch.dask_processes import ROOT, DaskProcesses, LengthEmbedder
from tests.ingest.batch.test_dask_cluster import connected

PAPERS = sorted((ROOT / "corpus" / "documents").glob("motion-c-*.pdf"))


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[DaskProcesses, Cluster]]:
    processes = DaskProcesses(tmp_path_factory.mktemp("dask"), workers=2)
    try:
        cluster = connected(processes)
        yield processes, cluster
        cluster.close()
    finally:
        processes.close()


def test_texts_are_embedded_in_order_by_the_proved_model(running: tuple[DaskProcesses, Cluster]) -> None:
    embedder = ClusterEmbedder(running[1], LengthEmbedder(), LengthEmbedder)
    texts = ["x" * number for number in range(200)]
    assert (embedder.name, embedder.dim, embedder.batch) == ("längd", 2, 32 * 4 * 2)
    assert np.array_equal(embedder.passages(texts), LengthEmbedder().passages(texts))
    assert embedder.passages([]).shape == (0, 2)


def test_a_worker_with_another_model_is_refused(running: tuple[DaskProcesses, Cluster]) -> None:
    other = ClusterEmbedder(running[1], LengthEmbedder("vriden"), partial(LengthEmbedder, "vriden", turned=0.2))
    with pytest.raises(ClusterError, match="andra vektorer"):
        other.passages(["a"])


def test_a_worker_killed_while_papers_are_read_costs_no_paper(
    running: tuple[DaskProcesses, Cluster], tmp_path: Path
) -> None:
    processes, cluster = running
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"<html>404</html>")
    results = ClusterReading(cluster, ReadOptions())([*PAPERS, broken])
    found = dict([next(results)])
    processes.workers[0].kill()
    found |= dict(results)
    assert found.keys() == {*PAPERS, broken}
    assert isinstance(found[broken], UnreadableError)
    assert found[broken].code is UnreadableCode.NOT_PDF  # type: ignore[union-attr]
    for paper in PAPERS[:2]:
        assert isinstance(found[paper], Reading)
        assert found[paper] == read_isolated(paper)
