"""A peer that is a PDF reader and a store of texts: what the measurement sees of every peer but ours."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.peers.protocol import Page, Reply, Store
from bench.peers.readers import Reader


@dataclass(frozen=True, slots=True)
class StoredPeer:
    """Reads with `reader`, keeps in `store`, never refuses a question."""

    reader: Reader
    store: Store

    def add(self, pdfs: Sequence[Path]) -> None:
        """Read and index PDFs."""
        self.store.add([page for pdf in pdfs for page in self.reader(pdf)])

    def add_texts(self, texts: Sequence[Page]) -> None:
        """Index texts."""
        self.store.add(texts)

    def delete(self, files: Collection[str]) -> None:
        """Forget files."""
        self.store.delete(files)

    def open(self) -> None:
        """Load what is on disk."""
        self.store.open()

    def ask(self, text: str, top: int) -> Reply:
        """The store's passages."""
        return Reply(self.store.ask(text, top))

    def passages(self) -> int:
        """How many passages there are."""
        return self.store.passages()
