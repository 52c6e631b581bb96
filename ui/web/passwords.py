"""The file of users: a name and a hashed password on each line, so that whoever reads the file learns no password.

A line is `name:scrypt$N$r$p$salt$hash` (salt and hash in base64). Make one with `beslutsminne password NAMN`.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpus.errors import UsageError

COST, BLOCK, PARALLEL = 2**14, 8, 5
"""scrypt's N, r and p: the OWASP Password Storage Cheat Sheet's choice for 16 MiB of memory."""

SALT_BYTES, HASH_BYTES = 16, 32
SHORTEST = 12
"""Characters that a password must have (NIST SP 800-63B asks for 8, and for 15 where it is the only factor)."""


def user_line(name: str, password: str) -> str:
    """A line of the file.

    Raises:
        UsageError: the name cannot stand in the file, or the password is too short.
    """
    if not name.strip() or ":" in name or "\n" in name or name != name.strip():
        raise UsageError("Namnet får inte vara tomt eller innehålla kolon.")
    if len(password) < SHORTEST:
        raise UsageError(f"Lösenordet måste ha minst {SHORTEST} tecken.")
    salt = os.urandom(SALT_BYTES)
    hashed = _hash(password, salt, COST, BLOCK, PARALLEL)
    return f"{name}:scrypt${COST}${BLOCK}${PARALLEL}${_text(salt)}${_text(hashed)}"


@dataclass(frozen=True, slots=True)
class Users:
    """Who may come in. Passwords that were right are remembered as an HMAC under a key of this process, so that a
    program that asks with each request does not pay for scrypt each time."""

    hashes: Mapping[str, str]
    _key: bytes = field(default_factory=lambda: os.urandom(32))
    _right: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Users:
        """The users of a file; empty lines and lines that begin with # say nothing.

        Raises:
            UsageError: the file cannot be read, or a line is not of the form above.
        """
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except OSError as error:
            raise UsageError(f"Användarfilen {path} kan inte läsas ({error.strerror}).") from error
        hashes: dict[str, str] = {}
        for number, line in enumerate(lines, 1):
            if not line.strip() or line.startswith("#"):
                continue
            name, _, hashed = line.strip().partition(":")
            if not name or len(hashed.split("$")) != 6 or not hashed.startswith("scrypt$"):
                raise UsageError(
                    f"Rad {number} i användarfilen {path} kan inte läsas.",
                    hint="Gör om den med: beslutsminne password NAMN",
                )
            hashes[name] = hashed
        return cls(hashes)

    def known(self, name: str, password: str) -> bool:
        """Whether that is the user's password; takes as long for a name that nobody has."""
        seal = hmac.digest(self._key, password.encode(), "sha256")
        if name in self._right and hmac.compare_digest(self._right[name], seal):
            return True
        _, cost, block, parallel, salt, hashed = self.hashes.get(name, _NOBODY).split("$")
        given = _hash(password, base64.b64decode(salt), int(cost), int(block), int(parallel))
        right = hmac.compare_digest(given, base64.b64decode(hashed)) and name in self.hashes
        if right:
            self._right[name] = seal
        return right


def _hash(password: str, salt: bytes, cost: int, block: int, parallel: int) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=cost, r=block, p=parallel, maxmem=2**27, dklen=HASH_BYTES)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


_NOBODY = f"scrypt${COST}${BLOCK}${PARALLEL}${_text(bytes(SALT_BYTES))}${_text(bytes(HASH_BYTES))}"
