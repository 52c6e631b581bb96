from __future__ import annotations

from corpus.paragraph import Kind, Paragraph
from ingest.papers.residents import puts_proposal, signed_by


def test_a_resident_signs_with_the_name_alone_or_with_a_place() -> None:
    def end(text: str, kind: Kind = Kind.SIGNATURE) -> tuple[str, ...]:
        return signed_by((Paragraph(1, Kind.PARAGRAPH, "Jag vill ha en bro.", ()), Paragraph(2, kind, text, ())))

    assert end("Ulla Ek") == ("Ulla Ek",)
    assert end("Ulla Ek, Norra byn") == ("Ulla Ek",)
    assert end("Med hälsning Ulla Ek i Norra byn") == ()
    assert end("Ulla Ek", Kind.PARAGRAPH) == ()


def test_a_resident_fills_in_a_form() -> None:
    def form(line: str) -> tuple[str, ...]:
        row = Paragraph(1, Kind.TABLE_ROW, line, ())
        return signed_by((row, Paragraph(2, Kind.PARAGRAPH, "Jag vill ha en bro.", ())))

    assert form("Namn | Ulla Ek") == form("Inskickat av: Ulla Ek, Norrby") == ("Ulla Ek",)
    assert form("Namn | Visas inte") == form("Namn | Ulla") == ()


def test_the_sentence_that_tells_who_asks() -> None:
    told = "Bron revs 1998. Ulla Ek, 71 år, vill att det byggs en bro. Ån är bred."
    assert puts_proposal(told) == ("att det byggs en bro.", "Ulla Ek")
    assert puts_proposal("Ulla Ek har lämnat ett förslag.") == ("ett förslag.", "Ulla Ek")
    assert puts_proposal("Handläggare är Ulla Ek som vill bygga.") is None
