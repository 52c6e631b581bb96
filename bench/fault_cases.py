"""What else can happen to a home: index files cut or exchanged, a full disk, two batches, no right to write, a clock
that jumps. Each case says what happened and whether the home held."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from bench.fault_home import Setting, answers, contents_of, fault_stages, problems
from bench.hashed_stages import engine
from corpus.catalogue import Catalogue
from corpus.errors import BeslutsminneError
from corpus.home import Home
from corpus.writer import Writer
from index.filters import Filter
from ingest.batch.checking import EngineCheck, check
from ingest.batch.pipeline import bring_up_to_date

MIB = 1 << 20
YEAR_NS = 31_536_000_000_000_000


@dataclass(frozen=True, slots=True)
class FaultCase:
    """What was done, what the program did, and whether nothing was lost."""

    what: str
    happened: str
    held: bool


def fault_cases(setting: Setting) -> tuple[FaultCase, ...]:
    """All cases, each in its own copy of the home."""
    return (
        _index_file(setting, "an index file cut in half", _cut),
        _index_file(setting, "an index file exchanged for another", _exchange),
        _index_file(setting, "all index files removed", _remove),
        _full_disk(setting),
        _two_batches(setting),
        _read_only(setting),
        _clock(setting, -20),
        _clock(setting, 20),
    )


def _index_file(setting: Setting, what: str, spoil: Callable[[Path], None]) -> FaultCase:
    home = setting.copy("index-file")
    before = answers(home)
    opened = engine(home)
    opened.refresh()
    first = opened.lexical({"laddstolpar": 1.0}, 10, where=Filter())
    spoil(home.vectors)
    still = opened.lexical({"laddstolpar": 1.0}, 10, where=Filter()) == first
    told = _told(lambda: answers(home))
    found = problems(home)
    check(home, fault_stages(home), engine=EngineCheck(engine(home).problems), repair=True)
    mended = answers(home) == before and problems(home) == ()
    shutil.rmtree(home.root)
    happened = (
        f"an open server answers on: {_yes(still)}; a new one: {told}; check: {', '.join(found) or 'nothing'}; repaired"
    )
    return FaultCase(what, happened, still and mended)


def _full_disk(setting: Setting) -> FaultCase:
    mount = setting.before.root.with_name("small")
    mount.mkdir()
    size = sum(path.stat().st_size for path in setting.before.root.rglob("*") if path.is_file()) + MIB // 4
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(mount)], capture_output=True, check=False
    )
    if mounted.returncode:
        return FaultCase("a full disk", "not tried: mounting a small disk takes root", held=True)
    try:
        home = Home(mount / "home")
        shutil.copytree(setting.before.root, home.root)
        before = Catalogue.open(home).names()
        told = _told(lambda: bring_up_to_date([setting.papers], home, fault_stages(home)))
        kept = Catalogue.open(home).names() == before
        subprocess.run(["mount", "-o", f"remount,size={size + 64 * MIB}", str(mount)], check=True)
        bring_up_to_date([setting.papers], home, fault_stages(home))
        whole = contents_of(home) == setting.expected and problems(home) == ()
    finally:
        subprocess.run(["umount", "-l", str(mount)], check=False)
    return FaultCase("a full disk", f"{told}; with room again the next batch ends as undisturbed", kept and whole)


def _two_batches(setting: Setting) -> FaultCase:
    home = setting.copy("two")
    with Writer.open(home):
        told = _told(lambda: bring_up_to_date([setting.papers], home, fault_stages(home)))
    bring_up_to_date([setting.papers], home, fault_stages(home))
    whole = contents_of(home) == setting.expected
    return FaultCase("two batches at once", f"the second: {told}", whole and "skrivs just nu" in told)


def _read_only(setting: Setting) -> FaultCase:
    if os.geteuid() != 0:
        return FaultCase("a read-only home", "not tried here (see tests/ingest/batch/test_faults.py)", held=True)
    home = setting.copy("read-only")
    before = answers(home)
    for folder in (home.root, *home.root.parents):
        folder.chmod(folder.stat().st_mode | 0o055)
    os.seteuid(65534)
    try:
        same = answers(home) == before
        told = _told(lambda: bring_up_to_date([setting.papers], home, fault_stages(home)))
    finally:
        os.seteuid(0)
    return FaultCase("a read-only home", f"answers: {_yes(same)}; a batch: {told}", same and "kan inte skrivas" in told)


def _clock(setting: Setting, years: int) -> FaultCase:
    home = setting.copy(f"clock{years}")
    with mock.patch.object(time, "time_ns", return_value=time.time_ns() + years * YEAR_NS):
        bring_up_to_date([setting.papers], home, fault_stages(home))
        again = bring_up_to_date([setting.papers], home, fault_stages(home))
    quiet = (again.added, again.changed, again.removed, again.pages_read) == (0, 0, 0, 0)
    whole = contents_of(home) == setting.expected
    happened = "the batch ends as undisturbed; the next one reads nothing"
    return FaultCase(f"a clock {abs(years)} years {'ahead' if years > 0 else 'behind'}", happened, quiet and whole)


def _cut(folder: Path) -> None:
    largest = max(folder.glob("*.faiss"), key=lambda path: path.stat().st_size)
    os.truncate(largest, largest.stat().st_size // 2)


def _exchange(folder: Path) -> None:
    largest = max(folder.glob("*.faiss"), key=lambda path: path.stat().st_size)
    content = bytearray(largest.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 4096] = bytes(4096)
    replacement = largest.with_name("other")
    replacement.write_bytes(content)
    os.replace(replacement, largest)


def _remove(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


def _told(function: Callable[[], object]) -> str:
    """The error's own words, with the paths of this run left out."""
    try:
        function()
    except BeslutsminneError as error:
        words = re.sub(r"\S*/(\S+)", r"…/\1", str(error))
        return f"»{re.sub(r'process [0-9]+', 'process …', words)}«"
    return "no error"


def _yes(value: bool) -> str:
    return "yes" if value else "NO"
