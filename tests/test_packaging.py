"""The wheel carries all that the program needs: every package, and every data file beside the code."""

from __future__ import annotations

import tomllib
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("corpus", "ingest", "index", "search", "ui")
PREFIX = "beslutsminne._app."
SAMPLE = ROOT / "corpus" / "documents"

SETUP = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]


def packages() -> dict[str, Path]:
    """Every folder with code, by its name in the wheel."""
    found = sorted(path.parent for folder in FOLDERS for path in (ROOT / folder).rglob("__init__.py"))
    return {PREFIX + ".".join(path.relative_to(ROOT).parts): path for path in found}


def test_every_package_is_listed() -> None:
    assert sorted(SETUP["packages"]) == sorted([*packages(), "beslutsminne"])


def test_every_data_file_is_carried() -> None:
    patterns: dict[str, list[str]] = SETUP["package-data"]
    left_out = []
    for name, folder in packages().items():
        for path in folder.rglob("*"):
            owner = next(above for above in path.parents if (above / "__init__.py").exists())
            ignored = path.suffix in (".py", ".pyc") or path.is_dir() or SAMPLE in path.parents
            if ignored or owner != folder or path.name == "truth.json":
                continue
            inside = path.relative_to(folder).as_posix()
            if not any(fnmatch(inside, pattern) for pattern in patterns.get(name, [])):
                left_out.append(f"{name}: {inside}")
    assert left_out == []


def test_constraints_pin_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    pinned = {
        line.split("==")[0].strip().lower().replace("_", "-")
        for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()
        if "==" in line
    }
    names = [one.split("==")[0].split("[")[0].split(">")[0].split("<")[0].strip().lower() for one in wanted]
    assert [name for name in names if name.replace("_", "-") not in pinned] == []
