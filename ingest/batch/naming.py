"""What a file is called in every list and citation: its path below the indexed folder, unless another root has it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import PurePath


def name_of(path: str, root: str, taken: Mapping[str, str]) -> str:
    """The name of the file at `path` below `root`; `taken` maps the names in use to their paths.

    Of two roots with the same relative name, the later one's has its root's folder in front: "2024/beslut.pdf",
    and a number if that is taken too.
    """
    relative = PurePath(os.path.relpath(path, root)).as_posix()
    if taken.get(relative, path) == path:
        return relative
    folder = os.path.basename(root) or "rot"
    name, count = f"{folder}/{relative}", 1
    while taken.get(name, path) != path:
        count += 1
        name = f"{folder} ({count})/{relative}"
    return name
