from __future__ import annotations

from ingest.papers.paragraf_heads import Head, head_of
from ingest.papers.paragraf_lines import candidate
from tests.ingest.papers.paper_made import paragraphs


def head(text: str) -> Head:
    made = paragraphs(text)
    one = candidate(made, 0)
    assert one is not None
    return head_of(one, made, len(made))


def test_a_number_between_paragraf_and_title() -> None:
    assert head("# § 84\n1379/22\n# Motion om bänkar\n# Beslut\nAvslås.") == Head(
        "Motion om bänkar", ("1379/22",), 3, False
    )


def test_number_and_code_below_the_title() -> None:
    assert head("# § 84 Motion om bänkar\nDnr 2011/KS 0206 001\n# Beslut\nAvslås.") == Head(
        "Motion om bänkar", ("2011/KS 0206",), 2, True
    )


def test_a_head_ends_where_the_next_begins() -> None:
    assert head("# § 84\n# Beslut\nAvslås.") == Head("", (), 1, False)
