"""The process that reads PDFs for `ingest.pages.isolation`: requests on stdin, answers on stdout, a memory limit.

Frames are pickled and preceded by their length. A request is `(path, options or None)`, where None means "as before".
The answers are `("opened", pages)`, `("progress", done, total)`, and last `("read", Reading)` or
`("unreadable", code, message, hint)`.
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
import threading
import time
from pathlib import Path
from typing import Any, BinaryIO

from corpus.errors import UnreadableCode, UnreadableError
from ingest.pages.options import ReadOptions

_LENGTH = struct.Struct(">Q")
WATCH_EVERY = 0.05
"""Seconds between two looks at the memory in use."""
ADDRESS_SPACE = 4
"""Address space for each byte of memory that may be in use."""
TOO_MUCH_MEMORY = 77
"""Exit status of a worker that went over its memory limit."""


def write_frame(pipe: BinaryIO, thing: object) -> None:
    """Write one frame and flush."""
    data = pickle.dumps(thing, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def read_frame(pipe: BinaryIO) -> Any:
    """Read one frame; raise EOFError at the end of the pipe."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)


def main() -> None:
    """Serve requests until stdin ends. A terminal's Ctrl-C is for the process that asks: it ends this one itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, answers = _private_pipes()
    from ingest.pages.read import read_pdf  # after the pipes are safe from what the libraries print

    options = ReadOptions()
    while True:
        try:
            path, new_options = read_frame(requests)
        except EOFError:
            return
        if new_options is not None:
            options = new_options
            _limit_memory(options.memory_mb)
        write_frame(answers, _answer(read_pdf, Path(path), options, answers))


def _answer(read_pdf: Any, path: Path, options: ReadOptions, answers: BinaryIO) -> tuple[Any, ...]:
    try:
        reading = read_pdf(
            path,
            options,
            opened=lambda pages: write_frame(answers, ("opened", pages)),
            progress=lambda done, total: write_frame(answers, ("progress", done, total)),
        )
    except UnreadableError as error:
        return ("unreadable", error.code, error.message, error.hint)
    except MemoryError:
        return ("unreadable", UnreadableCode.MEMORY, memory_message(options.memory_mb), MEMORY_HINT)
    except Exception as error:  # whatever a hostile file brings out in a library is that file's failure
        what = f"Läsningen avbröts av ett fel ({type(error).__name__}: {str(error)[:120]})."
        return ("unreadable", UnreadableCode.CRASH, what, "")
    return ("read", reading)


MEMORY_HINT = "Dela upp filen eller höj gränsen."


def memory_message(memory_mb: int) -> str:
    """What is said of a file that needs more memory than it may have."""
    return f"PDF-filen kräver mer än {memory_mb} MB minne."


def _private_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Stdin and stdout for frames alone: what libraries and child processes print or read goes elsewhere."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    return requests, answers


def _limit_memory(memory_mb: int) -> None:
    """Leave when the memory in use reaches the limit; refuse giant allocations, at which PDFium aborts."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; time and crashes are still contained
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, ((ADDRESS_SPACE * memory_mb) << 20, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _watch.limit = memory_mb << 20
    if _watch.thread is None and Path("/proc/self/statm").exists():
        _watch.thread = threading.Thread(target=_watch.run, daemon=True)
        _watch.thread.start()


class _Watch:
    """Looks at the process's memory; PDFium's calls release the interpreter, so this runs while they do."""

    limit = 0
    thread: threading.Thread | None = None

    def run(self) -> None:
        page = os.sysconf("SC_PAGE_SIZE")
        while True:
            with open("/proc/self/statm", "rb") as file:
                resident = int(file.read().split()[1]) * page
            if resident > self.limit:
                os._exit(TOO_MUCH_MEMORY)
            time.sleep(WATCH_EVERY)


_watch = _Watch()

if __name__ == "__main__":
    main()
