"""The passages against their vectors: each has one of the model in use, whole, finite, of unit length."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from corpus.catalogue import Catalogue
from corpus.stored import Model
from corpus.writer import Writer
from ingest.batch.embedding import embed
from ingest.batch.findings import Area, Finding
from ingest.batch.stages import Embedder

BATCH = 4096
UNIT = 0.01
"""A unit vector in float16 is within 0.001 of length 1 (384 roundings of 2⁻¹¹ at most); ten times that is damage."""


def check_vectors(catalogue: Catalogue, writer: Writer | None, embedder: Embedder) -> Iterator[Finding]:
    """Look at every vector; with a `writer`, make anew what is missing or wrong, if `embedder` is the model in use."""
    name = catalogue.model()
    model = next((model for model in catalogue.models() if model.name == name), None)
    if model is None:
        return
    wrong = list(_wrong(catalogue, model))
    missing = catalogue.missing_vectors(model.name)
    repaired = writer is not None and embedder.name == model.name
    if repaired and writer is not None:
        with writer.transaction():
            writer.drop_vectors(wrong)
        texts = catalogue.embed_texts(catalogue.missing_vectors(model.name))
        for _ in embed(tuple(texts.items()), embedder, writer):
            pass
    if missing:
        yield Finding(Area.VECTORS, f"{len(missing)} passager saknar vektor ({model.name}).", repaired)
    if wrong:
        yield Finding(Area.VECTORS, f"{len(wrong)} vektorer är skadade ({model.name}).", repaired)


def _wrong(catalogue: Catalogue, model: Model) -> Iterator[int]:
    sql = (
        "select id, vector from vectors where model = (select id from models where name = ?) and id > ? "
        "order by id limit ?"
    )
    last = 0
    while rows := catalogue.rows(sql, (model.name, last, BATCH)):
        last = rows[-1][0]
        sized = [(number, raw) for number, raw in rows if len(raw) == 2 * model.dim]
        yield from {number for number, _ in rows} - {number for number, _ in sized}
        made = np.frombuffer(b"".join(raw for _, raw in sized), "<f2").reshape(-1, model.dim).astype(np.float32)
        length = np.linalg.norm(made, axis=1)
        bad = ~(np.abs(length - 1) < UNIT)
        yield from (number for (number, _), one in zip(sized, bad, strict=True) if one)
