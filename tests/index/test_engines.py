from __future__ import annotations

import sys
from pathlib import Path

import pytest

from corpus.errors import EngineError
from index.embedded import EmbeddedEngine
from index.engines import open_engine
from index.postgres.engine import PostgresEngine
from tests.index.brute_force import MemorySource


def test_the_setting_names_the_engine(tmp_path: Path) -> None:
    assert isinstance(open_engine(None, tmp_path, MemorySource()), EmbeddedEngine)
    assert isinstance(open_engine("postgresql://x", tmp_path, MemorySource()), PostgresEngine)


def test_a_missing_driver_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    monkeypatch.delitem(sys.modules, "index.postgres.connection", raising=False)
    with pytest.raises(EngineError, match=r"beslutsminne\[postgres\]"):
        open_engine("postgresql://x", tmp_path, MemorySource())
