"""The command that measures retrieval on a casebook: questions whose answers are known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import PathMissingError
from ui.commands.options import HomeOption, JsonOption
from ui.settings import read_settings


def evaluate(
    casebook: Annotated[Path, typer.Argument(metavar="CASEBOOK", help="Mapp med documents/ och truth.json.")],
    as_json: JsonOption = False,
    home: HomeOption = None,
) -> None:
    """Ställ en provsamlings frågor och visa hur väl de besvaras, per slag och språk."""
    truth = casebook / "truth.json"
    if not truth.is_file():
        raise PathMissingError(f"{truth} finns inte.", hint="Ange en mapp med documents/ och truth.json, t.ex. corpus.")
    from search.evaluate import evaluate_casebook, table
    from ui.composition import open_searcher

    result = evaluate_casebook(open_searcher(read_settings(home)), json.loads(truth.read_text("utf-8")))
    print(json.dumps(result.as_json(), ensure_ascii=False) if as_json else table(result))
