"""Twenty people ask the page for a minute: how long each answer takes, and whether any fails.

    python -m bench.web_load --url http://127.0.0.1:7860 --users 20 --seconds 60 --think 2

Each user opens the page and then asks questions of the sample collection one after the other, as the page itself does
(its one event), with a pause to read in between; every fourth step opens the source of the answer and its picture.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import random
import re
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx

TRUTH = Path(__file__).resolve().parent.parent / "corpus" / "truth.json"
TIMEOUT_SECONDS = 30.0


@dataclass
class Log:
    """What was measured: seconds of each answer and each picture, and what went wrong."""

    answers: list[float] = field(default_factory=list)
    pictures: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def percentile(values: list[float], share: float) -> float:
    """The smallest value that at least `share` of the values do not exceed; 0 for none."""
    ordered = sorted(values)
    return ordered[math.ceil(len(ordered) * share) - 1] if ordered else 0.0


async def visit(client: httpx.AsyncClient, questions: list[str], log: Log, *, until: float, think: float) -> None:
    """One user, until the clock says so."""
    chance = random.Random(questions[0])
    page = await client.get("/")
    event = _navigation((await client.get("/config")).json())
    if page.status_code != 200:
        log.errors.append(f"page {page.status_code}")
    step = 0
    while time.monotonic() < until:
        question = questions[step % len(questions)]
        html = await _show(client, event, {"q": question}, log)
        step += 1
        source = re.search(r'href="\?(kalla=[^"]+)" class="cite"', html)
        if step % 4 == 0 and source:
            shown = await _show(client, event, source.group(1).replace("&amp;", "&"), log)
            await _picture(client, shown, log)
        await asyncio.sleep(chance.expovariate(1 / think) if think else 0)


def _navigation(config: dict[str, Any]) -> int:
    """The number of the page's one event."""
    numbers: list[int] = [
        one["id"] for one in config["dependencies"] if one["targets"] and one["targets"][0][1] == "navigate"
    ]
    return numbers[0]


async def _show(client: httpx.AsyncClient, event: int, query: dict[str, str] | str, log: Log) -> str:
    asked = "?" + (query if isinstance(query, str) else urlencode(query))
    told = {"data": [], "event_data": {"query": asked, "saved": []}, "fn_index": event, "session_hash": "load"}
    began = time.monotonic()
    try:
        response = await client.post("/gradio_api/run/predict", json=told)
    except httpx.HTTPError as error:
        log.errors.append(f"{type(error).__name__} {asked}")
        return ""
    log.answers.append(time.monotonic() - began)
    html = "".join(part for part in response.json().get("data", []) if isinstance(part, str))
    if response.status_code != 200 or "data-query" not in html:
        log.errors.append(f"{response.status_code} {asked}")
    return html


async def _picture(client: httpx.AsyncClient, html: str, log: Log) -> None:
    found = re.search(r'src="(bild/[^"]+)"', html)
    if not found:
        log.errors.append("no picture")
        return
    began = time.monotonic()
    response = await client.get("/" + found.group(1))
    log.pictures.append(time.monotonic() - began)
    if not response.content.startswith(b"\x89PNG"):
        log.errors.append(f"picture {response.status_code}")


async def run(url: str, *, users: int, seconds: float, think: float) -> dict[str, float | int | list[str]]:
    """The load, and what came of it."""
    questions = [question["text"] for question in json.loads(TRUTH.read_text("utf-8"))["questions"]]
    log = Log()
    limits = httpx.Limits(max_connections=2 * users)
    async with httpx.AsyncClient(base_url=url, timeout=TIMEOUT_SECONDS, limits=limits) as client:
        until = time.monotonic() + seconds
        shares = [questions[n:] + questions[:n] for n in range(0, len(questions), max(1, len(questions) // users))]
        await asyncio.gather(*(visit(client, share, log, until=until, think=think) for share in shares[:users]))
    return {
        "users": users, "seconds": seconds, "think": think, "answers": len(log.answers), "pictures": len(log.pictures),
        "errors": log.errors[:10], "error_count": len(log.errors),
        "p50": round(percentile(log.answers, 0.5), 3), "p95": round(percentile(log.answers, 0.95), 3),
        "max": round(max(log.answers, default=0.0), 3), "picture_p95": round(percentile(log.pictures, 0.95), 3),
    }  # fmt: skip


def main() -> None:
    """Parse the command line, run, print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", default="http://127.0.0.1:7860")
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--think", type=float, default=2.0, help="mean seconds between two questions of one user")
    given = parser.parse_args()
    print(json.dumps(asyncio.run(run(given.url, users=given.users, seconds=given.seconds, think=given.think))))


if __name__ == "__main__":
    main()
