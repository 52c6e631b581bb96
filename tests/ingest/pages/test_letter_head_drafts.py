from __future__ import annotations

from collections.abc import Callable

from corpus.paragraph import Kind
from ingest.pages.letter_head import LetterHead
from ingest.pages.letter_head_drafts import drafts_of_head
from ingest.pages.region import Region
from ingest.pages.words import Word

Words = Callable[..., tuple[Word, ...]]


def test_a_small_label_and_its_value_are_one_paragraph(words: Words) -> None:
    day = (words((70, 100, "Datum"), size=7), words((70, 112, "2023-10-31")))
    who = (words((300, 100, "Mottagare"), size=7), words((300, 112, "Hamnnämnden")))
    region = Region(4, 2, (), left=70.0, right=500.0)
    made = drafts_of_head(LetterHead((day, who)), region, {})
    assert [draft.plain_text for draft in made] == ["Datum 2023-10-31", "Mottagare Hamnnämnden"]
    assert [(draft.kind, draft.region, draft.first.page) for draft in made] == [(Kind.PARAGRAPH, 4, 2)] * 2
