from __future__ import annotations

from corpus.document import Adoption
from ingest.papers.links import link_keys, link_styrdokument, replacements
from tests.ingest.papers.case_made import T, document


def _adopted(date: str, body: str = "Kommunfullmäktige") -> Adoption:
    return Adoption(body, date, None, 1)


OLD = document("old.pdf", T.STRATEGI, "Klimatstrategi 2015–2021", "2015-03-24", adoption=_adopted("2015-03-24"))


def test_replaces_by_name_and_date() -> None:
    words = "Klimatstrategi 2015–2021 (KF 2015-03-24 § 40)"
    new = document("new.pdf", T.PROGRAM, "Miljöprogram", "2022-05-31", adoption=_adopted("2022-05-31"), replaces=words)
    older, newer = link_styrdokument([OLD, new])
    assert (older.replaced_by, newer.replaces, newer.replaced_by) == ("new.pdf", "old.pdf", None)
    assert older.in_force("2023-01-01") is False


def test_replaces_by_kind_and_years() -> None:
    first = document("a.pdf", T.HANDLINGSPLAN, "Handlingsplan mot våld 2018–2021", "2018-04-18")
    other = document("b.pdf", T.HANDLINGSPLAN, "Handlingsplan för giftfri förskola 2018–2021", "2018-05-01")
    new = document(
        "c.pdf",
        T.HANDLINGSPLAN,
        "Handlingsplan mot våld och förtryck 2022–2025",
        "2022-02-23",
        replaces="handlingsplanen för 2018–2021",
    )
    assert replacements([first, other, new]) == {"a.pdf": "c.pdf"}


def test_words_that_name_two_papers_alike_link_none() -> None:
    twins = [document(f"{n}.pdf", T.POLICY, "Resepolicy", "2018-04-18") for n in "ab"]
    new = document("c.pdf", T.POLICY, "Policy för resor", "2022-02-23", replaces="Resepolicy")
    assert replacements([*twins, new]) == {}


def test_a_later_paper_is_never_replaced_by_an_earlier() -> None:
    new = document("z.pdf", T.STRATEGI, "Strategi", "2010-01-01", replaces="Klimatstrategi 2015–2021")
    assert replacements([OLD, new]) == {}


def test_same_name_and_body_follow_each_other() -> None:
    made = [
        document(f"{year}.pdf", T.TAXA, f"Avfallstaxa {year}", f"{year}-01-01", adoption=_adopted(f"{year}-01-01"))
        for year in (2022, 2021, 2023)
    ]
    assert replacements(made) == {"2021.pdf": "2022.pdf", "2022.pdf": "2023.pdf"}
    elsewhere = document(
        "x.pdf", T.TAXA, "Avfallstaxa 2024", "2024-01-01", adoption=_adopted("2024-01-01", "Tekniska nämnden")
    )
    assert replacements([made[0], elsewhere]) == {}


def test_what_is_linked_shares_a_key() -> None:
    words = "Klimatstrategi 2015–2021 (KF 2015-03-24 § 40)"
    new = document("new.pdf", T.PROGRAM, "Miljöprogram", "2022-05-31", adoption=_adopted("2022-05-31"), replaces=words)
    assert "styr:2015-03-24" in link_keys(OLD) & link_keys(new)
    first = document("a.pdf", T.HANDLINGSPLAN, "Handlingsplan mot våld 2018–2021", "2018-04-18")
    third = document("c.pdf", T.HANDLINGSPLAN, "Plan", "2022-02-23", replaces="handlingsplanen för 2018–2021")
    assert "styr:20182021" in link_keys(first) & link_keys(third)
    assert link_keys(document("m.pdf", T.MOTION, "Motion om plan")) == frozenset()


def test_a_draft_without_a_day_of_adoption_replaces_nothing() -> None:
    adopted = document("a.pdf", T.TAXA, "Avfallstaxa 2021", "2021-01-01", adoption=_adopted("2021-01-01"))
    draft = document(
        "b.pdf", T.TAXA, "Avfallstaxa 2022", "2022-01-01", adoption=Adoption("Kommunfullmäktige", None, None, 1)
    )
    assert replacements([adopted, draft]) == {}
