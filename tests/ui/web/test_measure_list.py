from __future__ import annotations

from tests.ui.web.made import PLAN
from ui.web.address import Address, Tab
from ui.web.desk import Desk
from ui.web.measure_list import chosen_measures, measure_list
from ui.web.measures import measures

FOUND = measures(PLAN)


def chosen(**fields: object) -> list[int]:
    return [measure.paragraph for measure in chosen_measures(FOUND, Address(**fields))]  # type: ignore[arg-type]


def test_narrowed_by_words_responsible_and_year() -> None:
    assert chosen() == [3, 4]
    assert chosen(question="buller") == []
    assert chosen(question="bullret skol") == [3]
    assert chosen(responsible="barn- och ungdomsnämnden") == [3]
    assert chosen(responsible="nämnden") == []
    assert chosen(year=2024) == [3, 4]
    assert chosen(year=2026) == [4]


def test_the_table_points_at_each_row(desk: Desk) -> None:
    html = measure_list(Address(tab=Tab.GOVERNING, show="atgarder"), desk)
    assert "2 åtgärder" in html
    assert "?kalla=plan.pdf&amp;stycke=3" in html
    assert "Uppföljning: Mätprotokoll" in html
    assert '<option value="Barn- och ungdomsnämnden">' in html
    assert html.index('<option value="2024">') < html.index('<option value="2023">')
    assert "Ingen åtgärd stämmer" in measure_list(Address(question="luftskepp"), desk)
