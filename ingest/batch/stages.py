"""What the batch is given to work with: reading, understanding, tying, passages, embedding, the engine's sync.

`ui` puts the stages together; `ingest` may not import `index`, and a test puts in its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from corpus.case import Case
from corpus.document import Document
from corpus.errors import UnreadableError
from corpus.passage import Passage
from corpus.reading import Reading

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from ingest.papers.cases import Related

WITHOUT_OCR = ", utan textigenkänning"


class ReadMany(Protocol):
    """Reads PDFs in processes of their own, several at once."""

    def __call__(self, paths: Iterable[Path]) -> Iterator[tuple[Path, Reading | UnreadableError]]:
        """Each path with what came of it, as they finish; closing it, if it is a generator, ends the processes."""
        ...


class Embedder(Protocol):
    """Turns passages into vectors."""

    @property
    def name(self) -> str:
        """The model, as vectors are kept under."""
        ...

    @property
    def dim(self) -> int:
        """How many numbers a vector has."""
        ...

    def passages(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """`(n, dim) float32`, rows of unit length."""
        ...


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages of a batch.

    `reader` names the version of reading and understanding: another one makes all documents be read again.
    `tie_keys` gives what a document may be tied by: documents that share no key, directly or through their cases,
    must not change what `relate` says of each other. None: all documents are related anew each time.
    `warm_up` is called when something new has been read, and returns at once: what passages and vectors need may be
    loaded beside the reading that goes on. `ocr` says whether pages that are pictures can be read here now; a document
    that was read where they could not is read again by the first batch where they can. `tied_passages_of` gives those
    of `passages_of` that are of the kinds `corpus.passage.TIED`, for documents of which only a case has changed; None:
    all of theirs are derived.
    """

    read_many: ReadMany
    understand: Callable[[Reading, str], Document]
    relate: Callable[[Sequence[Document]], Related]
    passages_of: Callable[[Document, Sequence[Case]], Sequence[Passage]]
    embedder: Embedder
    reader: str
    tie_keys: Callable[[Document], frozenset[str]] | None = None
    sync: Callable[[], None] = lambda: None
    warm_up: Callable[[], None] = lambda: None
    ocr: Callable[[], bool] = lambda: True
    tied_passages_of: Callable[[Document, Sequence[Case]], Sequence[Passage]] | None = None

    def reader_of(self, document: Document) -> str:
        """What the catalogue notes as the reader of a document that was read just now."""
        return f"{self.reader}{WITHOUT_OCR}" if document.unread_pages and not self.ocr() else self.reader

    def has_read(self, reader: str | None) -> bool:
        """Whether what the catalogue notes as a reader (None: nothing) would read the same again."""
        return reader == self.reader or (reader == f"{self.reader}{WITHOUT_OCR}" and not self.ocr())
