"""Every setting of the program, read once from the environment and the command line and passed down piecewise.

| variable | meaning |
|---|---|
| BESLUTSMINNE_HOME | the folder of catalogue and index; default ./data |
| BESLUTSMINNE_MODEL | a sentence-transformers model id or folder; default multilingual-e5-small, brought along |
| BESLUTSMINNE_MODELS | where the default model is built; default HOME/models |
| BESLUTSMINNE_RUNTIME | auto, openvino or torch |
| BESLUTSMINNE_RERANKER | a CrossEncoder's model id or folder; default none |
| BESLUTSMINNE_ENGINE | postgresql://… for PostgreSQL; default the embedded engine |
| BESLUTSMINNE_THREADS | threads for embedding passages; 0 = all |
| BESLUTSMINNE_WORKERS | processes that read PDFs; 0 = one a core |
| BESLUTSMINNE_MASK | 1 = the digits of personal identity numbers are masked in all that is shown or indexed |
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import UsageError
from corpus.home import Home

DEFAULT_HOME = Path("data")
DEFAULT_MODEL = "multilingual-e5-small"
EMBEDDED = "embedded"
"""What the engine of one machine is called where an engine is named."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment and the command line ask for; the module's docstring names each."""

    home: Home
    model: str = DEFAULT_MODEL
    models: Path | None = None
    runtime: str = "auto"
    reranker: str | None = None
    engine: str | None = None
    threads: int = 0
    workers: int = 0
    mask: bool = False

    def __post_init__(self) -> None:
        """Refuse values that no later message could explain."""
        if self.engine is not None and not self.engine.startswith(("postgresql://", "postgres://")):
            raise UsageError(
                f"Okänd sökmotor »{self.engine}«.", hint="Ange postgresql://… i BESLUTSMINNE_ENGINE, eller ta bort den."
            )

    @property
    def models_folder(self) -> Path:
        """Where the default model is built and looked for."""
        return self.models or self.home.root / "models"

    @property
    def reading_workers(self) -> int:
        """How many processes read PDFs."""
        return self.workers or os.cpu_count() or 1


def read_settings(home: Path | None = None, *, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings; `home` (from `--home`) wins over BESLUTSMINNE_HOME.

    Raises:
        UsageError: a value cannot be understood; the message names the variable.
    """
    env = os.environ if environment is None else environment
    root = home or Path(env.get("BESLUTSMINNE_HOME") or DEFAULT_HOME)
    models = env.get("BESLUTSMINNE_MODELS")
    return Settings(
        home=Home(root),
        model=env.get("BESLUTSMINNE_MODEL") or DEFAULT_MODEL,
        models=Path(models) if models else None,
        runtime=env.get("BESLUTSMINNE_RUNTIME") or "auto",
        reranker=env.get("BESLUTSMINNE_RERANKER") or None,
        engine=env.get("BESLUTSMINNE_ENGINE") or None,
        threads=_number(env, "BESLUTSMINNE_THREADS"),
        workers=_number(env, "BESLUTSMINNE_WORKERS"),
        mask=_switch(env, "BESLUTSMINNE_MASK"),
    )


def _number(environment: Mapping[str, str], name: str) -> int:
    text = environment.get(name) or "0"
    if not text.isdecimal():
        raise UsageError(f"{name} är »{text}«.", hint="Ange ett heltal, 0 eller större.")
    return int(text)


def _switch(environment: Mapping[str, str], name: str) -> bool:
    text = environment.get(name) or "0"
    if text not in ("0", "1"):
        raise UsageError(f"{name} är »{text}«.", hint="Ange 0 eller 1.")
    return text == "1"
