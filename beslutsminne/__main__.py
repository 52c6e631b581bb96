"""`python -m beslutsminne`: the five folders are imported flat, from the checkout or from the installed wheel."""

from __future__ import annotations

import sys
from pathlib import Path


def put_folders_on_path() -> None:
    """Make ingest, index, search, ui and corpus importable."""
    package = Path(__file__).resolve().parent
    installed = package / "_app"
    sys.path.insert(0, str(installed if installed.is_dir() else package.parent))


def main() -> None:
    """Put the program's own folders first on the path and run the command line."""
    put_folders_on_path()
    try:
        from ui.cli import main as run
    except KeyboardInterrupt:  # Ctrl-C before the command line is there to answer it
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
