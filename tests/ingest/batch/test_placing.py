from __future__ import annotations

from corpus.stored import PlacedFile
from ingest.batch.placing import Places


def _file(name: str, sha256: str) -> PlacedFile:
    return PlacedFile(f"/p/{name}", "/p", name, 1, 1, sha256)


def _put(places: Places, name: str, sha256: str, root: str = "/p") -> None:
    places.put(f"{root}/{name}", root, size=1, mtime_ns=1, sha256=sha256)


def test_a_document_keeps_its_name_while_it_can() -> None:
    places = Places((_file("b", "1"),), {"1": "b"})
    _put(places, "a", "1")
    placement = places.settle()
    assert ([file.name for file in placement.put], placement.names, placement.gone) == (["a"], {"1": "b"}, frozenset())
    places.remove("/p/b")
    placement = places.settle()
    assert (placement.removed, placement.names, placement.gone) == (("/p/b",), {"1": "a"}, frozenset())
    places.remove("/p/a")
    assert places.settle().gone == {"1"}


def test_changed_bytes_touch_the_old_and_the_new() -> None:
    places = Places((_file("a", "1"),), {"1": "a"})
    _put(places, "a", "2")
    placement = places.settle()
    assert placement.names == {"2": "a"}
    assert placement.gone == {"1"}
    assert placement.removed == ()


def test_settling_again_gives_nothing() -> None:
    places = Places((), {})
    _put(places, "a", "1")
    places.settle()
    again = places.settle()
    assert not again.put + again.removed
    assert not again.names
    assert not again.gone


def test_names_of_two_roots_do_not_clash() -> None:
    places = Places((_file("a", "1"),), {"1": "a"})
    _put(places, "a", "2", root="/q")
    assert places.settle().names == {"2": "q/a"}
