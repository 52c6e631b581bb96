from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.pages.rows import rows_of, text_of
from ingest.pages.sender_head import columns_of_sender
from ingest.pages.words import Word

Words = Callable[..., tuple[Word, ...]]


def columns(words: Words, *rows: tuple[str, str], right_edge: float | None = None) -> list[list[str]] | None:
    """The texts of both columns; rows stand 14 points apart, the right column at 350 or set to `right_edge`."""
    made: tuple[Word, ...] = ()
    for k, (left, right) in enumerate(rows):
        x = 350 if right_edge is None else right_edge - 5 * len(right)
        made += words(*([(70, 80 + 14 * k, left)] if left else []), *([(x, 80 + 14 * k, right)] if right else []))
    found = columns_of_sender(rows_of(made), 0)
    return found and [[text_of(line) for line in column] for column in found[1]]


HEADS = [
    (
        ("Bodarps kommun", "Tjänsteskrivelse"),
        ("Kontoret för lärande", "2023-02-28"),
        ("Vera Ek, skolchef", "Dnr 22KS311"),
    ),
    (("Tekniska förvaltningen", "TJÄNSTEUTLÅTANDE"), ("Ylva Hedmark", "4 mars 2019"), ("", "Dnr: KS 2019/123")),
    (("Region Nordmark", "Datum 2021-05-06"), ("Hållbarhetsenheten", "PM"), ("", "Diarienr RS 2021-45")),
    (("Bodarps stad", "1 (3)"), ("Fritidsnämnden", "2018-11-02"), ("Siv Ek, handläggare", "Dnr FN 2018:33")),
]


@pytest.mark.parametrize("rows", HEADS)
@pytest.mark.parametrize("right_edge", [None, 520.0])
def test_the_sender_and_what_stands_beside_it_are_columns(
    words: Words, rows: tuple[tuple[str, str], ...], right_edge: float | None
) -> None:
    expected = [[left for left, _ in rows if left], [right for _, right in rows if right]]
    assert columns(words, *rows, right_edge=right_edge) == expected


@pytest.mark.parametrize(
    "rows",
    [
        (("Bodarps kommun", "Sammanträdesprotokoll"), ("Kommunstyrelsen", "2021-03-04"), ("", "Dnr KS 2021/1")),
        (("Bodarps kommun", "Tjänsteskrivelse"), ("Tekniska kontoret", "2021-03-04")),
        (("Motion om hundar", "2021-03-04"), ("Motion om katter", "Dnr KS 2021/2")),
        (("Bodarps kommun", "2021-03-04"), ("Tekniska kontoret", "Dnr KS 2021/2"), ("Kommunstyrelsen", "Antogs")),
        (("Tekniska kontoret", "Dnr KS 2021/2"), ("Fritidskontoret", "Dnr KS 2021/3")),
        (("Handläggare: Siv Ek, kommun", "2021-03-04"), ("Telefon: 010", "Dnr KS 2021/2")),
    ],
)
def test_minutes_and_tables_are_none(words: Words, rows: tuple[tuple[str, str], ...]) -> None:
    assert columns(words, *rows) is None


def test_what_stands_apart_below_is_no_longer_the_head(words: Words) -> None:
    made = words((70, 80, "Bodarps kommun"), (350, 80, "Yttrande"), (70, 94, "Kulturkontoret"), (350, 94, "Dnr 12/3"))
    found = columns_of_sender(rows_of(made + words((70, 130, "Kulturnämnden"))), 0)
    assert found
    assert found[0] == 1
