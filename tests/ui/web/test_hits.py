from __future__ import annotations

from dataclasses import replace

from tests.ui.web.made import ANSWER, EVIL, KAST, MINUTES, MOTION, PLAN, hit
from ui.texts import texts
from ui.web.hits import grouped, hit_groups, marked


def test_ranges_are_marked_once_and_text_is_escaped() -> None:
    assert marked("a<b>c", [(1, 4)]) == "a<mark>&lt;b&gt;</mark>c"
    assert marked("abcdef", [(3, 5), (0, 2), (1, 4)]) == "<mark>ab</mark><mark>cd</mark><mark>e</mark>f"
    assert marked("abc", []) == "abc"
    assert marked("abc", [(0, 3), (1, 2)]) == "<mark>abc</mark>"
    assert marked("abc", [(2, 99)]) == "ab<mark>c</mark>"


def test_hits_of_a_case_stand_together_where_its_best_stands() -> None:
    first, plan, second = hit(MINUTES, 2, case=KAST), hit(PLAN, 3, rank=2), hit(MOTION, 3, rank=3, case=KAST)
    assert grouped([first, plan, second]) == ((first, second), (plan,))


def test_a_case_and_a_file_of_the_same_name_are_apart() -> None:
    one, two = replace(hit(PLAN, 3), case="plan.pdf"), hit(PLAN, 4)
    assert len(grouped([one, two])) == 2


def test_a_group_names_its_case_and_each_hit_its_paper_and_place() -> None:
    hits = [hit(ANSWER, 2, case=KAST, status="proposed"), hit(PLAN, 3, rank=2)]
    made = hit_groups(hits, {KAST: "Öppna en KAST-mottagning"}, texts("sv"), new=frozenset({"plan.pdf"}))
    expected = (
        '<span class="label">Ärende</span> <a href="?arende=KS+2021-845">Öppna en KAST-mottagning</a>',
        '<span class="type">Tjänsteskrivelse</span> · 27 oktober 2023',
        ">Föreslaget<",
        ">Förslag</p>",
        '<span class="marker">1. </span><mark>Moti</mark>onens första förslag avslås.',
        "?kalla=mapp%2Fsvar.pdf&amp;stycke=2",
        '<span class="label">Handling</span> <a href="?kalla=plan.pdf">Handlingsplan mot buller 2023–2026</a>',
    )
    assert [words for words in expected if words not in made] == []
    assert made.count(">Nytt<") == 1
    assert made.index(">Nytt<") > made.index("Handlingsplan mot buller")


def test_a_case_without_a_title_lends_the_papers() -> None:
    assert ">Protokoll kommunfullmäktige</a>" in hit_groups(
        [hit(MINUTES, 2, case="KS 9")], {}, texts("sv"), new=frozenset()
    )


def test_a_hostile_paper_shows_as_text() -> None:
    made = hit_groups([hit(EVIL, 1)], {}, texts("sv"), new=frozenset())
    assert "<script" not in made
    assert "<img" not in made
    assert "&lt;script&gt;alert(1)" in made
