"""The catalogue as a source of entries: passages with their facets as keys and their vectors of the model in use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np

from corpus.catalogue import Catalogue
from corpus.stored import Changes, Model
from index.entries import Entry, Ids
from index.facet_keys import facet_row

BATCH = 2000
"""Entries held at once; 2,000 vectors of 384 dimensions are 1.5 MB."""


class CatalogueEntries:
    """An `EntrySource` over a catalogue; each call reads one whole state."""

    def __init__(self, catalogue: Catalogue, *, model: str | None = None) -> None:
        """Read from `catalogue`, which stays the caller's to close; vectors of `model`, else of the one in use."""
        self._catalogue = catalogue
        self._model = model

    @property
    def generation(self) -> int:
        """The catalogue's generation."""
        return self._catalogue.generation

    @property
    def model(self) -> Model | None:
        """The model whose vectors are handed out."""
        name = self._model or self._catalogue.model()
        return next((model for model in self._catalogue.models() if model.name == name), None)

    def ids(self) -> Ids:
        """The ids of all passages that have a vector of the model, ascending."""
        sql = (
            "select passages.id from passages join vectors on vectors.sha256 = embed_sha256 join models "
            "on models.id = vectors.model and models.name = ? order by 1"
        )
        name = self._model or self._catalogue.model()
        return np.fromiter((row[0] for row in self._catalogue.rows(sql, (name,))), dtype=np.int64)

    def changes(self, since: int) -> Changes:
        """What came and went after generation `since`."""
        return self._catalogue.changes(since)

    def entries(self, ids: Sequence[int]) -> Iterator[Entry]:
        """The passages that are there and have a vector, ascending within each batch."""
        rest = iter(ids)
        while some := tuple(islice(rest, BATCH)):
            with self._catalogue.snapshot():
                found = tuple(self._some(some))
            yield from found

    def _some(self, ids: tuple[int, ...]) -> Iterator[Entry]:
        model = self.model
        if model is None:
            return
        vectors = dict(self._catalogue.vectors(ids, model.name))
        terms = dict(self._catalogue.terms(vectors))
        for id_, kind, file, facets in self._catalogue.facets(vectors):
            vector = np.frombuffer(vectors[id_], dtype="<f2")
            yield Entry(id_, terms[id_], facet_row(facets, file=file, kind=kind), vector)
