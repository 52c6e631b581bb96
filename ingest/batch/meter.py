"""How far a batch has come and how long is left: reading and embedding are timed apart, by bytes of PDF."""

from __future__ import annotations

import time
from collections.abc import Callable

from ingest.batch.report import Phase, Progress

Listener = Callable[[Progress], None]


class Meter:
    """Tells a listener of each step. `total_documents` and `total_bytes` are what must be looked into."""

    def __init__(self, listener: Listener, *, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives seconds and never goes back."""
        self._listener = listener
        self._clock = clock
        self._last = clock()
        self._read_seconds = self._embed_seconds = 0.0
        self._read_bytes = self._embedded_bytes = 0.0
        self._total_bytes = 0
        self._total_documents = 0
        self.documents = self.pages = self.passages = 0

    def begin(self, documents: int, size: int) -> None:
        """So many files of so many bytes are to be looked into."""
        self._total_documents, self._total_bytes = documents, size
        self._last = self._clock()
        self._tell(Phase.LOOKING, None)

    def read(self, file: str, *, pages: int, size: int) -> None:
        """A file was looked into (read, or known already)."""
        self._read_seconds += self._lap()
        self._read_bytes += size
        self.documents += 1
        self.pages += pages
        self._tell(Phase.READING, file)

    def embedded(self, passages: int, size: float) -> None:
        """A batch of passages was embedded, which stands for `size` bytes of the round."""
        self._embed_seconds += self._lap()
        self._embedded_bytes += size
        self.passages += passages
        self._tell(Phase.EMBEDDING, None)

    def phase(self, phase: Phase) -> None:
        """Another phase begins; its time counts for neither reading nor embedding."""
        self._lap()
        self._tell(phase, None)

    @property
    def rate(self) -> float:
        """Passages embedded a second, of the time spent embedding."""
        return self.passages / self._embed_seconds if self._embed_seconds else 0.0

    @property
    def eta(self) -> float | None:
        """Seconds left, as the bytes so far went; None before anything was read."""
        if not self._read_bytes:
            return None
        reading = self._read_seconds / self._read_bytes * max(0.0, self._total_bytes - self._read_bytes)
        if not self._embedded_bytes:
            return reading
        left = max(0.0, self._total_bytes - self._embedded_bytes)
        return reading + self._embed_seconds / self._embedded_bytes * left

    def _lap(self) -> float:
        now = self._clock()
        lap, self._last = now - self._last, now
        return lap

    def _tell(self, phase: Phase, file: str | None) -> None:
        self._listener(
            Progress(
                phase=phase,
                file=file,
                documents=self.documents,
                documents_total=self._total_documents,
                pages=self.pages,
                passages=self.passages,
                rate=self.rate,
                eta=0.0 if phase is Phase.DONE else self.eta,
            )
        )
