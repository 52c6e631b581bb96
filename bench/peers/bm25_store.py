"""Plain BM25: bm25s with Swedish Snowball stems and stop words over the pieces of each page."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from pathlib import Path

import bm25s
import Stemmer

from bench.peers.protocol import Found, Page


class Bm25Store:
    """bm25s cannot be changed in place: each change builds it anew over the kept texts."""

    def __init__(self, folder: Path, model: Path) -> None:
        """`model` is not used: nothing is embedded."""
        self._folder = folder
        self._stemmer = Stemmer.Stemmer("swedish")
        self._pieces: list[tuple[str, int | None, str]] = []
        self._bm25: bm25s.BM25 | None = None

    def add(self, pages: Sequence[Page]) -> None:
        """Take each piece as one passage; build and save."""
        for page in pages:
            self._pieces += [(page.file, page.number, piece) for piece in page.text.split("\n\n") if piece.strip()]
        self._build()

    def delete(self, files: Collection[str]) -> None:
        """Build anew without the files."""
        self._pieces = [piece for piece in self._pieces if piece[0] not in files]
        self._build()

    def open(self) -> None:
        """Load index and texts."""
        self._pieces = [tuple(piece) for piece in json.loads((self._folder / "pieces.json").read_text("utf-8"))]
        self._bm25 = bm25s.BM25.load(self._folder / "bm25")

    def ask(self, text: str, top: int) -> tuple[Found, ...]:
        """The best by BM25, those with no word in common left out."""
        if self._bm25 is None:
            raise RuntimeError("open() or add() first")
        k = min(top, len(self._pieces))
        numbers, scores = self._bm25.retrieve(self._tokens([text]), k=k, show_progress=False)
        pairs = zip(numbers[0], scores[0], strict=True)
        return tuple(self._found(int(n), float(score)) for n, score in pairs if score > 0)

    def passages(self) -> int:
        """Pieces held."""
        return len(self._pieces)

    def _build(self) -> None:
        self._bm25 = bm25s.BM25()
        self._bm25.index(self._tokens([text for _, _, text in self._pieces]), show_progress=False)
        self._bm25.save(self._folder / "bm25")
        (self._folder / "pieces.json").write_text(json.dumps(self._pieces, ensure_ascii=False), "utf-8")

    def _tokens(self, texts: list[str]) -> bm25s.tokenization.Tokenized:
        return bm25s.tokenize(texts, stopwords="swedish", stemmer=self._stemmer, show_progress=False)

    def _found(self, n: int, score: float) -> Found:
        file, page, text = self._pieces[n]
        return Found(file, text, () if page is None else (page,), score)
