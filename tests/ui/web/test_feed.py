from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from tests.ui.web.made import EVIL, MINUTES, MOTION, answer, hit
from ui.texts import texts
from ui.web.address import Address
from ui.web.feed import feed

ATOM = {"a": "http://www.w3.org/2005/Atom"}
BASE = "http://minne.example/"


def parsed(*hits: object, question: str = "kast & <x>") -> ElementTree.Element:
    written = feed(answer(*hits), Address(question=question, more=True), texts("sv"), base=BASE)  # type: ignore[arg-type]
    return ElementTree.fromstring(written)


def test_the_newest_paper_first_with_ids_that_last() -> None:
    root = parsed(hit(MOTION, 3), hit(MINUTES, 2, rank=2, status="adopted"), hit(EVIL, 1, rank=3))
    entries = root.findall("a:entry", ATOM)
    assert [entry.findtext("a:id", "", ATOM) for entry in entries] == [
        f"{BASE}?kalla=protokoll.pdf&stycke=2", f"{BASE}?kalla=motion.pdf&stycke=3", f"{BASE}?kalla=ond.pdf&stycke=1",
    ]  # fmt: skip
    assert [entry.findtext("a:updated", "", ATOM) for entry in entries] == [
        "2024-02-27T00:00:00Z", "2021-09-01T00:00:00Z", "1970-01-01T00:00:00Z",
    ]  # fmt: skip
    assert entries[0].findtext("a:title", "", ATOM) == "Beslutat: Protokoll kommunfullmäktige"
    assert root.findtext("a:updated", "", ATOM) == "2024-02-27T00:00:00Z"


def test_the_feed_points_at_the_page_and_at_itself() -> None:
    root = parsed()
    links = {link.get("rel"): link.get("href") for link in root.findall("a:link", ATOM)}
    assert links["self"] == f"{BASE}flode.atom?q=kast+%26+%3Cx%3E&fler=1".replace("&fler=1", "")
    assert root.findtext("a:id", "", ATOM) == f"{BASE}?q=kast+%26+%3Cx%3E"
    assert root.findtext("a:title", "", ATOM) == "Beslutsminne: kast & <x>"
    assert "7 handlingar genomsökta" in root.findtext("a:subtitle", "", ATOM)


def test_control_characters_of_a_pdf_do_not_break_the_xml() -> None:
    broken = replace(hit(MOTION, 3), text="a\x00b\x0bc\ud800", title="\x1f")
    (entry,) = parsed(broken).findall("a:entry", ATOM)
    assert entry.findtext("a:summary", "", ATOM) == "abc"
