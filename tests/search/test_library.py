from __future__ import annotations

from corpus.catalogue import Catalogue
from search.library import Library
from tests.search.made import LIBRARY


def test_the_catalogue_is_a_library() -> None:
    names = [name for name in vars(Library) if not name.startswith("_")]
    assert names
    assert all(hasattr(Catalogue, name) and hasattr(LIBRARY, name) for name in names)
