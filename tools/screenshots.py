"""Takes the pictures of the documentation from a running page over the sample collection.

python tools/screenshots.py --url http://127.0.0.1:7860 --out docs/screenshots
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
VIEWS = {
    "fraga": "?q=vad+har+vi+beslutat+om+KAST-mottagningar",
    "kallan": "?kalla=motion-bekampa-prostitutionen-svar.pdf&stycke=22",
    "arende": "?arende=KS+2020-318",
    "prejudikat": "?flik=prejudikat",
    "styrdokument": "?flik=styrdokument",
    "samlingen": "?flik=samlingen",
}
MOTION = (
    "Vi föreslår att hastigheten sänks till 30 kilometer i timmen utanför alla skolor, "
    "att kommunen antar en strategi för att bygga mer i trä."
)
Scheme = Literal["light", "dark"]
SIZES = ((1280, 900), (360, 740))


def main() -> None:
    """Take all pictures, light at both sizes and dark at 1280."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", default="http://127.0.0.1:7860")
    parser.add_argument("--out", type=Path, default=Path("docs/screenshots"))
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for width, height in SIZES:
            for name in VIEWS:
                take(browser, given, name, width=width, height=height, scheme="light")
        for name in ("fraga", "kallan"):
            take(browser, given, name, width=1280, height=900, scheme="dark")
        browser.close()


def take(browser: Browser, given: argparse.Namespace, name: str, *, width: int, height: int, scheme: Scheme) -> None:
    """Take one picture."""
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, locale="sv-SE")
    page = context.new_page()
    page.goto(f"{given.url}/{VIEWS[name]}")
    page.wait_for_selector("#place [data-query]", state="attached")
    page.wait_for_function("() => !document.documentElement.classList.contains('busy')")
    settle(page, name)
    suffix = "" if scheme == "light" else f"-{scheme}"
    page.screenshot(path=given.out / f"{name}-{width}{suffix}.png")
    context.close()


def settle(page: Page, name: str) -> None:
    """Wait for what the view draws later."""
    if name == "kallan":
        page.wait_for_function("() => document.querySelector('.sheet img')?.complete")
        page.locator(".sheet rect.marked").first.scroll_into_view_if_needed()
    if name == "prejudikat":
        page.get_by_label("Motionens text").fill(MOTION)
        page.get_by_role("button", name="Hitta prejudikat").click()
        page.wait_for_selector(".precedent-rows")
        page.wait_for_selector("#utfall-parti .js-plotly-plot")
    if name == "samlingen":
        page.wait_for_selector("#efter-ar .js-plotly-plot")
    page.wait_for_timeout(800)


if __name__ == "__main__":
    main()
