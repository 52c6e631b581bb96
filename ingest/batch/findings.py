"""What a check can find wrong with a home."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Area(StrEnum):
    """What does not agree with what."""

    CATALOGUE = "katalogen"
    FILES = "katalogen mot filerna"
    CASES = "ärendena mot handlingarna"
    PASSAGES = "passagerna mot handlingarna"
    VECTORS = "vektorerna mot passagerna"
    ENGINE = "sökindexet mot katalogen"
    LEFTOVERS = "rester"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: where, in plain words, and whether it has been put right."""

    area: Area
    message: str
    repaired: bool = False
