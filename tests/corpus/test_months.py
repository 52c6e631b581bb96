from __future__ import annotations

from corpus.months import ENGLISH, SWEDISH
from ingest.papers.tables import mapping


def test_the_swedish_names_are_those_that_papers_write_out() -> None:
    written = {name: int(month) for name, month in mapping("months", "manader").items()}
    assert [written[name] for name in SWEDISH] == list(range(1, 13))


def test_twelve_english_names() -> None:
    assert len(set(ENGLISH)) == 12
