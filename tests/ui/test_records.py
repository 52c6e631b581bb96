"""The records are the contract's: their field names, and no field made up."""

from __future__ import annotations

from corpus.case import Case, Outcome, Step, Tie
from corpus.decision import Decision, Demand, Disposition, Status
from corpus.document import Document, DocumentType
from corpus.paragraph import Kind, Paragraph, Place
from search.answer import Answer, Coverage, DecisionHit, DemandPrecedents, Hit, Precedent, Route
from ui.records import answer_record, case_record, document_record, precedents_record

PLACE = Place(1, (56.72, 512.31, 538.649, 551.0))
DEMAND = Demand(2, "Kommunen bygger en hundrastgård.", 14)
DECISION = Decision(
    body="Kommunfullmäktige",
    section="§ 62",
    item=1,
    status=Status.ADOPTED,
    disposition=Disposition.AVSLAS,
    text="Motionens andra förslag avslås.",
    paragraph=1,
    demands=(2,),
)
DECISION_HIT = DecisionHit(
    case="KS 2021-845",
    title="Hundrastgård",
    demand=2,
    demand_text=DEMAND.text,
    demand_file="m.pdf",
    demand_paragraph=14,
    disposition="avslås",
    status="adopted",
    body="Kommunfullmäktige",
    date="2024-02-27",
    section="§ 62",
    file="p.pdf",
    paragraph=1,
    pages=(1,),
    text=DECISION.text,
    citation="Protokoll, 2024-02-27, s. 1, st. 1",
)


def document() -> Document:
    """One document with one of each."""
    return Document(
        file="p.pdf",
        sha256="ab" * 32,
        type=DocumentType.PROTOKOLL,
        title="Protokoll",
        date="2024-02-27",
        pages=1,
        page_sizes=((595.0, 842.0),),
        paragraphs=(Paragraph(1, Kind.LIST_ITEM, DECISION.text, (PLACE,), ("Beslut",), label="1."),),
        dnr=("KS 2021-845",),
        demands=(DEMAND,),
        decisions=(DECISION,),
    )


def test_a_document_has_the_contracts_fields() -> None:
    record = document_record(document())
    assert record["file"] == "p.pdf"
    assert record["type"] == "protokoll"
    assert record["dnr"] == ["KS 2021-845"]
    for name in ("valid_from", "valid_to", "replaces", "replaced_by"):
        assert record[name] is None
    assert record["paragraphs"] == [
        {
            "n": 1,
            "kind": "list_item",
            "heading_path": ["Beslut"],
            "text": "Motionens andra förslag avslås.",
            "label": "1.",
            "places": [{"page": 1, "box": [56.7, 512.3, 538.6, 551.0]}],
        }
    ]
    assert record["demands"] == [{"n": 2, "text": DEMAND.text, "paragraph": 14, "section": None}]
    (decision,) = record["decisions"]
    wanted = {
        "body": "Kommunfullmäktige",
        "section": "§ 62",
        "item": 1,
        "status": "adopted",
        "disposition": "avslås",
        "text": DECISION.text,
        "paragraph": 1,
        "demands": [2],
    }
    assert wanted.items() <= decision.items()


def test_a_case_has_the_contracts_fields() -> None:
    case = Case(
        key="KS 2021-845",
        title="Hundrastgård",
        party="KD",
        dnr=("KS 2021-845",),
        files=("m.pdf", "p.pdf"),
        demands=(DEMAND,),
        demand_files=("m.pdf",),
        outcomes=(
            Outcome(
                2,
                DEMAND.text,
                Disposition.AVSLAS,
                Status.ADOPTED,
                "Kommunfullmäktige",
                "2024-02-27",
                "p.pdf",
                1,
                "§ 62",
            ),
        ),
        timeline=(Step("2024-02-27", "Kommunfullmäktige", Status.ADOPTED, "p.pdf", "§ 62"),),
        ties=(Tie("p.pdf", "§ 62", "diarienummer KS 2021-845"),),
        opened="2021-10-22",
    )
    record = case_record(case)
    assert record["files"] == ["m.pdf", "p.pdf"]
    assert record["answered"] is True
    (outcome,) = record["outcomes"]
    wanted = {"demand": 2, "disposition": "avslås", "status": "adopted", "file": "p.pdf", "paragraph": 1}
    assert wanted.items() <= outcome.items()
    (step,) = record["timeline"]
    assert {"date": "2024-02-27", "section": "§ 62", "status": "adopted"}.items() <= step.items()


def test_an_answer_has_the_contracts_fields() -> None:
    hit = Hit(
        rank=1,
        score=0.0312345,
        file="p.pdf",
        title="Protokoll",
        type="protokoll",
        date="2024-02-27",
        status="adopted",
        paragraph=1,
        pages=(1,),
        places=(PLACE,),
        heading_path=("Beslut",),
        text=DECISION.text,
        highlights=((0, 9),),
        citation="Protokoll, s. 1, st. 1",
    )
    coverage = Coverage(142, 3, 1, "2017-04-25", "2024-02-12")
    record = answer_record(Answer("hundar", True, 0.93, Route.HYBRID, coverage, (DECISION_HIT,), (hit,)), id_="q1")
    assert next(iter(record)) == "id"
    assert record["coverage"] == {
        "documents": 142,
        "failed": 3,
        "unread_pages": 1,
        "from": "2017-04-25",
        "to": "2024-02-12",
    }
    assert (record["answerable"], record["confidence"], record["route"]) == (True, 0.93, "hybrid")
    assert record["hits"][0]["highlights"] == [[0, 9]]
    assert record["hits"][0]["places"] == [{"page": 1, "box": [56.7, 512.3, 538.6, 551.0]}]
    assert record["decisions"][0]["demand_text"] == DEMAND.text
    assert "id" not in answer_record(Answer("x", False, 0.1, Route.PHRASE, coverage, (), ()))


def test_a_precedent_without_outcome_says_so() -> None:
    precedent = Precedent(0.81234, "K", "Titel", "V", 1, "Krav", "m.pdf", 4, "Motion, st. 4", "2020-01-01", None)
    (record,) = precedents_record((DemandPrecedents(1, "Nytt krav", (precedent,)),))
    assert record["text"] == "Nytt krav"
    assert record["precedents"][0]["outcome"] is None
    assert record["precedents"][0]["similarity"] == 0.8123
