from __future__ import annotations

from corpus.document import Adoption
from ingest.papers.validity import validity_of
from tests.ingest.papers.reading_made import paper

PROGRAM = """
# Miljöprogram
Antaget av kommunfullmäktige 2022-05-31 § 121
Gäller 2022-07-01 till 2030-12-31
Ersätter Klimatstrategi 2015–2021 (KF 2015-03-24 § 40)
"""


def test_adoption_validity_and_what_is_replaced() -> None:
    found = validity_of(paper(PROGRAM), "Miljöprogram")
    assert found.adoption == Adoption("Kommunfullmäktige", "2022-05-31", "§ 121", 2)
    assert (found.valid_from, found.valid_to) == ("2022-07-01", "2030-12-31")
    assert [(d.date, d.what, d.paragraph) for d in found.dates] == [
        ("2022-07-01", "giltig från", 3),
        ("2030-12-31", "giltig till", 3),
    ]
    assert found.replaces == "Klimatstrategi 2015–2021 (KF 2015-03-24 § 40)"


def test_an_information_box() -> None:
    text = """
    # Reglemente
    Beslutande instans: Kommunfullmäktige
    Datum för beslut: ÅÅÅ-MM-DD Revideras senast: 2030-12-31
    Giltighetstid: 2027–2030
    """
    found = validity_of(paper(text), "Reglemente")
    assert found.adoption == Adoption("Kommunfullmäktige", None, None, 2)
    assert (found.valid_from, found.valid_to) == ("2027-01-01", "2030-12-31")


def test_the_organ_on_a_line_of_its_own() -> None:
    found = validity_of(
        paper("# Riktlinjer\nBeslutande organ: Socialnämnden\nBeslutsdatum: 2020-05-20 § 33"), "Riktlinjer"
    )
    assert found.adoption == Adoption("Socialnämnden", "2020-05-20", "§ 33", 2)


def test_words_in_other_orders() -> None:
    found = validity_of(
        paper("# Policy\nBeslutad 2021-03-02 av KS, § 12\nGäller från och med den 1 april 2021"), "Policy"
    )
    assert found.adoption == Adoption("Kommunstyrelsen", "2021-03-02", "§ 12", 2)
    assert (found.valid_from, found.valid_to) == ("2021-04-01", None)


def test_an_end_alone() -> None:
    assert validity_of(paper("# Plan\nGäller till och med 2026-12-31"), "Plan").valid_to == "2026-12-31"


def test_an_end_alone_after_a_label() -> None:
    text = "# Klimatstrategi 2015–2021\nGiltighetstid: till och med 2021-12-31"
    found = validity_of(paper(text), "Klimatstrategi 2015–2021")
    assert (found.valid_from, found.valid_to) == ("2015-01-01", "2021-12-31")


def test_years_in_the_title_count_where_nothing_else_is_said() -> None:
    found = validity_of(paper("# Handlingsplan 2018–21\nText"), "Handlingsplan 2018–21")
    assert (found.valid_from, found.valid_to) == ("2018-01-01", "2021-12-31")
    assert found.adoption is None


def test_running_text_about_other_papers_says_nothing() -> None:
    filler = "\n".join(f"Stycke {n}." for n in range(30))
    text = f"# Policy\n{filler}\nSkollagen gäller från 2011-07-01 och ersätter den tidigare lagen.\n{filler}"
    found = validity_of(paper(text), "Policy")
    assert (found.valid_from, found.replaces) == (None, None)
