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


def test_the_number_behind_the_name_of_the_paper_below_the_title() -> None:
    assert head("# § 84 Bänkar i stan\nUtlåtande 2024:102 R V, dnr KS 2023/489\n# Beslut\nAvslås.") == Head(
        "Bänkar i stan", ("KS 2023/489",), 2, True
    )
    assert head("# § 84 Bänkar i stan\nMotion (2023:7) av Eva Ek (L)\nDnr KS 2023/489\n# Beslut\nAvslås.") == Head(
        "Bänkar i stan", ("KS 2023/489",), 3, True
    )
    for sentence in (
        "Motion om bänkar, dnr KS 2023/489, har besvarats.",
        "Motionen, dnr KS 2023/489, avslås i enlighet med förslaget.",
    ):
        assert head(f"# § 84 Bänkar i stan\n{sentence}") == Head("Bänkar i stan", (), 1, True)


def test_a_head_ends_where_the_next_begins() -> None:
    assert head("# § 84\n# Beslut\nAvslås.") == Head("", (), 1, False)
