from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import UsageError
from ui.web.options import WebOptions


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True), ("0.0.0.0", False),
     ("10.0.0.5", False), ("::", False), ("minne.kommun.se", False)],
)  # fmt: skip
def test_who_can_reach_it(host: str, loopback: bool) -> None:
    options = WebOptions(host=host)
    assert options.loopback is loopback
    assert options.open_to_strangers is not loopback
    assert options.indexing is loopback
    assert (options.warning() is None) is loopback


def test_a_login_keeps_strangers_out(tmp_path: Path) -> None:
    (tmp_path / "users").touch()
    for options in (WebOptions(host="0.0.0.0", users=tmp_path / "users"), WebOptions(host="::", proxy_header="X-User")):
        assert not options.open_to_strangers
        assert options.indexing
        assert options.warning() is None


def test_the_warning_is_loud_and_says_what_to_do() -> None:
    warning = WebOptions(host="0.0.0.0").warning()
    assert warning is not None
    assert warning.startswith("VARNING")
    assert "0.0.0.0" in warning
    assert "BESLUTSMINNE_USERS" in warning


def test_what_cannot_be_meant_is_refused(tmp_path: Path) -> None:
    (tmp_path / "users").touch()
    with pytest.raises(UsageError, match="inte båda"):
        WebOptions(users=tmp_path / "users", proxy_header="X-User")
    with pytest.raises(UsageError, match="finns inte"):
        WebOptions(users=tmp_path / "ingen")
    with pytest.raises(UsageError, match="minst 1"):
        WebOptions(upload_files=0)


def test_indexing_can_be_closed() -> None:
    assert not WebOptions(may_index=False).indexing
