"""Where a home keeps its things, and who may write: one process at a time, by a lock that dies with its process."""

from __future__ import annotations

import fcntl
import os
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from corpus.errors import HomeBusyError, HomeError


@dataclass(frozen=True, slots=True)
class Home:
    """The places below one home folder; nothing is created by naming it."""

    root: Path

    @property
    def catalogue(self) -> Path:
        """The only truth."""
        return self.root / "catalogue.sqlite"

    @property
    def files(self) -> Path:
        """The bytes that citations point into, as `<sha256>.pdf`."""
        return self.root / "files"

    @property
    def vectors(self) -> Path:
        """What the embedded engine derives from the catalogue."""
        return self.root / "vectors"

    @property
    def lock(self) -> Path:
        """The writer's lock file, outside all that is swapped."""
        return self.root / "writer.lock"

    @property
    def log(self) -> Path:
        """One line for each document that a batch touched."""
        return self.root / "index.log"

    def kept(self, sha256: str) -> Path:
        """Where the bytes of a document are kept."""
        return self.files / f"{sha256}.pdf"

    def create(self) -> None:
        """Make the folders.

        Raises:
            HomeError: the folder cannot be written to.
        """
        try:
            self.files.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise HomeError(
                f"{self.root} kan inte skrivas ({error.strerror}).", hint="Välj en annan mapp med --home."
            ) from error


class WriterLock:
    """Holds the home for one writer; the operating system releases it when the process ends, however it ends."""

    def __init__(self, home: Home) -> None:
        """Name the lock; `with` takes it."""
        self._home = home
        self._file = -1

    def __enter__(self) -> WriterLock:
        """Take the lock at once."""
        self.take()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Release it."""
        self.release()

    def take(self, *, wait: float = 0.0) -> None:
        """Take the lock, trying for `wait` seconds.

        Raises:
            HomeBusyError: another process is writing.
            HomeError: the lock file cannot be written.
        """
        deadline = time.monotonic() + wait
        self._file = self._opened()
        while True:
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if time.monotonic() >= deadline:
                    raise self._busy() from error
                time.sleep(0.2)
        os.ftruncate(self._file, 0)
        os.write(self._file, f"{os.getpid()}\n".encode())

    def release(self) -> None:
        """Let go of it; the file stays, so that nobody locks a file that is being removed."""
        os.close(self._file)

    def _opened(self) -> int:
        try:
            return os.open(self._home.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise HomeError(
                f"{self._home.lock} kan inte skrivas ({error.strerror}).", hint="Välj en annan mapp med --home."
            ) from error

    def _busy(self) -> HomeBusyError:
        holder = os.read(self._file, 32).decode("ascii", "replace").strip()
        os.close(self._file)
        return HomeBusyError(
            f"{self._home.root} skrivs just nu av process {holder or 'okänd'}.",
            hint="Vänta tills den är klar och kör igen.",
        )
