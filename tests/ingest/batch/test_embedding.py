from __future__ import annotations

from pathlib import Path

import pytest

from corpus.catalogue import Catalogue
from corpus.home import Home
from corpus.writer import Writer, embed_key
from ingest.batch.embedding import embed, missing
from tests.ingest.batch.stand_ins import Counted, HashEmbedder, vector


def test_each_missing_text_once_longest_first_and_kept_batch_by_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.batch.embedding.BATCH", 2)
    counted = Counted()
    embedder = HashEmbedder("m", counted)
    with Writer.open(Home(tmp_path)) as writer:
        catalogue = Catalogue.open(writer.home)
        with writer.transaction():
            writer.put_vectors("m", 8, [(embed_key("känd"), b"\0" * 16)])
            writer.put_vectors("annan", 8, [(embed_key("aa"), b"\0" * 16)])
        wanted = missing(catalogue, ["aa", "känd", "bbbb", "aa", "ccc"], "m")
        assert [text for _, text in wanted] == ["bbbb", "ccc", "aa"]
        steps = embed(wanted, embedder, writer)
        assert next(steps) == 2
        assert catalogue.embedded([key for key, _ in wanted], "m") == {embed_key("bbbb"), embed_key("ccc")}
        assert list(steps) == [1]
        (kept,) = catalogue.rows("select vector from vectors where sha256 = ? and model = 1", (embed_key("aa"),))
    assert kept == (vector("aa").astype("<f2").tobytes(),)
    assert counted.embedded == ["bbbb", "ccc", "aa"]
