"""The real page in a real browser: the program's own commands index a part of the sample and serve it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Dialog,
    Error,
    Page,
    Request,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests.ui.web.browser.collection import write_papers

ROOT = Path(__file__).resolve().parents[4]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PATIENCE_SECONDS = 300
ADDRESS = "BESLUTSMINNE_TEST_ADDRESS"
expect.set_options(timeout=30_000)


def environment() -> dict[str, str]:
    """This machine's environment with the model that all tests share."""
    models = os.environ.get("BESLUTSMINNE_MODELS", str(ROOT / ".cache" / "models"))
    return os.environ | {"BESLUTSMINNE_MODELS": models, "OMP_NUM_THREADS": "1", "BESLUTSMINNE_WORKERS": "1"}


def beslutsminne(*arguments: str) -> list[str]:
    """A command line of the program."""
    return [sys.executable, "-m", "beslutsminne", *arguments]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        assert process.poll() is None, "the server has ended"
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server does not answer")


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the page is, over a home of the test collection (or one that is served already, at ADDRESS)."""
    if served := os.environ.get(ADDRESS):
        yield served
        return
    folder = tmp_path_factory.mktemp("samling")
    write_papers(folder / "papper")
    home = str(folder / "home")
    reading = beslutsminne("index", str(folder / "papper"), "--home", home)
    subprocess.run(reading, cwd=ROOT, env=environment(), check=True)
    port = free_port()
    process = subprocess.Popen(beslutsminne("serve", "--home", home, "--port", str(port)), cwd=ROOT, env=environment())
    try:
        wait_for(f"http://127.0.0.1:{port}/", process)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(30)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "Install chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


Visitor = Callable[..., Page]


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Visitor]:
    """Opens a page for a new visitor: `visitor(width=360, scheme="dark")`. At the end, no page may have asked another
    server for anything, shown a dialog or met an error."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_page(*, width: int = 1280, height: int = 900, scheme: str = "light") -> Page:
        size: ViewportSize = {"width": width, "height": height}
        context = browser.new_context(viewport=size, color_scheme=scheme, locale="sv-SE")  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        _watch(page, wrong)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


def _watch(page: Page, wrong: list[str]) -> None:
    """Note in `wrong` what no page may do."""

    def asked(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            wrong.append(f"asked {request.url}")

    def shown(dialog: Dialog) -> None:
        wrong.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def met(error: Error) -> None:
        wrong.append(f"error {error}")

    page.on("request", asked)
    page.on("dialog", shown)
    page.on("pageerror", met)


@pytest.fixture
def page(visitor: Visitor) -> Page:
    """One visitor's page."""
    return visitor()
