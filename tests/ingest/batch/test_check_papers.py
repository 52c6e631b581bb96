from __future__ import annotations

from pathlib import Path

import pytest

from ingest.batch.checking import check
from ingest.batch.findings import Area
from ingest.batch.pipeline import bring_up_to_date
from tests.ingest.batch.contents import contents
from tests.ingest.batch.spoiled import indexed, spoil
from tests.ingest.batch.stand_ins import Counted, stages


def test_lost_paragraphs_are_found_and_read_again_by_the_next_batch(tmp_path: Path) -> None:
    papers, home = indexed(tmp_path)
    before = contents(home)
    spoil(home, "delete from paragraphs where n = 2 and document = (select id from documents where file = 'plan.pdf')")
    found = check(home, stages(), repair=True)
    assert (found[0].area, found[0].message) == (
        Area.CATALOGUE,
        "plan.pdf har 1 av 2 stycken; nästa indexering läser den på nytt.",
    )
    counted = Counted()
    bring_up_to_date([papers], home, stages(counted))
    assert len(counted.read) == 1
    assert contents(home) == before
    assert check(home, stages()) == ()


def test_chunks_find_what_one_pass_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, home = indexed(tmp_path)
    spoil(home, "update passages set terms = 'fel' where file in ('beslut.pdf', 'plan.pdf') and paragraphs = '1'")
    whole = check(home, stages())
    monkeypatch.setattr("ingest.batch.check_papers.CHUNK", 1)
    assert check(home, stages()) == whole
    assert [finding.message.split(":")[0] for finding in whole] == ["beslut.pdf", "plan.pdf"]
