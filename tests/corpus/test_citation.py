from __future__ import annotations

from dataclasses import replace

from corpus.case import Case, Step
from corpus.citation import cite, pages_text, part_of, stands_with
from corpus.decision import Status
from corpus.document import Document, DocumentType, Part
from corpus.paragraph import Kind, Paragraph, Place

BOX = (0.0, 0.0, 1.0, 1.0)


def _document(title: str, parts: tuple[Part, ...], dnr: tuple[str, ...]) -> Document:
    paragraphs = tuple(
        Paragraph(n, Kind.PARAGRAPH, f"stycke {n}", tuple(Place(page, BOX) for page in pages))
        for n, pages in enumerate([(1,), (1, 2), (2,)], 1)
    )
    return Document(
        "a.pdf",
        "0",
        parts[0].kind if parts else DocumentType.OVRIGT,
        title,
        "2023-10-27",
        2,
        ((595.0, 842.0),) * 2,
        paragraphs,
        dnr=dnr,
        parts=parts,
    )


def test_citation_is_that_of_the_contract() -> None:
    title = "Motion (V) – Bekämpa prostitutionen i Linköpings kommun, svar"
    document = _document(title, (), ("KS 2021-845",))
    assert cite(document, 1) == f"{title}, 2023-10-27, Dnr KS 2021-845, s. 1, st. 1"


def test_two_pages_are_both_cited() -> None:
    assert cite(_document("Policy", (), ()), 2) == "Policy, 2023-10-27, s. 1–2, st. 2"
    assert pages_text((3,)) == "3"


def test_a_paragraf_is_cited_with_its_own_number() -> None:
    parts = (
        Part(DocumentType.PROTOKOLL, 1, 2, "§ 4", "Hundar", ("KS 2023-4",)),
        Part(DocumentType.PROTOKOLL, 3, 3, "§ 5", "Katter", ("KS 2023-5",)),
    )
    document = _document("Protokoll Kommunstyrelsen 2023-10-27", parts, ("KS 2023-4", "KS 2023-5"))
    assert cite(document, 3) == "Protokoll Kommunstyrelsen 2023-10-27, 2023-10-27, Dnr KS 2023-5, § 5, s. 2, st. 3"
    found = part_of(document, 3)
    assert found is not None
    assert found.title == "Katter"


def test_a_paragraf_without_a_number_does_not_borrow_that_of_another_matter() -> None:
    parts = (
        Part(DocumentType.PROTOKOLL, 1, 1),
        Part(DocumentType.PROTOKOLL, 2, 2, "§ 4", "Dagordning"),
        Part(DocumentType.PROTOKOLL, 3, 3, "§ 5", "Katter", ("KS 2023-5",)),
    )
    document = _document("Protokoll", parts, ("KS 2023-5",))
    assert cite(document, 1) == "Protokoll, 2023-10-27, s. 1, st. 1"
    assert cite(document, 2) == "Protokoll, 2023-10-27, § 4, s. 1–2, st. 2"
    alone = _document("Protokoll", (Part(DocumentType.PROTOKOLL, 1, 3, "§ 4", "Hundar"),), ("KS 2023-5",))
    assert cite(alone, 1) == "Protokoll, 2023-10-27, Dnr KS 2023-5, § 4, s. 1, st. 1"


def test_a_section_in_the_title_is_not_repeated() -> None:
    part = Part(DocumentType.PROTOKOLL, 1, 3, "§ 4", "Hundar", ("KS 2023-4",))
    assert cite(_document("§ 4 Hundar", (part,), ()), 1) == "§ 4 Hundar, 2023-10-27, Dnr KS 2023-4, s. 1, st. 1"


def test_a_title_of_several_paragrafs_does_not_tell_which() -> None:
    part = Part(DocumentType.PROTOKOLL, 1, 3, "§ 4", "Hundar", ("KS 2023-4",))
    for title in ("Utdrag §§ 4–5", "Utdrag § 41", "Utdrag § 4-5"):
        assert cite(_document(title, (part,), ()), 1) == f"{title}, 2023-10-27, Dnr KS 2023-4, § 4, s. 1, st. 1"


def test_of_several_numbers_the_executives_is_cited() -> None:
    document = _document("Svar", (), ("SON 2021-1286", "KS 2021-845"))
    assert cite(document, 1) == "Svar, 2023-10-27, Dnr KS 2021-845, s. 1, st. 1"


def test_a_case_has_the_parts_of_a_file_in_which_it_has_a_step() -> None:
    parts = (Part(DocumentType.MOTIONSSVAR, 1, 2), Part(DocumentType.MOTIONSSVAR, 3, 3))
    document = _document("Kallelse", parts, ())
    step = Step("2023-10-27", "Kommunfullmäktige", Status.PROPOSED, document.file, None, 2)
    case = Case("KS 2023-4", "Hundar", None, (), (document.file,), (), (), (), (step,))
    assert [stands_with(case, document, n) for n in (1, 2, 3)] == [True, True, False]
    assert stands_with(replace(case, timeline=()), replace(document, parts=()), 1)
