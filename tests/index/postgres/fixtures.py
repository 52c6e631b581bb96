"""Fixtures that give a test a PostgreSQL of its own."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import pytest

from tests.index.postgres.server import Server

_NUMBERS = itertools.count()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """One server for all tests that need no more than a database of their own."""
    one = Server.create()
    yield one
    one.remove()


@pytest.fixture
def new_url(server: Server) -> Callable[[], str]:
    """Makes an empty database each time."""
    return lambda: server.new_database(f"test_{next(_NUMBERS)}")
