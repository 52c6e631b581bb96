from __future__ import annotations

import csv
import io
from dataclasses import astuple, replace

from search.answer import DemandPrecedents
from tests.ui.web.made import FOUND, PRECEDENT
from ui.texts import texts
from ui.web.precedent_table import Row, as_csv, rows

SWEDISH = texts("sv")


def test_a_row_for_each_precedent_and_for_a_demand_without_any() -> None:
    assert rows(FOUND, SWEDISH) == (
        Row(
            "1", "kommunen startar en KAST-mottagning", "1", "kommunen öppnar en KAST-mottagning", "V", "2021-09-01",
            "Öppna en KAST-mottagning", "Avslås", "Beslutat", "Kommunfullmäktige", "2024-02-27", "§ 22",
            "Motionens första förslag avslås.", "Regionen har redan en mottagning.", "Motion (V), st. 3",
            "Protokoll kommunfullmäktige, 2024-02-27, § 22, s. 1, st. 2", "Svar på motion om KAST, s. 1–2, st. 4",
        ),
        Row("2", "kommunen köper ett luftskepp", "", "Inget liknande yrkande hittades i samlingen.", *[""] * 13),
    )  # fmt: skip


def test_an_unanswered_precedent_says_so() -> None:
    (row,) = rows((DemandPrecedents(1, "x", (replace(PRECEDENT, outcome=None),)),), SWEDISH)
    assert (row.outcome, row.status, row.decision_text) == ("Obesvarat", "", "")


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_file_opens_in_swedish_excel() -> None:
    data = as_csv(FOUND, SWEDISH)
    assert data.startswith(b"\xef\xbb\xbf")
    heads, *body = read(data)
    assert heads[:3] == ["Yrkande nr", "Yrkande", "Ordning efter likhet"]
    assert len(heads) == 17
    assert [tuple(row) for row in body] == [astuple(row) for row in rows(FOUND, SWEDISH)]


def test_no_cell_is_a_formula() -> None:
    for text in ("=1+1", "+1", "-1", "@x", "\t=1"):
        found = (DemandPrecedents(1, text, ()),)
        assert read(as_csv(found, SWEDISH))[1][1] == f"'{text}"
    quoted = 'säg "hej"; och\nny rad'
    assert read(as_csv((DemandPrecedents(1, quoted, ()),), SWEDISH))[1][1] == quoted
