from __future__ import annotations

from ingest.batch.naming import name_of


def test_the_path_below_the_root() -> None:
    assert name_of("/p/2024/a.pdf", "/p", {}) == "2024/a.pdf"
    assert name_of("/p/a.pdf", "/p", {"a.pdf": "/p/a.pdf"}) == "a.pdf"


def test_a_taken_name_gets_its_roots_folder_in_front() -> None:
    assert name_of("/q/a.pdf", "/q", {"a.pdf": "/p/a.pdf"}) == "q/a.pdf"


def test_and_a_number_if_that_is_taken_too() -> None:
    taken = {"a.pdf": "/p/a.pdf", "q/a.pdf": "/p/q/a.pdf", "q (2)/a.pdf": "/r/q/a.pdf"}
    assert name_of("/q/a.pdf", "/q", taken) == "q (3)/a.pdf"
    assert name_of("/a.pdf", "/", {"a.pdf": "/p/a.pdf"}) == "rot/a.pdf"
