"""What one person's page has at hand: the collection, what answers questions, the words, and today's date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from corpus.document import Document
from ui.texts import LANGUAGES, Texts
from ui.web.citing import citation
from ui.web.library import Asker, Library


def today() -> str:
    """Today, ISO."""
    return date.today().isoformat()


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a tab is made from; `today` gives an ISO date and is exchanged in tests."""

    library: Library
    asker: Asker
    texts: Texts
    municipality: str | None = None
    today: Callable[[], str] = today

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

    def cite(self, document: Document, paragraph: int, *, section: str | None = None) -> str:
        """A paragraph's citation, ready to paste."""
        return citation(document, paragraph, section=section)
