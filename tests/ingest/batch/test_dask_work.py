from __future__ import annotations

import pickle
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import ClusterError, UnreadableCode
from corpus.reading import Reading
from ingest.batch.dask_work import Failed, embed, proof, read, refuse_other_versions, versions
from ingest.pages.isolation import read_isolated
from ingest.pages.options import ReadOptions
from tests.ingest.batch.dask_processes import ROOT, LengthEmbedder

PAPER = ROOT / "corpus" / "documents" / "motion-c-laddstolpar.pdf"


def test_a_worker_reads_as_one_reads_at_home() -> None:
    found = read(PAPER.read_bytes(), ReadOptions(), versions("1"))
    assert isinstance(found, Reading)
    assert found == read_isolated(Path(PAPER))


def test_what_cannot_be_read_comes_back_as_it_was() -> None:
    found = read(b"", ReadOptions(), versions("1"))
    assert isinstance(found, Failed)
    assert pickle.loads(pickle.dumps(found)) == found
    assert found.error().code is UnreadableCode.EMPTY


def test_other_versions_are_refused_and_named() -> None:
    here = versions("1")
    refuse_other_versions(here, versions("1"))
    for other in (replace(here, reader="2"), replace(here, python="3.9"), replace(here, libraries=("pypdf 1",))):
        with pytest.raises(ClusterError, match="andra versioner"):
            refuse_other_versions(other, here)
    with pytest.raises(ClusterError, match=r"pypdf 1.*samma version"):
        read(b"", ReadOptions(), replace(here, libraries=("pypdf 1",)))


def test_a_model_is_loaded_once_and_proved() -> None:
    made = []

    def make() -> LengthEmbedder:
        made.append(1)
        return LengthEmbedder("en-gång")

    expected = proof(LengthEmbedder("en-gång"))
    for _ in range(2):
        rows = embed(["a" * 100], make, expected)
    assert rows.tolist() == pytest.approx(np.array([[np.cos(1), np.sin(1)]]).astype(np.float32))
    assert made == [1]


@pytest.mark.parametrize("other", [LengthEmbedder("annan"), LengthEmbedder("vriden", turned=0.1)])
def test_another_model_is_refused(other: LengthEmbedder) -> None:
    expected = replace(proof(LengthEmbedder(other.name + "!")), name=other.name + "!")
    make = partial(LengthEmbedder, other.name + ("!" if other.name == "vriden" else ""), turned=0.1)
    with pytest.raises(ClusterError, match="andra vektorer"):
        embed(["a"], make, expected)


def test_a_model_of_the_same_vectors_passes() -> None:
    make = partial(LengthEmbedder, "nästan", turned=0.01)
    assert embed(["a"], make, proof(LengthEmbedder("nästan"))).shape == (1, 2)
