"""What one language's page has at hand: the collection, what answers questions, the words, and today's date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ui.texts import LANGUAGES, Texts
from ui.web.indexing import Indexing
from ui.web.library import Asker, Library
from ui.web.options import WebOptions
from ui.web.uploads import Uploads


def today() -> str:
    """Today, ISO."""
    return date.today().isoformat()


@dataclass(frozen=True, slots=True)
class Services:
    """What all languages' pages share.

    `demands_in` reads the demands of a motion, given as a PDF's path or as text. `indexing` is None where papers
    cannot be added from the page.
    """

    library: Library
    asker: Asker
    demands_in: Callable[[Path | str], tuple[str, ...]]
    uploads: Uploads
    indexing: Indexing | None = None
    options: WebOptions = field(default_factory=WebOptions)


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a tab is made from; `today` gives an ISO date and is exchanged in tests."""

    services: Services
    texts: Texts
    today: Callable[[], str] = today

    @property
    def library(self) -> Library:
        """The collection."""
        return self.services.library

    @property
    def root(self) -> str:
        """From this language's page to the server's root: Swedish lives there, other languages one folder down."""
        return "" if self.texts.language == LANGUAGES[0] else "../"

    @property
    def other_language(self) -> str:
        """The language to switch to."""
        return LANGUAGES[1] if self.texts.language == LANGUAGES[0] else LANGUAGES[0]

    @property
    def other_path(self) -> str:
        """Where the page in the other language is."""
        return f"{LANGUAGES[1]}/" if self.texts.language == LANGUAGES[0] else "../"
