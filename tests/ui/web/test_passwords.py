from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import UsageError
from ui.web.passwords import Users, user_line

PASSWORD = "hemligt lösenord å"


def test_a_line_holds_no_password_and_lets_its_user_in(tmp_path: Path) -> None:
    path = tmp_path / "users"
    path.write_text(f"# våra användare\n\n{user_line('anna', PASSWORD)}\n{user_line('bo', PASSWORD)}\n", "utf-8")
    assert PASSWORD not in path.read_text("utf-8")
    users = Users.read(path)
    assert users.hashes["anna"] != users.hashes["bo"]
    assert users.known("anna", PASSWORD)
    assert not users.known("anna", PASSWORD + "x")
    assert not users.known("cia", PASSWORD)
    assert not users.known("anna", "")


def test_scrypt_is_asked_once_for_the_same_right_password(monkeypatch: pytest.MonkeyPatch) -> None:
    line = user_line("anna", PASSWORD)
    name, _, hashed = line.partition(":")
    calls = []
    real = hashlib.scrypt

    def counted(password: bytes, **named: Any) -> bytes:
        calls.append(password)
        return real(password, **named)

    monkeypatch.setattr(hashlib, "scrypt", counted)
    users = Users({name: hashed})
    assert [users.known("anna", PASSWORD) for _ in range(3)] == [True, True, True]
    assert len(calls) == 1
    assert [users.known("anna", "fel lösenord") for _ in range(2)] == [False, False]
    assert len(calls) == 3


@pytest.mark.parametrize("name", ["", " ", "a:b", "a\nb", " anna"])
def test_names_that_would_break_the_file(name: str) -> None:
    with pytest.raises(UsageError, match="Namnet"):
        user_line(name, PASSWORD)


def test_short_passwords_are_refused() -> None:
    with pytest.raises(UsageError, match="minst 12 tecken"):
        user_line("anna", "elva tecken")


@pytest.mark.parametrize("line", ["anna", "anna:lösenord", "anna:scrypt$1$2", ":scrypt$1$2$3$4$5"])
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "users"
    path.write_text(f"# x\n{line}\n", "utf-8")
    with pytest.raises(UsageError, match="Rad 2"):
        Users.read(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="kan inte läsas"):
        Users.read(tmp_path / "ingen")
