"""A batch whose reading and embedding happen on a Dask cluster; all that is committed is committed here, by one writer.

    cluster = Cluster("tcp://schemaläggare:8786", reader=stages.reader)
    stages = on_cluster(stages, cluster, make_embedder=partial(passage_embedder, model_options))
    report = bring_up_to_date(paths, home, stages)

Work is keyed by content: the sha256 of a PDF, the texts of a batch. What is read is staged and what is embedded is
kept as it comes, so a worker or a scheduler that dies costs a repeat of what was out, and no data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy as np

from corpus.errors import ClusterError, UnreadableCode, UnreadableError
from corpus.reading import Reading
from ingest.batch.dask_cluster import Cluster, Lost, Task
from ingest.batch.dask_work import Failed, MakeEmbedder, ModelProof, Vectors, embed, proof, read
from ingest.batch.stages import Embedder, Stages
from ingest.pages.options import DEFAULTS, ReadOptions

TEXTS_A_TASK = 32
"""Rates are flat from 32 texts up (shared/study/embedding)."""
TASKS_A_CALL = 4
"""Tasks for each thread in one call to `passages`, so that workers wait little for the slowest."""


def on_cluster(
    stages: Stages, cluster: Cluster, *, make_embedder: MakeEmbedder, options: ReadOptions = DEFAULTS
) -> Stages:
    """The same stages with reading and embedding on the cluster; `make_embedder` must be picklable.

    It makes on each worker the model that `stages.embedder` is here, which is proved by the vector of a sentence.
    """
    return replace(
        stages,
        read_many=ClusterReading(cluster, options),
        embedder=ClusterEmbedder(cluster, stages.embedder, make_embedder),
    )


class ClusterReading:
    """A `ReadMany` on the cluster."""

    def __init__(self, cluster: Cluster, options: ReadOptions) -> None:
        """Read with those options."""
        self._cluster = cluster
        self._options = options

    def __call__(self, paths: Iterable[Path]) -> Iterator[tuple[Path, Reading | UnreadableError]]:
        """Each path with what came of it, as they finish."""
        for path, result in self._cluster.unordered(read, map(self._task, paths)):
            if isinstance(result, Failed):
                yield path, result.error()
            elif isinstance(result, Lost):
                yield path, _killed()
            else:
                yield path, result

    def _task(self, path: Path) -> Task:
        data = path.read_bytes()
        expected = self._cluster.expected
        key = f"read-{expected.reader}-{sha256(data).hexdigest()}"
        return Task(key, path, (data, self._options, expected))


class ClusterEmbedder:
    """An `Embedder` on the cluster; `batch` texts a call keep all workers busy."""

    def __init__(self, cluster: Cluster, local: Embedder, make: MakeEmbedder) -> None:
        """Prove workers' models against `local`, which is loaded when there is something to embed."""
        self._cluster = cluster
        self._local = local
        self._make = make
        self._proved: ModelProof | None = None

    @property
    def name(self) -> str:
        """The model's name."""
        return self._local.name

    @property
    def dim(self) -> int:
        """How many numbers a vector has."""
        return self._proof.dim

    @property
    def batch(self) -> int:
        """Texts a call."""
        return TEXTS_A_TASK * TASKS_A_CALL * max(1, self._cluster.threads)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """`(n, dim) float32`, rows of unit length.

        Raises:
            ClusterError: workers died of these texts again and again, or the cluster is gone.
        """
        starts = range(0, len(texts), TEXTS_A_TASK)
        tasks = (self._task(number, texts[at : at + TEXTS_A_TASK]) for number, at in enumerate(starts))
        found = self._cluster.ordered(embed, tasks)
        if any(isinstance(part, Lost) for part in found):
            raise ClusterError(
                "Dask-arbetarna dog gång på gång av samma texter.", hint="Ge dem mer minne, eller kör utan --dask."
            )
        return np.concatenate([np.empty((0, self.dim), np.float32), *found])

    @property
    def _proof(self) -> ModelProof:
        if self._proved is None:
            self._proved = proof(self._local)
        return self._proved

    def _task(self, number: int, texts: Sequence[str]) -> Task:
        content = sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()
        return Task(f"embed-{self.name}-{content}", number, (tuple(texts), self._make, self._proof))


def _killed() -> UnreadableError:
    return UnreadableError(
        UnreadableCode.CRASH, "Dask-arbetare dog gång på gång av filen.", hint="Läs den på den här datorn, utan --dask."
    )
