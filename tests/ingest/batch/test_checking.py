from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import HomeBusyError, HomeDamagedError, HomeMissingError
from corpus.home import Home
from corpus.writer import Writer
from ingest.batch.checking import EngineCheck, check
from ingest.batch.findings import Area, Finding
from tests.ingest.batch.contents import contents
from tests.ingest.batch.spoiled import indexed, spoil
from tests.ingest.batch.stand_ins import Counted, stages


def test_a_sound_home_has_no_findings(tmp_path: Path) -> None:
    _, home = indexed(tmp_path)
    assert check(home, stages()) == ()
    assert check(home, stages(), repair=True) == ()


SPOILERS = {
    "delete from vectors where id = 3": [(Area.VECTORS, "1 passager saknar vektor (fake).")],
    "update vectors set vector = zeroblob(16) where id = 2": [(Area.VECTORS, "1 vektorer är skadade (fake).")],
    "update vectors set vector = x'00' where id = 2": [(Area.VECTORS, "1 vektorer är skadade (fake).")],
    "update passages set terms = 'fel' where id = 1": [
        (Area.PASSAGES, "beslut.pdf: 1 passager fattas, 1 är för mycket.")
    ],
    "delete from passages where file = 'plan.pdf'": [(Area.PASSAGES, "plan.pdf: 2 passager fattas, 0 är för mycket.")],
    "delete from cases": [
        (Area.CASES, "Ärendet KS 1 stämmer inte med sina handlingar."),
    ],
    "update documents set understood = head, head = pack(json_set(unpack(head), '$.replaced_by', 'x.pdf')) "
    "where file = 'plan.pdf'": [
        (Area.CASES, "Det som andra handlingar säger om plan.pdf stämmer inte."),
    ],
    "insert into staged values ('ab', '1', '{}', '[]')": [
        (Area.LEFTOVERS, "En avbruten indexering har lämnat 1 läsningar och 0 filer efter sig.")
    ],
}


@pytest.mark.parametrize("sql", SPOILERS)
def test_what_is_spoiled_is_found_and_made_again(tmp_path: Path, sql: str) -> None:
    _, home = indexed(tmp_path)
    before = contents(home)
    spoil(home, sql)
    expected = SPOILERS[sql]
    assert [(finding.area, finding.message) for finding in check(home, stages())] == expected
    counted = Counted()
    assert check(home, stages(counted), repair=True) == tuple(Finding(*one, repaired=True) for one in expected)
    assert counted.syncs == 1
    assert check(home, stages()) == ()
    assert contents(home) == before


def test_what_the_engine_says(tmp_path: Path) -> None:
    _, home = indexed(tmp_path)
    engine = EngineCheck(problems=lambda: ("0000000001.faiss är skadad",))
    assert check(home, stages(), engine=engine) == (Finding(Area.ENGINE, "0000000001.faiss är skadad"),)
    counted = Counted()
    (found,) = check(home, stages(counted), engine=engine, repair=True)
    assert (found.repaired, counted.syncs) == (True, 1)


def test_a_broken_database_is_told_and_not_touched(tmp_path: Path) -> None:
    _, home = indexed(tmp_path)
    size = home.catalogue.stat().st_size
    with home.catalogue.open("r+b") as file:
        for page in range(4, size // 4096, 3):
            file.seek(page * 4096)
            file.write(b"\xff" * 4096)
    spoiled = home.catalogue.read_bytes()
    with pytest.raises(HomeDamagedError, match="säkerhetskopia"):
        check(home, stages(), repair=True)
    assert home.catalogue.read_bytes() == spoiled


def test_no_home_and_a_busy_home(tmp_path: Path) -> None:
    with pytest.raises(HomeMissingError):
        check(Home(tmp_path / "borta"), stages())
    _, home = indexed(tmp_path)
    with Writer.open(home):
        assert check(home, stages()) == ()
        with pytest.raises(HomeBusyError):
            check(home, stages(), repair=True)
