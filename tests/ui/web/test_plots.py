from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from search.answer import DemandPrecedents
from tests.ui.web.made import DECISION, PRECEDENT
from ui.texts import texts
from ui.web.desk import Desk
from ui.web.plots import MOST, by_body, by_type, by_year, outcomes_by_party, outcomes_by_year

SWEDISH = texts("sv")


def listed(values: Sequence[object]) -> list[object]:
    return list(values)


def test_counts_become_bars(desk: Desk) -> None:
    overview = desk.library.overview()
    (bars,) = by_type(overview, SWEDISH).data
    assert dict(zip(bars.y, bars.x, strict=True)) == {
        "Motion": 2, "Handlingsplan": 2, "Tjänsteskrivelse": 1, "Protokoll": 1, "Övrigt": 1,
    }  # fmt: skip
    (bars,) = by_body(overview, SWEDISH).data
    assert listed(bars.y) == ["Socialnämnden", "Kommunfullmäktige"]
    (bars,) = by_year(overview, SWEDISH).data
    assert (listed(bars.x), listed(bars.y)) == (["2018", "2021", "2022", "2023", "2024"], [1, 1, 1, 2, 1])


def test_no_more_bars_than_can_be_read(desk: Desk) -> None:
    overview = desk.library.overview()
    many = tuple((f"Nämnd {n}", 100 - n) for n in range(40))
    (bars,) = by_body(replace(overview, counts=replace(overview.counts, bodies=many)), SWEDISH).data
    assert len(bars.y) == MOST
    assert bars.y[-1] == "Nämnd 0"


def found() -> tuple[DemandPrecedents, ...]:
    """The same earlier demand twice, one answered otherwise by another party, one unanswered."""
    granted = replace(DECISION, disposition="bifalls", date="2020-05-01")
    other = replace(PRECEDENT, case="KS 2", party="M", outcome=granted)
    open_one = replace(PRECEDENT, case="KS 3", outcome=None)
    return (DemandPrecedents(1, "x", (PRECEDENT, other)), DemandPrecedents(2, "y", (PRECEDENT, open_one)))


def test_outcomes_count_each_earlier_demand_once() -> None:
    years = {bar.name: dict(zip(bar.x, bar.y, strict=True)) for bar in outcomes_by_year(found(), SWEDISH).data}
    assert years == {"Avslås": {"2020": 0, "2024": 1}, "Bifalls": {"2020": 1, "2024": 0}}
    parties = {bar.name: dict(zip(bar.x, bar.y, strict=True)) for bar in outcomes_by_party(found(), SWEDISH).data}
    assert parties == {"Avslås": {"M": 0, "V": 1}, "Bifalls": {"M": 1, "V": 0}}


def test_outcomes_are_told_apart_by_pattern_too() -> None:
    shapes = [bar.marker.pattern.shape for bar in outcomes_by_year(found(), SWEDISH).data]
    assert len(shapes) == len(set(shapes)) == 2


def test_axes_count_in_whole_numbers_and_words_stand_upright(desk: Desk) -> None:
    assert outcomes_by_year(found(), SWEDISH).layout.yaxis.dtick == 1
    overview = desk.library.overview()
    assert by_type(overview, SWEDISH).layout.xaxis.dtick == 1
    assert by_type(overview, SWEDISH).data[0].textangle == 0
    many = replace(overview.counts, years=(("2023", 40), ("2024", 3)))
    assert by_year(replace(overview, counts=many), SWEDISH).layout.yaxis.dtick is None


def test_nothing_to_plot() -> None:
    assert listed(outcomes_by_year((), SWEDISH).data) == []
