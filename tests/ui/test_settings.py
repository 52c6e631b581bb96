"""Settings from the environment and the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import UsageError
from ui.settings import read_settings


def test_defaults() -> None:
    settings = read_settings(environment={})
    assert settings.home.root == Path("data")
    assert settings.models_folder == Path("data/models")
    assert (settings.model, settings.runtime) == ("multilingual-e5-small", "auto")
    assert (settings.engine, settings.reranker, settings.mask) == (None, None, False)
    assert settings.reading_workers >= 1


def test_the_command_line_wins_over_the_environment() -> None:
    environment = {"BESLUTSMINNE_HOME": "/srv/a", "BESLUTSMINNE_MODELS": "/srv/m", "BESLUTSMINNE_MASK": "1"}
    assert read_settings(environment=environment).home.root == Path("/srv/a")
    settings = read_settings(Path("b"), environment=environment)
    assert settings.home.root == Path("b")
    assert settings.models_folder == Path("/srv/m")
    assert settings.mask is True


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BESLUTSMINNE_ENGINE", "mysql://x"),
        ("BESLUTSMINNE_THREADS", "två"),
        ("BESLUTSMINNE_WORKERS", "-1"),
        ("BESLUTSMINNE_MASK", "ja"),
    ],
)
def test_what_cannot_be_understood_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(UsageError, match=name) as caught:
        read_settings(environment={name: value})
    assert "\n" not in str(caught.value)


def test_every_variable_that_is_read_is_documented() -> None:
    import re

    import ui.settings as module

    source = Path(module.__file__).read_text("utf-8")
    read = set(re.findall(r'"(BESLUTSMINNE_[A-Z]+)"', source))
    assert len(read) == 9
    assert {name for name in read if f"| {name} |" not in (module.__doc__ or "")} == set()
