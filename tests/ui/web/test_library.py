from __future__ import annotations

from pathlib import Path

from corpus.catalogue import Catalogue
from corpus.writer import Writer
from tests.ui.web.made import CASES, COVERAGE, DOCUMENTS, EVIL, KAST, MOTION, PLAN, write_home
from ui.web.library import Library


def test_the_overview_is_read_once_a_generation(tmp_path: Path) -> None:
    home = write_home(tmp_path)
    library = Library(Catalogue.open(home))
    first = library.overview()
    assert sorted(head.file for head in first.heads) == sorted(document.file for document in DOCUMENTS)
    assert all(head.paragraphs == () for head in first.heads)
    assert sorted(case.key for case in first.cases) == sorted(case.key for case in CASES)
    assert [failure.file for failure in first.failures] == ["trasig.pdf"]
    assert [measure.paragraph for measure in first.measures] == [3, 4]
    assert first.coverage == COVERAGE
    assert library.overview() is first
    with Writer.open(home) as writer, writer.transaction():
        writer.remove_document(EVIL.sha256)
    second = library.overview()
    assert len(second.heads) == len(DOCUMENTS) - 1
    assert second.generation == first.generation + 1


def test_only_bytes_of_the_collection_are_found(tmp_path: Path) -> None:
    home = write_home(tmp_path)
    library = Library(Catalogue.open(home))
    stranger = home.kept("5" * 64)
    stranger.write_bytes(b"x")
    assert library.pdf(MOTION.sha256) == home.kept(MOTION.sha256)
    for other in ("5" * 64, "../catalogue", "", "%2e%2e"):
        assert library.pdf(other) is None
    home.kept(PLAN.sha256).unlink()
    assert library.pdf(PLAN.sha256) is None


def test_documents_cases_and_generations(tmp_path: Path) -> None:
    library = Library(Catalogue.open(write_home(tmp_path)))
    assert library.document("motion.pdf") == MOTION
    assert library.document("ingen.pdf") is None
    found = library.case(KAST)
    assert found is not None
    assert found.title == "Öppna en KAST-mottagning"
    assert library.case("x") is None
    assert library.generations(["motion.pdf", "ingen.pdf"]) == {"motion.pdf": library.overview().generation}
    assert library.generations([]) == {}
