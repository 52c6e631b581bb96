from __future__ import annotations

import json
from dataclasses import dataclass

from corpus.codec import dumps, loads, loads_all
from corpus.decision import Decision, Disposition, Status
from corpus.document import Document, DocumentType, Person
from corpus.paragraph import Kind, Paragraph, Place

PARAGRAPH = Paragraph(1, Kind.LIST_ITEM, "Åtgärd", (Place(2, (1.0, 2.25, 3.0, 4.5)),), ("Bakgrund",), label="1.")
DECISION = Decision("KF", "§ 1", 1, Status.ADOPTED, Disposition.DELVIS_BIFALLS, "text", 1, demands=(1, 3))
DOCUMENT = Document(
    file="a.pdf",
    sha256="00",
    type=DocumentType.PROTOKOLL,
    title="Titel",
    date=None,
    pages=2,
    page_sizes=((595.0, 842.0), (842.0, 595.0)),
    paragraphs=(PARAGRAPH,),
    movers=(Person("Ada", None),),
    decisions=(DECISION,),
)


def test_what_was_written_comes_back_equal() -> None:
    assert loads(Document, dumps(DOCUMENT)) == DOCUMENT
    assert loads_all(Paragraph, dumps((PARAGRAPH, PARAGRAPH))) == (PARAGRAPH, PARAGRAPH)


def test_types_come_back_too() -> None:
    back = loads(Document, dumps(DOCUMENT))
    assert isinstance(back.type, DocumentType)
    assert isinstance(back.paragraphs[0].places[0].box, tuple)
    assert back.decisions[0].disposition is Disposition.DELVIS_BIFALLS


def test_defaults_are_left_out() -> None:
    assert json.loads(dumps(PARAGRAPH)) == {
        "n": 1,
        "kind": "list_item",
        "text": "Åtgärd",
        "places": [{"page": 2, "box": [1.0, 2.25, 3.0, 4.5]}],
        "heading_path": ["Bakgrund"],
        "label": "1.",
    }


def test_lone_surrogates_become_what_can_be_stored() -> None:
    odd = Paragraph(1, Kind.PARAGRAPH, "å\ud835b", ())
    assert loads(Paragraph, dumps(odd)).text == "å?b"


def test_fields_of_other_versions() -> None:
    @dataclass(frozen=True, slots=True)
    class Newer:
        name: str
        added: int = 7

    assert loads(Newer, '{"name":"x","dropped":1}') == Newer("x", 7)
