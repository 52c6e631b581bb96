"""A call to a meeting with its papers: each is understood by itself, and told by the file it stands in."""

from __future__ import annotations

import pytest

from bench.retrieval_memory import MemoryLibrary
from corpus.decision import Disposition, Status
from corpus.document import Document, DocumentType
from corpus.passage import PassageKind
from index.passages import passages_of
from ingest.papers.bundles import bundled, calls, heads_paper, is_call, unbundled
from ingest.papers.cases import relate, tie_keys
from ingest.papers.understand import understand
from search.decisions import history
from search.shelf import Shelf
from tests.ingest.papers.paper_made import paragraphs
from tests.ingest.papers.reading_made import reading

CALL = """
# Möteshandlingar till kommunstyrelsen
Kommunstyrelsen kallas till sammanträde den 4 februari 2025.
# Ärendelista
1. Svar på motion om fler badplatser, KS 2024/17
2. Svar på motion om parkbänkar, KS 2024/21
===
Tjänsteskrivelse
Datum 2025-01-10
Diarienummer KS 2024/17
Handläggare Ola Berg
# Svar på motion om fler badplatser
# Förslag till beslut
Kommunstyrelsen föreslår kommunfullmäktige besluta
1. Motionens första att-sats bifalls.
2. Motionens andra att-sats avslås.
# Bakgrund
Text.
===
Till kommunfullmäktige
Inkom 2024-03-01
KS 2024/17
# Motion om fler badplatser
Vi yrkar
1. att en badplats öppnas vid Norra sjön
2. att en brygga byggs vid Södra sjön
Ulla Ek (C)
===
Tjänsteskrivelse
Datum 2025-01-12
Diarienummer KS 2024/21
Handläggare Ola Berg
# Svar på motion om parkbänkar
# Förslag till beslut
Kommunstyrelsen föreslår kommunfullmäktige besluta
1. Motionen avslås.
# Bakgrund
Text.
===
# Motion om parkbänkar
KS 2024/21
Vi yrkar
1. att tio bänkar ställs upp längs ån
Per Al (M)
"""


def call() -> Document:
    return understand(reading(CALL), "kallelse.pdf")


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Kallelse med handlingar till kommunfullmäktige", True),
        ("Kommunstyrelsens föredragningslista", True),
        ("Möteshandlingar till kommunstyrelsen", True),
        ("Dagordning", True),
        ("Svar på motion om kallelse på meänkieli", False),
        ("Plan för handlingar och arkiv", False),
    ],
)
def test_a_call_says_so_in_its_title(title: str, found: bool) -> None:
    assert is_call(title) is found
    assert calls(paragraphs(f"Sjövikens kommun\n# {title}\n# Ärenden")) is found


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("Datum 2025-01-10\nHandläggare Ola Berg\n# Svar på motion om bad\nText.", True),
        ("Beslutande sammanträde: Kommunstyrelsen (2025-02-04)\n# § 12 Bad\nText.", True),
        ("Vänsterpartiet\nTill kommunfullmäktige i Åby\n# Mer bad\nText.", True),
        ("Vi ser fram emot fler bad.\n# Ekonomi\nText.", False),
        ("# Ekonomi\nDatum för åtgärden är inte satt.", False),
        ("Datum för åtgärden är inte satt.", False),
    ],
)
def test_a_paper_begins_under_lines_of_a_head(page: str, found: bool) -> None:
    assert heads_paper(paragraphs(page)) is found


def test_each_paper_of_a_call_is_a_part_of_its_own_kind() -> None:
    kinds = [(part.kind, part.dnr) for part in call().parts]
    assert kinds[1:] == [
        (DocumentType.MOTIONSSVAR, ("KS 2024/17",)),
        (DocumentType.MOTION, ("KS 2024/17",)),
        (DocumentType.MOTIONSSVAR, ("KS 2024/21",)),
        (DocumentType.MOTION, ("KS 2024/21",)),
    ]


def test_the_matters_of_a_call_are_cases_apart_each_with_its_own_demands() -> None:
    related = relate([call()])
    assert [(case.key, len(case.demands), case.files) for case in related.cases] == [
        ("KS 2024-17", 2, ("kallelse.pdf",)),
        ("KS 2024-21", 1, ("kallelse.pdf",)),
    ]
    outcomes = [
        [(one.demand, one.disposition, one.status, one.file) for one in case.outcomes] for case in related.cases
    ]
    assert outcomes == [
        [
            (1, Disposition.BIFALLS, Status.PROPOSED, "kallelse.pdf"),
            (2, Disposition.AVSLAS, Status.PROPOSED, "kallelse.pdf"),
        ],
        [(1, Disposition.AVSLAS, Status.PROPOSED, "kallelse.pdf")],
    ]
    (document,) = related.documents
    assert document.file == "kallelse.pdf"
    assert [decision.demands for decision in document.decisions] == [(1,), (2,), (1,)]


def test_the_list_of_matters_ties_nothing() -> None:
    alone = understand(reading(CALL.partition("===")[0]), "kallelse.pdf")
    assert not any(key.startswith("dnr:") for key in tie_keys(alone))
    assert {"dnr:KS 2024-17", "dnr:KS 2024-21"} <= tie_keys(call())


def test_a_decision_of_a_call_is_passed_on_with_its_own_matters_demand() -> None:
    related = relate([call()])
    (document,) = related.documents
    found = [one for one in passages_of(document, related.cases) if one.kind is PassageKind.DECISION]
    assert [(one.case, one.demands) for one in found] == [
        ("KS 2024-17", (1,)),
        ("KS 2024-17", (2,)),
        ("KS 2024-21", (1,)),
    ]
    library = MemoryLibrary([document], related.cases, ())
    told = [item.decision.text for item in history(Shelf(library, 1), ("KS 2024-21", 1)) if item.decision]
    assert told == ["Motionen avslås."]


def test_papers_are_put_back_as_they_were_taken_out() -> None:
    document = call()
    papers = unbundled(document)
    assert [paper.type for paper in papers] == [part.kind for part in document.parts[1:]]
    assert len({paper.file for paper in papers}) == len(papers)
    assert bundled(document, papers) == document


def test_any_other_document_is_left_as_it_is() -> None:
    letter = understand(reading("# Svar på motion om bad\n# Förslag till beslut\n1. Motionen avslås."), "svar.pdf")
    assert unbundled(letter) == (letter,)
    assert bundled(letter, (letter,)) is letter
