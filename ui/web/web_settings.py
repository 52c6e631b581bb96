"""The page's settings, read once from the environment beside those of `ui.settings`.

| variable | meaning |
|---|---|
| BESLUTSMINNE_MUNICIPALITY | the municipality's name, shown in the page's head |
| BESLUTSMINNE_USERS | a file of users with hashed passwords (`beslutsminne password`); default: no login |
| BESLUTSMINNE_PROXY_HEADER | the header in which a trusted proxy names the user, for instance X-Remote-User |
| BESLUTSMINNE_TRUSTED_PROXIES | the proxies' addresses, with commas; default 127.0.0.1,::1 |
| BESLUTSMINNE_UPLOADS | 0 = no papers can be added from the page |
| BESLUTSMINNE_FOLDERS | folders on the server that the page may index, with colons; default any, if only this machine |
| | reaches the page |
| BESLUTSMINNE_UPLOAD_MB | the largest file that may be uploaded; default 50 |
| BESLUTSMINNE_MCP | 1 = assistants may ask over MCP (needs the package mcp) |
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from corpus.errors import UsageError
from ui.web.options import WebOptions


def read_web_options(*, host: str, port: int, environment: Mapping[str, str] | None = None) -> WebOptions:
    """The page's options; `host` and `port` come from the command line.

    Raises:
        UsageError: a value cannot be understood; the message names the variable.
    """
    env = os.environ if environment is None else environment
    default = WebOptions()
    users, folders = env.get("BESLUTSMINNE_USERS"), env.get("BESLUTSMINNE_FOLDERS")
    proxies = env.get("BESLUTSMINNE_TRUSTED_PROXIES")
    return WebOptions(
        host=host,
        port=port,
        municipality=env.get("BESLUTSMINNE_MUNICIPALITY") or None,
        users=Path(users) if users else None,
        proxy_header=env.get("BESLUTSMINNE_PROXY_HEADER") or None,
        trusted_proxies=tuple(filter(None, map(str.strip, proxies.split(",")))) if proxies else default.trusted_proxies,
        may_index=_switch(env, "BESLUTSMINNE_UPLOADS", default=True),
        folders=tuple(map(Path, filter(None, folders.split(os.pathsep)))) if folders else None,
        upload_megabytes=_number(env, "BESLUTSMINNE_UPLOAD_MB", default=default.upload_megabytes),
        mcp=_switch(env, "BESLUTSMINNE_MCP", default=False),
    )


def _number(environment: Mapping[str, str], name: str, *, default: int) -> int:
    text = environment.get(name) or str(default)
    if not text.isdecimal() or int(text) < 1:
        raise UsageError(f"{name} är »{text}«.", hint="Ange ett heltal, 1 eller större.")
    return int(text)


def _switch(environment: Mapping[str, str], name: str, *, default: bool) -> bool:
    text = environment.get(name) or ("1" if default else "0")
    if text not in ("0", "1"):
        raise UsageError(f"{name} är »{text}«.", hint="Ange 0 eller 1.")
    return text == "1"
