from __future__ import annotations

import inspect

import pytest

from corpus.errors import PathMissingError, UsageError
from corpus.home import Home
from tests.ui.web.made import KAST, Canned, services
from ui.web.endpoints import MOST, described, endpoints


def test_what_assistants_can_ask(small_home: Home) -> None:
    asker = Canned()
    search, precedents, case, paragraph = endpoints(services(small_home, asker=asker))
    found = search("kast", 1000, "protokoll", "Kommunfullmäktige", "adopted")
    assert found["decisions"][0]["citation"] == "Protokoll kommunfullmäktige, 2024-02-27, § 22, s. 1, st. 2"
    ((text, where, top),) = asker.asked
    assert (text, top, where.types, where.bodies, where.status) == (
        "kast", MOST, ("protokoll",), ("Kommunfullmäktige",), "adopted",
    )  # fmt: skip
    assert precedents("a\nb")[0]["precedents"][0]["case"] == KAST
    assert asker.demands == [("a", "b")]
    assert case(KAST)["outcomes"][0]["disposition"] == "avslås"
    quoted = paragraph("mapp/svar.pdf", 4)
    assert quoted["text"] == "Regionen har redan en mottagning."
    assert quoted["citation"] == "Svar på motion om KAST, 2023-10-27, Dnr KS 2021-845, s. 1–2, st. 4"
    assert [place["page"] for place in quoted["places"]] == [1, 2]


def test_what_is_not_there_is_told(small_home: Home) -> None:
    search, _, case, paragraph = endpoints(services(small_home))
    with pytest.raises(UsageError, match="roman"):
        search("kast", document_type="roman")
    with pytest.raises(PathMissingError, match="Ärendet x"):
        case("x")
    for file, number in (("ingen.pdf", 1), ("motion.pdf", 5), ("motion.pdf", 0)):
        with pytest.raises(PathMissingError, match="finns inte"):
            paragraph(file, number)


def test_every_parameter_is_explained(small_home: Home) -> None:
    for function in endpoints(services(small_home)):
        documentation = inspect.getdoc(function) or ""
        assert all(f"{name}:" in documentation for name in inspect.signature(function).parameters)
    assert [name for name, _ in described(endpoints(services(small_home)))] == [
        "search", "precedents", "case", "paragraph",
    ]  # fmt: skip
