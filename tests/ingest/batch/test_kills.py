"""A batch killed at any moment: what readers see is whole, nothing is lost, and the next batch ends where it should."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from corpus.catalogue import Catalogue
from corpus.home import Home
from ingest.batch.checking import check
from ingest.batch.findings import Area
from ingest.batch.pipeline import bring_up_to_date
from ingest.batch.stages import Stages
from tests.ingest.batch.contents import Contents, contents, put
from tests.ingest.batch.stand_ins import minutes, motion, paper, stages

SHORT = 24
"""Kills at points in the suite; bench/faults.py does 200, with real papers."""


def stand_in_stages(home: Home) -> Stages:
    """What the killed process works with."""
    return stages()


def first_papers(folder: Path) -> None:
    """What is indexed before the batch that is killed."""
    put(folder, m1=motion("KS 1", "att bada"), b1=minutes("KS 1", "avslås 1 Motionen avslås"), bort=paper("text bort"))
    put(folder, flyttas=paper("title Plan A", "text vatten"), byts=motion("KS 2", "att cykla"))


def later_papers(folder: Path) -> None:
    """What the batch that is killed finds: papers come, change, move, go, are copied, fail."""
    put(folder, byts=motion("KS 2", "att gå"), b2=minutes("KS 2", "bifalls 1 Motionen bifalls"), trasig=paper("broken"))
    put(folder, b12=minutes("KS 1", "bifalls 1 Nytt beslut"), ny=paper("title Plan B", "replaces Plan A"))
    put(folder, m3=motion("KS 3", "att simma", "att ro"), knut=paper("knot"))
    (folder / "bort.pdf").unlink()
    (folder / "flyttas.pdf").rename(folder / "flyttad.pdf")
    shutil.copy(folder / "m1.pdf", folder / "z kopia.pdf")


@cache
def prepared() -> tuple[Path, Contents, int]:
    """(a folder with papers and home, what an undisturbed batch leaves, its number of points)."""
    base = Path(mkdtemp())
    first_papers(base / "papers")
    bring_up_to_date([base / "papers"], Home(base / "home"), stages())
    later_papers(base / "papers")
    undisturbed = copied(base, Path(mkdtemp()))
    points = run(undisturbed, 0)
    return base, contents(Home(undisturbed / "home")), points


def copied(base: Path, target: Path) -> Path:
    """The prepared folder's home in `target`; the papers are those of `base`, at the same path."""
    shutil.copytree(base / "home", target / "home")
    (target / "papers").symlink_to(base / "papers")
    return target


def run(folder: Path, point: int) -> int:
    """Run the batch in a process of its own; gives the points passed, or minus the signal that ended it."""
    real = (folder / "papers").resolve()
    done = subprocess.run(_command(folder, real, point), capture_output=True, text=True, check=False)
    assert done.returncode in (0, -9), done.stderr
    return int(done.stdout) if done.returncode == 0 else done.returncode


def _command(folder: Path, papers: Path, point: int) -> list[str]:
    module = "tests.ingest.batch.faulty_batch"
    given = "tests.ingest.batch.test_kills:stand_in_stages"
    return [sys.executable, "-m", module, given, str(folder / "home"), str(papers), str(point)]


def survives(folder: Path, expected: Contents) -> None:
    """After a kill: what is there agrees with itself, and the next batch makes all as it should be."""
    home = Home(folder / "home")
    assert {finding.area for finding in check(home, stages())} <= {Area.LEFTOVERS}
    before = Catalogue.open(home).generation
    bring_up_to_date([(folder / "papers").resolve()], home, stages())
    assert contents(home) == expected
    assert check(home, stages()) == ()
    assert Catalogue.open(home).generation >= before


@pytest.mark.parametrize("share", range(SHORT))
def test_killed_at_a_commit_fsync_or_rename(tmp_path: Path, share: int) -> None:
    base, expected, points = prepared()
    assert points > 2 * SHORT
    folder = copied(base, tmp_path)
    assert run(folder, 1 + share * points // SHORT) == -9
    survives(folder, expected)


@pytest.mark.parametrize("seed", range(4))
def test_killed_at_any_time(tmp_path: Path, seed: int) -> None:
    base, expected, _ = prepared()
    folder = copied(base, tmp_path)
    child = subprocess.Popen(_command(folder, (base / "papers"), 0), stdout=subprocess.DEVNULL)
    time.sleep(random.Random(seed).uniform(0.2, 0.7))
    child.kill()
    child.wait()
    survives(folder, expected)


@pytest.mark.parametrize("point", [1, 2, 3, 4, 6, 8])
def test_killed_while_the_home_is_made(tmp_path: Path, point: int) -> None:
    base, _, _ = prepared()
    (tmp_path / "papers").symlink_to(base / "papers")
    assert run(tmp_path, point) == -9
    home = Home(tmp_path / "home")
    bring_up_to_date([(base / "papers").resolve()], home, stages())
    bring_up_to_date([(base / "papers").resolve()], Home(tmp_path / "fresh"), stages())
    assert contents(home) == contents(Home(tmp_path / "fresh"))
    assert check(home, stages()) == ()


def test_killed_again_and_again(tmp_path: Path) -> None:
    """Each run is killed a little later than the one before began to be useful; it must come to an end all the same."""
    base, expected, points = prepared()
    folder = copied(base, tmp_path)
    kills = 0
    while run(folder, points // 3) == -9:
        kills += 1
        assert kills < 30
    assert kills >= 2
    assert contents(Home(folder / "home")) == expected
