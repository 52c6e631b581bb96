from __future__ import annotations

from collections.abc import Callable

from ingest.pages.find_letter_heads import find_letter_heads
from ingest.pages.rows import rows_of, text_of
from ingest.pages.words import Word

Words = Callable[..., tuple[Word, ...]]
Placed = tuple[float, float, str]
HEIGHT = 842.0
LABELS: list[Placed] = [(70, 130, "Datum"), (180, 130, "Diarienummer"), (300, 130, "Handläggare")]
MORE: list[Placed] = [(430, 130, "Mottagare")]
VALUES: list[Placed] = [(70, 143, "2023-10-31"), (180, 143, "SBN 2023-305"), (300, 143, "Ylva Hedmark,")]


def heads(words: tuple[Word, ...]) -> list[list[str]]:
    """The cells of each head, their lines with spaces between."""
    found = find_letter_heads(rows_of(words), HEIGHT)
    return [[" ".join(text_of(line) for line in cell) for cell in one.head.cells] for one in found]


def test_labels_over_values_are_read_column_by_column(words: Words) -> None:
    below: list[Placed] = [(430, 143, "Barn- och"), (300, 156, "rektor"), (430, 156, "utbildningsnämnden")]
    title: list[Placed] = [(70, 198, "Yttrande över en motion om något")]
    made = words(*LABELS, *MORE, size=8) + words(*VALUES, *below, *title)
    assert heads(made) == [
        [
            "Datum 2023-10-31",
            "Diarienummer SBN 2023-305",
            "Handläggare Ylva Hedmark, rektor",
            "Mottagare Barn- och utbildningsnämnden",
        ]
    ]


def test_a_value_that_fills_its_column_is_cut_where_the_next_label_begins(words: Words) -> None:
    tight: list[Placed] = [(300, 156, "stadsträdgårdsmästaren"), (414, 156, "nämnden")]
    labels = words(*LABELS, (414, 130, "Mottagare"), size=8)
    assert heads(labels + words(*VALUES, (414, 143, "Barn- och"), *tight))[0][2:] == [
        "Handläggare Ylva Hedmark, stadsträdgårdsmästaren",
        "Mottagare Barn- och nämnden",
    ]


def test_the_sender_may_stand_left_of_the_labels_and_a_page_count_at_the_right_edge(words: Words) -> None:
    first = words((70, 50, "Bodarps kommun"), (250, 50, "Datum"), (360, 50, "Dnr"), (480, 50, "Sida"))
    below = words((70, 62, "Vård- och"), (250, 62, "2022-10-31"), (360, 62, "VN 2022:64"), (475, 62, "1 (2)"))
    rest = words((70, 74, "omsorgsförvaltningen"))
    assert heads(first + below + rest) == [
        [
            "Bodarps kommun",
            "Vård- och omsorgsförvaltningen",
            "Datum 2022-10-31",
            "Dnr VN 2022:64",
            "Sida 1 (2)",
        ]
    ]


def test_the_kind_of_paper_may_stand_left_of_the_labels(words: Words) -> None:
    def read(left: str) -> list[list[str]]:
        labels = words((70, 90, left), (300, 90, "Dnr"), (400, 90, "Datum"), size=8)
        return heads(labels + words((300, 103, "TN 2022-64"), (400, 103, "2022-10-31")))

    assert read("Tjänsteutlåtande") == [["Tjänsteutlåtande", "Dnr TN 2022-64", "Datum 2022-10-31"]]
    assert read("Delegationsbeslut") == []


def test_a_second_row_of_labels_begins_cells_of_its_own(words: Words) -> None:
    first = words((70, 100, "Handläggare"), (300, 100, "Datum"), (70, 112, "Ylva Hedmark"), (300, 112, "2023-10-31"))
    second = words((70, 124, "Telefon"), (300, 124, "Mottagare"), (70, 136, "010-12"), (300, 136, "Hamnnämnden"))
    assert heads(first + second) == [
        ["Handläggare Ylva Hedmark", "Datum 2023-10-31"],
        ["Telefon 010-12", "Mottagare Hamnnämnden"],
    ]


def test_a_table_under_the_same_labels_is_none(words: Words) -> None:
    rows = [(70, 143 + 13 * k, f"2023-10-0{k}") for k in (1, 2, 3)]
    numbers = [(180, 143 + 13 * k, f"SBN 2023-{k}") for k in (1, 2, 3)]
    names = [(300, 143 + 13 * k, "Ylva Hedmark") for k in (1, 2, 3)]
    assert heads(words(*LABELS, *rows, *numbers, *names)) == []
    decisions = words((70, 100, "Avser"), (200, 100, "Ärendenummer"), (330, 100, "Beslutsdatum"))
    taken = words((70, 113, "Flytt"), (200, 113, "XXX710"), (330, 113, "2026-05-22"))
    more = words((70, 126, "Flytt"), (200, 126, "XXK189"), (330, 126, "2026-05-21"))
    assert heads(decisions + taken + more) == []


def test_a_table_of_one_row_whose_first_column_is_no_sender_is_none(words: Words) -> None:
    head = words((70, 100, "Ärendemening"), (250, 100, "Datum"), (360, 100, "Dnr"))
    row = words((70, 113, "Fler bänkar"), (250, 113, "2023-10-31"), (360, 113, "KS 2023-1"))
    assert heads(head + row) == []


def test_columns_of_labelled_lines_are_read_column_by_column(words: Words) -> None:
    left = words((85, 94, "Kommunledningskontoret"), (85, 108, "Handläggare: Disa Berg,"), (85, 121, "säkerhetschef"))
    right = words((326, 94, "Datum 2022-10-20"), (326, 108, "Dnr KLK 2022/204"), (326, 121, "Kommunstyrelsen"))
    assert heads(left + right) == [
        [
            "Kommunledningskontoret",
            "Handläggare: Disa Berg, säkerhetschef",
            "Datum 2022-10-20",
            "Dnr KLK 2022/204",
            "Kommunstyrelsen",
        ]
    ]


def test_labels_left_of_their_values_beside_an_address(words: Words) -> None:
    left = words((70, 94, "Datum:"), (146, 94, "2026-05-05"), (70, 107, "Handläggare:"), (146, 107, "Louisa Asp"))
    right = words((380, 94, "Barn- och"), (380, 107, "ungdomsnämnden"))
    assert heads(left + right) == [["Datum: 2026-05-05", "Handläggare: Louisa Asp", "Barn- och ungdomsnämnden"]]


def test_one_column_of_labels_and_values_stays_a_table(words: Words) -> None:
    assert heads(words((70, 94, "Datum:"), (146, 94, "2026-05-05"), (70, 107, "Dnr:"), (146, 107, "KS 26/12"))) == []


def test_a_policys_box_a_list_of_those_present_and_running_text_are_none(words: Words) -> None:
    box = words((70, 94, "Dokumenttyp:"), (146, 94, "Policy"), (300, 94, "Datum: 2024-01-12"))
    assert heads(box + words((70, 107, "Dnr:"), (146, 107, "KS 2024/1"), (300, 107, "Version: 2"))) == []
    present = words((70, 94, "Beslutande"), (200, 94, "Ledamöter"), (70, 107, "Datum: 2024"), (200, 107, "Dnr: 12"))
    assert heads(present) == []
    notice = words((70, 94, "Anslagsdatum 2024-01-02"), (300, 94, "Datum: 2024-01-23"))
    assert heads(notice + words((70, 107, "Organ Nämnden"), (300, 107, "Dnr: KS 2024/1"))) == []
    prose = words((70, 90, "Så här skrev nämnden i det svar som lämnades till fullmäktige förra året om saken"))
    assert heads(prose + words(*LABELS, *VALUES)) == []


def test_only_the_top_of_a_page_has_a_head(words: Words) -> None:
    low = [(x, base + 300, text) for x, base, text in (*LABELS, *VALUES)]
    assert heads(words(*low)) == []


def test_an_officer_and_a_receiver_are_a_head_without_a_day(words: Words) -> None:
    labels = words((70, 80, "Handläggare"), (300, 80, "Mottagare"), size=8)
    values = words((70, 92, "Ylva Hedmark"), (300, 92, "Barn- och"), (300, 104, "utbildningsnämnden"))
    assert heads(labels + values) == [["Handläggare Ylva Hedmark", "Mottagare Barn- och utbildningsnämnden"]]
    contacts = words((70, 80, "Telefon"), (300, 80, "E-post"), (70, 92, "010-123"), (300, 92, "ylva@bodarp.se"))
    assert heads(contacts) == []


def test_an_address_right_of_the_logotype_is_read_by_itself(words: Words) -> None:
    logotype = words((70, 64, "Bodarps kommun"), size=14) + words((70, 78, "Barn- och utbildningsförvaltningen"))
    address = words((350, 60, "Barn- och"), (350, 72, "utbildningsnämnden"), (350, 84, "Box 12"))
    code = words((350, 96, "123 45 Bodarp"))
    assert heads(logotype + address + code) == [
        [
            "Bodarps kommun",
            "Barn- och utbildningsförvaltningen",
            "Barn- och utbildningsnämnden",
            "Box 12",
            "123 45 Bodarp",
        ]
    ]
    assert heads(logotype + address) == []
    assert heads(address + code) == []


def test_the_sender_beside_the_kind_of_paper_its_day_and_number_is_a_head(words: Words) -> None:
    top = words((70, 80, "Bodarps kommun"), (350, 80, "Tjänsteskrivelse"), size=13)
    below = words((70, 96, "Kontoret för lärande"), (350, 96, "2023-02-28"), (350, 111, "Dnr 22KS311"))
    receiver = words((70, 142, "Barnnämnden"))
    assert heads(top + below + receiver) == [
        ["Bodarps kommun", "Kontoret för lärande", "Tjänsteskrivelse", "2023-02-28", "Dnr 22KS311"]
    ]
