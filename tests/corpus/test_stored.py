from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from corpus.stored import Changes, Understood
from tests.corpus.made import document


def test_what_the_catalogue_hands_out_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Changes(1, (), ()).generation = 2  # type: ignore[misc]


def test_a_document_without_tie_keys_is_tied_by_nothing() -> None:
    assert Understood(document("a.pdf"), document("a.pdf"), "1").tie_keys == frozenset()
