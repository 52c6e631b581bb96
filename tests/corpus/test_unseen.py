from __future__ import annotations

import importlib
import importlib.util
import sys

import pytest

from corpus.unseen import unseen

UNCOMMON = "this"
"""A module of the standard library that nothing imports by itself."""


def test_what_is_unseen_is_not_found_until_it_ends(capsys: pytest.CaptureFixture[str]) -> None:
    sys.modules.pop(UNCOMMON, None)
    with unseen(UNCOMMON):
        assert importlib.util.find_spec(UNCOMMON) is None
        with pytest.raises(ImportError):
            importlib.import_module(UNCOMMON)
    assert importlib.import_module(UNCOMMON)
    capsys.readouterr()


def test_what_is_imported_already_stays() -> None:
    import json

    with unseen("json"):
        assert importlib.import_module("json") is json


def test_it_is_found_again_after_an_error() -> None:
    sys.modules.pop(UNCOMMON, None)
    with pytest.raises(ZeroDivisionError), unseen(UNCOMMON):
        1 / 0  # noqa: B018
    assert importlib.util.find_spec(UNCOMMON) is not None
