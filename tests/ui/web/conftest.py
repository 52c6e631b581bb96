"""The small collection, written once a run, and a desk over it."""

from __future__ import annotations

import pytest

from corpus.home import Home
from tests.ui.web.made import desk_over, services, write_home
from ui.web.desk import Desk, Services


@pytest.fixture(scope="session")
def small_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return write_home(tmp_path_factory.mktemp("home"))


@pytest.fixture
def small_services(small_home: Home) -> Services:
    return services(small_home)


@pytest.fixture
def desk(small_services: Services) -> Desk:
    return desk_over(small_services)
