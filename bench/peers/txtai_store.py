"""txtai: hybrid index (dense and BM25) with content, texts split by its own Segmentation(paragraphs=True)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from txtai import Embeddings
from txtai.pipeline import Segmentation

from bench.peers.protocol import Found, Page

FOUND = "select id, text, score, file, page from txtai where similar(:query) limit {top}"
OF_FILE = "select id from txtai where file = :file limit 100000"


class TxtaiStore:
    """`Embeddings(hybrid=True, content=True)`; prompts of the model are applied by txtai itself."""

    def __init__(self, folder: Path, model: Path) -> None:
        """Nothing is loaded before the first use."""
        self._path = str(folder / "txtai")
        self._embeddings = Embeddings(path=str(model), hybrid=True, content=True)
        self._split = Segmentation(paragraphs=True)

    def add(self, pages: Sequence[Page]) -> None:
        """Upsert, which makes the index the first time."""
        self._embeddings.upsert(self._rows(pages))
        self._embeddings.save(self._path)

    def delete(self, files: Collection[str]) -> None:
        """Find the passages of the files by SQL and delete them by id."""
        found = [row["id"] for file in files for row in self._embeddings.search(OF_FILE, parameters={"file": file})]
        self._embeddings.delete(found)
        self._embeddings.save(self._path)

    def open(self) -> None:
        """Load the saved index."""
        self._embeddings.load(self._path)

    def ask(self, text: str, top: int) -> tuple[Found, ...]:
        """Hybrid search through SQL."""
        rows = self._embeddings.search(FOUND.format(top=top), top, parameters={"query": text})
        return tuple(Found(row["file"], row["text"], _pages(row["page"]), row["score"]) for row in rows)

    def passages(self) -> int:
        """Rows in the index."""
        return int(self._embeddings.count())

    def _rows(self, pages: Sequence[Page]) -> Iterator[tuple[str, dict[str, object], None]]:
        for page in pages:
            for n, text in enumerate(self._split(page.text)):
                yield f"{page.file}#{page.number}#{n}", {"text": text, "file": page.file, "page": page.number}, None


def _pages(page: int | None) -> tuple[int, ...]:
    return () if page is None else (int(page),)
