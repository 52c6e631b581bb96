from __future__ import annotations

from corpus.document import DocumentType, Part
from ingest.papers.head_again import HeadAgain
from tests.ingest.papers.paper_made import paragraphs


def passed(text: str) -> list[str]:
    made = paragraphs(text)
    again = HeadAgain(Part(DocumentType.PROTOKOLL, 1, len(made), "§ 16", "Motion om bänkar"))
    return [p.text for p in made if again.passes(p)]


def test_the_head_once_more_is_passed_with_its_title() -> None:
    text = "# § 16 Motion om bänkar\n# Beslut\nAvslås.\n§ 16 forts.\n# Motion om bänkar\n# Reservation\nVera Lo (V)"
    assert passed(text) == ["§ 16 forts.", "Motion om bänkar"]


def test_the_title_alone_and_other_numbers_stay() -> None:
    assert passed("# § 16\nMotion om bänkar\n# Beslut\nAvslås.\n# § 17 forts.\n§ 16 Kommunstyrelsens förslag") == []
