"""Embeds the first paragraphs of a set for the runs at scale; what is done is kept, so that it may be stopped at will.

python -m bench.scale_embed paragraphs.jsonl.gz embeddings.f16 --count 24576
"""

from __future__ import annotations

import argparse
import gzip
import json
from itertools import islice
from pathlib import Path

import numpy as np

from index.embedding import ModelOptions, passage_embedder

BATCH = 256


def main() -> None:
    """Append float16 rows to a file until it has as many as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paragraphs", type=Path)
    parser.add_argument("embeddings", type=Path)
    parser.add_argument("--count", type=int, default=24_576)
    parser.add_argument("--models", type=Path, default=Path.home() / ".cache" / "beslutsminne")
    given = parser.parse_args()
    embedder = passage_embedder(ModelOptions(models=given.models))
    done = given.embeddings.stat().st_size // (2 * embedder.dim) if given.embeddings.exists() else 0
    with gzip.open(given.paragraphs, "rt", encoding="utf-8") as lines, given.embeddings.open("ab") as out:
        texts = (json.loads(line)["text"] for line in islice(lines, done, given.count))
        while some := list(islice(texts, BATCH)):
            out.write(embedder.passages(some).astype(np.float16).tobytes())
            done += len(some)
            print(f"\r{done:,} of {given.count:,}", end="", flush=True)


if __name__ == "__main__":
    main()
