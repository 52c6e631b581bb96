from __future__ import annotations

import os
from pathlib import Path

import pytest

from corpus.errors import UsageError
from ui.web.options import WebOptions
from ui.web.web_settings import read_web_options


def test_nothing_set_is_the_default() -> None:
    assert read_web_options(host="127.0.0.1", port=7860, environment={}) == WebOptions()


def test_every_variable(tmp_path: Path) -> None:
    users = tmp_path / "users"
    users.touch()
    common = {
        "BESLUTSMINNE_MUNICIPALITY": "Norrvik",
        "BESLUTSMINNE_TRUSTED_PROXIES": "10.0.0.1, 10.0.0.2",
        "BESLUTSMINNE_UPLOADS": "0",
        "BESLUTSMINNE_FOLDERS": os.pathsep.join(["/a", "/b"]),
        "BESLUTSMINNE_UPLOAD_MB": "7",
        "BESLUTSMINNE_MCP": "1",
    }
    shared = {
        "host": "0.0.0.0", "port": 80, "municipality": "Norrvik", "trusted_proxies": ("10.0.0.1", "10.0.0.2"),
        "may_index": False, "folders": (Path("/a"), Path("/b")), "upload_megabytes": 7, "mcp": True,
    }  # fmt: skip
    by_proxy = read_web_options(host="0.0.0.0", port=80, environment=common | {"BESLUTSMINNE_PROXY_HEADER": "X-User"})
    assert by_proxy == WebOptions(proxy_header="X-User", **shared)  # type: ignore[arg-type]
    by_file = read_web_options(host="0.0.0.0", port=80, environment=common | {"BESLUTSMINNE_USERS": str(users)})
    assert by_file == WebOptions(users=users, **shared)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "value"),
    [("BESLUTSMINNE_UPLOADS", "ja"), ("BESLUTSMINNE_MCP", "2"), ("BESLUTSMINNE_UPLOAD_MB", "0"),
     ("BESLUTSMINNE_UPLOAD_MB", "stor")],
)  # fmt: skip
def test_what_cannot_be_understood_names_the_variable(name: str, value: str) -> None:
    with pytest.raises(UsageError, match=name):
        read_web_options(host="127.0.0.1", port=7860, environment={name: value})
