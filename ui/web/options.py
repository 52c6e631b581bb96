"""What a server is told: who may come in, what may be uploaded and indexed, and what the page is called."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from corpus.errors import UsageError

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class WebOptions:
    """How the page is served.

    `users` is a file of names and hashed passwords; `proxy_header` the header in which a proxy at one of
    `trusted_proxies` names the user (only one of the two). `folders` are what may be indexed from the page; None
    means any folder, which only a server on the loopback address offers. `mcp` lets assistants ask.
    """

    host: str = "127.0.0.1"
    port: int = 7860
    municipality: str | None = None
    users: Path | None = None
    proxy_header: str | None = None
    trusted_proxies: tuple[str, ...] = ("127.0.0.1", "::1")
    may_index: bool = True
    folders: tuple[Path, ...] | None = None
    upload_megabytes: int = 50
    upload_files: int = 200
    mcp: bool = False

    def warning(self) -> str | None:
        """What must be said aloud when the server starts, None if nothing must."""
        if not self.open_to_strangers:
            return None
        return (
            f"VARNING: sidan öppnas på {self.host} utan inloggning. Alla som når adressen kan läsa hela samlingen. "
            "Ange BESLUTSMINNE_USERS eller BESLUTSMINNE_PROXY_HEADER, eller lyssna på 127.0.0.1."
        )

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if self.users and self.proxy_header:
            raise UsageError("Välj antingen en användarfil eller en inloggning i proxyn, inte båda.")
        if self.users and not self.users.is_file():
            raise UsageError(
                f"Användarfilen {self.users} finns inte.", hint="Skapa den med: beslutsminne password NAMN >> FIL"
            )
        if self.upload_megabytes < 1 or self.upload_files < 1:
            raise UsageError("Gränserna för uppladdning måste vara minst 1.")

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def open_to_strangers(self) -> bool:
        """Whether anyone on the network can read everything."""
        return not self.loopback and not self.users and not self.proxy_header

    @property
    def indexing(self) -> bool:
        """Whether the page may add papers: never where strangers can reach it."""
        return self.may_index and not self.open_to_strangers
