"""Pages per second on one core: this program's reading beside pypdf, pdfplumber and docling-parse, on the same PDFs.

    python bench/reading_speed.py FOLDER [--files 20] [--out bench/results/reading_speed.json]

Takes the first files of FOLDER (recursive, by name) that have text, and reads each with every installed tool, one
process a tool, without OCR. Time is processor time; memory the peak of that process.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def ours(path: Path) -> int:
    """Everything: paragraphs with places, headings, tables, margins."""
    from ingest.pages.options import ReadOptions
    from ingest.pages.read import read_pdf

    return len(read_pdf(path, ReadOptions(ocr=False)).page_sizes)


def pypdf_text(path: Path) -> int:
    """`extract_text` of each page."""
    import pypdf

    reader = pypdf.PdfReader(path)
    return sum(1 for page in reader.pages if page.extract_text() is not None)


def pdfplumber_text(path: Path) -> int:
    """`extract_text` of each page."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        return sum(1 for page in document.pages if page.extract_text() is not None)


def docling_lines(path: Path) -> int:
    """The lines of each page."""
    from docling_parse.pdf_parser import DoclingPdfParser

    document = DoclingPdfParser(loglevel="fatal").load(str(path))
    return sum(1 for k in range(document.number_of_pages()) if document.get_page(k + 1).textline_cells is not None)


TOOLS: dict[str, tuple[str, Callable[[Path], int]]] = {
    "beslutsminne": ("pypdfium2", ours),
    "pypdf": ("pypdf", pypdf_text),
    "pdfplumber": ("pdfplumber", pdfplumber_text),
    "docling-parse": ("docling_parse", docling_lines),
}


def measure(tool: str, paths: list[Path]) -> dict[str, float]:
    """Read the files with one tool in this process, after one that is not counted (it pays for the imports)."""
    read = TOOLS[tool][1]
    read(paths[0])
    start = time.process_time()
    pages = sum(read(path) for path in paths)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "pages": pages,
        "cpu_seconds": round(seconds, 2),
        "pages_per_second": round(pages / seconds, 1),
        "peak_mb": round(peak),
    }


def with_text(folder: Path, count: int) -> list[Path]:
    """The first `count` PDFs below `folder` whose pages all have text of their own."""
    from corpus.errors import UnreadableError
    from corpus.reading import PageState
    from ingest.pages.options import ReadOptions
    from ingest.pages.read import read_pdf

    found: list[Path] = []
    for path in sorted(folder.rglob("*.pdf")):
        try:
            states = read_pdf(path, ReadOptions(ocr=False)).page_states
        except UnreadableError:
            continue
        if PageState.UNREAD not in states:
            found.append(path)
        if len(found) == count:
            break
    return found


def main() -> None:
    """Measure each tool in a process of its own and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=20)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--tool", choices=TOOLS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.tool:
        print(json.dumps(measure(arguments.tool, [Path(line) for line in sys.stdin.read().splitlines()])))
        return
    paths = with_text(arguments.folder, arguments.files)
    results = {}
    for tool, (module, _) in TOOLS.items():
        if importlib.util.find_spec(module) is None:
            print(f"{tool}: not installed (pip install {module.replace('_', '-')})", file=sys.stderr)
            continue
        command = [sys.executable, __file__, str(arguments.folder), "--tool", tool]
        done = subprocess.run(command, input="\n".join(map(str, paths)), capture_output=True, text=True, check=True)
        results[tool] = json.loads(done.stdout.splitlines()[-1])
        print(f"{tool:15}", results[tool])
    if arguments.out:
        arguments.out.write_text(json.dumps({"files": len(paths), "tools": results}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
