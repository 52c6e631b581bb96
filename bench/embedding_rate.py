"""Passages embedded a second: the program's embedder beside sentence-transformers' plain torch, in one run.

The passages are those of the sample collection, in the batch's own order and batches; both get all threads. Writes
bench/results/embedding_rate.md.

    python -m bench.embedding_rate [--passages 256] [--models FOLDER]
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from sentence_transformers import SentenceTransformer

from bench.hashed_stages import hashed_stages
from corpus.catalogue import Catalogue
from corpus.home import Home
from index.embedding import FOLDER_NAME, ModelOptions, passage_embedder
from ingest.batch.embedding import BATCH
from ingest.batch.pipeline import bring_up_to_date

RESULTS = Path(__file__).parent / "results"
SAMPLE = Path(__file__).resolve().parent.parent / "corpus" / "documents"
MODELS = Path(__file__).resolve().parent.parent / ".cache" / "models"
Embed = Callable[[Sequence[str]], npt.NDArray[np.float32]]


def main() -> None:
    """Measure both and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=256)
    parser.add_argument("--models", type=Path, default=MODELS)
    given = parser.parse_args()
    texts = passages(given.passages)
    own = passage_embedder(ModelOptions(models=given.models))
    plain = SentenceTransformer(str(given.models / FOLDER_NAME), device="cpu")
    torch.set_num_threads(os.cpu_count() or 1)

    def by_torch(some: Sequence[str]) -> npt.NDArray[np.float32]:
        made = plain.encode_document(list(some), normalize_embeddings=True)
        return np.asarray(made, np.float32)

    rate, vectors = measured(own.passages, texts)
    plain_rate, plain_vectors = measured(by_torch, texts)
    least = float(np.min(np.sum(vectors * plain_vectors, axis=1)))
    lines = [
        "# Passages embedded a second",
        "",
        f"`python -m bench.embedding_rate`: {len(texts)} passages of the sample, {sum(map(len, texts)) // len(texts)} "
        f"characters on average, in calls of {BATCH} of like length, {os.cpu_count()} cores, load "
        f"{os.getloadavg()[0]:.1f} when it ended.",
        "",
        "| embedder | passages a second | least cosine to plain torch |",
        "|---|---|---|",
        f"| the program's | {rate:.1f} | {least:.5f} |",
        f"| sentence-transformers, plain torch (fp32) | {plain_rate:.1f} | 1 |",
    ]
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "embedding_rate.md").write_text("\n".join(lines) + "\n", "utf-8")
    print("\n".join(lines))


def passages(wanted: int) -> list[str]:
    """Embed texts of the sample, evenly spread, longest first as a batch takes them."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        bring_up_to_date([SAMPLE], home, hashed_stages(home))
        catalogue = Catalogue.open(home)
        texts = [item.passage.embed_text for item in catalogue.passages(catalogue.passage_ids())]
        catalogue.close()
    step = max(1, len(texts) // wanted)
    return sorted(islice(texts[::step], wanted), key=len, reverse=True)


def measured(embed: Embed, texts: Sequence[str]) -> tuple[float, npt.NDArray[np.float32]]:
    """(passages a second, vectors), after one batch that does not count."""
    embed(texts[:BATCH])
    start = time.perf_counter()
    rows = [embed(texts[at : at + BATCH]) for at in range(0, len(texts), BATCH)]
    return len(texts) / (time.perf_counter() - start), np.concatenate(rows)


if __name__ == "__main__":
    main()
