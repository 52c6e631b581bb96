from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from ingest.batch.checking import check
from ingest.batch.findings import Area, Finding
from ingest.batch.pipeline import bring_up_to_date
from tests.ingest.batch.contents import contents
from tests.ingest.batch.spoiled import indexed, spoil
from tests.ingest.batch.stand_ins import Counted, stages


@pytest.mark.parametrize(("content", "word"), [(None, "saknas"), (b"cut", "är skadad")])
def test_kept_bytes_are_fetched_again_from_the_paper(tmp_path: Path, content: bytes | None, word: str) -> None:
    papers, home = indexed(tmp_path)
    kept = home.kept(sha256((papers / "plan.pdf").read_bytes()).hexdigest())
    kept.unlink()
    if content is not None:
        kept.write_bytes(content)
    message = f"Den sparade PDF-filen till plan.pdf {word}."
    assert check(home, stages()) == (Finding(Area.FILES, message),)
    assert check(home, stages(), repair=True) == (Finding(Area.FILES, message, repaired=True),)
    assert kept.read_bytes() == (papers / "plan.pdf").read_bytes()


def test_bytes_that_are_gone_from_everywhere_stay_a_finding(tmp_path: Path) -> None:
    papers, home = indexed(tmp_path)
    home.kept(sha256((papers / "plan.pdf").read_bytes()).hexdigest()).unlink()
    (papers / "plan.pdf").write_bytes(b"other")
    (finding,) = check(home, stages(), repair=True)
    assert (finding.area, finding.repaired) == (Area.FILES, False)


def test_a_document_without_a_file_and_a_file_without_a_document(tmp_path: Path) -> None:
    papers, home = indexed(tmp_path)
    before = contents(home)
    spoil(home, "update files set sha256 = 'ingen' where name = 'plan.pdf'")
    found = check(home, stages(), repair=True)
    assert [finding.message for finding in found] == [
        "Dokumentet plan.pdf hör till ingen fil.",
        "Filen plan.pdf är varken läst eller misslyckad; nästa indexering läser den.",
        "En avbruten indexering har lämnat 0 läsningar och 1 filer efter sig.",
    ]
    assert check(home, stages()) == ()
    bring_up_to_date([papers], home, stages())
    assert contents(home) == before


def test_stray_files_are_swept(tmp_path: Path) -> None:
    _, home = indexed(tmp_path)
    (home.files / "ab.pdf").write_bytes(b"x")
    (finding,) = check(home, stages(Counted()), repair=True)
    assert (finding.area, finding.repaired) == (Area.LEFTOVERS, True)
    assert not (home.files / "ab.pdf").exists()
