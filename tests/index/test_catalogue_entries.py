from __future__ import annotations

from pathlib import Path

import numpy as np

from corpus.catalogue import Catalogue
from corpus.document import Document, DocumentType
from corpus.home import Home
from corpus.passage import Facets, Passage, PassageKind
from corpus.stored import Model, Understood
from corpus.writer import Writer, embed_key
from index.catalogue_entries import CatalogueEntries
from index.embedded import EmbeddedEngine
from index.facet_keys import facet_row
from index.filters import Filter


def passage(text: str, *terms: str) -> Passage:
    facets = Facets(type="motion", date="2023-01-02", party=("V",))
    return Passage(PassageKind.TEXT, "a.pdf", (1,), text, terms, facets)


def write(home: Home, *passages: Passage) -> None:
    document = Document("a.pdf", "00", DocumentType.MOTION, "A", None, 1, ((595.0, 842.0),), ())
    vectors = ((embed_key(one.embed_text), np.eye(4, dtype="<f2")[i].tobytes()) for i, one in enumerate(passages))
    with Writer.open(home) as writer, writer.transaction():
        writer.use_model("m")
        writer.put_document(Understood(document, document, "1"))
        writer.put_passages("00", passages)
        writer.put_vectors("m", 4, vectors)


def test_entries_are_the_passages_with_their_vectors(tmp_path: Path) -> None:
    home = Home(tmp_path)
    write(home, passage("ett", "skola", "skola"), passage("två"))
    source = CatalogueEntries(Catalogue.open(home))
    assert source.model == Model("m", 4)
    first, second = source.ids().tolist()
    entries = {one.id: one for one in source.entries([first, second, 999])}
    assert entries.keys() == {first, second}
    assert entries[first].terms == ("skola", "skola")
    assert entries[second].terms == ()
    assert entries[second].vector.tolist() == [0, 1, 0, 0]
    assert entries[first].facets == facet_row(passage("").facets, file="a.pdf", kind="text")


def test_what_has_no_vector_yet_is_no_entry(tmp_path: Path) -> None:
    home = Home(tmp_path)
    write(home, passage("ett"))
    with Writer.open(home) as writer, writer.transaction():
        writer.put_passages("00", (passage("ett"), passage("två")))
    source = CatalogueEntries(Catalogue.open(home))
    assert len(source.changes(0).added) == 2
    assert len(source.ids()) == 1
    assert len(tuple(source.entries(source.changes(0).added))) == 1


def test_the_vectors_of_a_model_that_is_not_in_use_yet(tmp_path: Path) -> None:
    home = Home(tmp_path)
    write(home, passage("ett"), passage("två"))
    with Writer.open(home) as writer, writer.transaction():
        writer.put_vectors("ny", 2, [(embed_key("ett"), np.array([0, 1], "<f2").tobytes())])
    source = CatalogueEntries(Catalogue.open(home), model="ny")
    assert source.model == Model("ny", 2)
    (one,) = source.ids().tolist()
    assert [entry.vector.tolist() for entry in source.entries([one])] == [[0, 1]]
    assert len(CatalogueEntries(Catalogue.open(home)).ids()) == 2


def test_the_embedded_engine_follows_a_catalogue(tmp_path: Path) -> None:
    home = Home(tmp_path)
    write(home, passage("ett", "skola"), passage("två", "park"))
    catalogue = Catalogue.open(home)
    engine = EmbeddedEngine(home.vectors, CatalogueEntries(catalogue))
    engine.sync()
    (hit,) = engine.lexical({"park": 1.0}, 5, where=Filter(parties=("V",)))
    with Writer.open(home) as writer, writer.transaction():
        writer.put_passages("00", (passage("ett", "skola"),))
    assert engine.refresh()
    assert engine.lexical({"park": 1.0}, 5, where=Filter()) == ()
    assert hit.passage not in {one.passage for one in engine.dense(np.eye(4, dtype=np.float32)[1], 5, where=Filter())}
