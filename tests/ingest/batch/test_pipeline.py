from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue
from corpus.codec import dumps
from corpus.errors import HomeBusyError, ModelError, PathMissingError, UnreadableCode, UnreadableError
from corpus.home import Home
from corpus.reading import Reading
from corpus.writer import Writer
from ingest.batch.pipeline import BatchOptions, bring_up_to_date
from ingest.batch.report import Phase, Progress
from ingest.batch.rounds import RoundLimits
from tests.ingest.batch.contents import Contents, contents, put
from tests.ingest.batch.stand_ins import Counted, minutes, motion, paper, stages, vector


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    put(
        folder,
        motion=motion("KS 1", "att utreda bad", "att bygga bad"),
        beslut=minutes("KS 1", "avslås 2 Motionens andra förslag avslås"),
        plan=paper("title Plan", "text bostäder", "text vatten"),
    )
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def test_the_first_batch_reads_ties_and_embeds_everything(papers: Path, home: Home) -> None:
    counted = Counted()
    report = bring_up_to_date([papers], home, stages(counted))
    # motion: type, title, dnr, two demands; beslut: type, title, dnr, decision, and the demand it answers; plan: 3
    assert (report.added, report.documents, report.paragraphs, report.passages) == (3, 3, 12, 13)
    assert (report.pages_read, report.embedded, report.failed) == (3, 13, ())
    found = contents(home)
    assert [document.file for document, _ in found.documents] == ["beslut.pdf", "motion.pdf", "plan.pdf"]
    (case,) = found.cases
    assert [(o.demand_text, o.disposition, o.file) for o in case.outcomes] == [
        ("att bygga bad", "avslås", "beslut.pdf")
    ]
    (answer,) = [passage for passage, _ in found.passages if passage.case]
    assert (answer.file, answer.embed_text) == ("beslut.pdf", "Motion: att bygga bad")
    for passage, kept in found.passages:
        assert kept == vector(passage.embed_text).astype("<f2").tobytes()


def test_a_second_batch_opens_nothing(papers: Path, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    _age(papers)
    bring_up_to_date([papers], home, stages())
    before = contents(home), Catalogue.open(home).generation
    monkeypatch.setattr("ingest.batch.looking.digest", lambda path: pytest.fail(f"{path} was opened"))
    counted = Counted()
    report = bring_up_to_date([papers], home, stages(counted))
    assert (report.added, report.changed, report.unchanged) == (0, 0, 3)
    assert (counted.read, counted.embedded, counted.related, counted.derived) == ([], [], [], [])
    assert (contents(home), Catalogue.open(home).generation) == before


def test_what_was_read_without_ocr_is_read_again_once_there_is_ocr(papers: Path, home: Home) -> None:
    put(papers, skannad=paper("title Skannad", "picture sida 1"))
    without = replace(stages(), ocr=lambda: False)
    assert bring_up_to_date([papers], home, without).added == 4
    (papers / "skannad.pdf").rename(papers / "flyttad.pdf")
    counted = Counted()
    assert bring_up_to_date([papers], home, replace(stages(counted), ocr=lambda: False)).moved == 1
    assert counted.read == []
    with_ocr = Counted()
    report = bring_up_to_date([papers], home, stages(with_ocr))
    assert (report.unchanged, report.reread, len(with_ocr.read)) == (4, 1, 1)
    again = Counted()
    assert bring_up_to_date([papers], home, replace(stages(again), ocr=lambda: False)).unchanged == 4
    assert again.read == []


def test_links_in_a_circle_and_pipes_stop_nothing(papers: Path, home: Home) -> None:
    (papers / "cirkel.pdf").symlink_to(papers / "cirkel2.pdf")
    (papers / "cirkel2.pdf").symlink_to(papers / "cirkel.pdf")
    (papers / "utan mål.pdf").symlink_to(papers / "borta")
    os.mkfifo(papers / "rör.pdf")
    report = bring_up_to_date([papers], home, stages())
    assert (report.documents, [failed.file for failed in report.failed]) == (3, ["cirkel.pdf", "cirkel2.pdf"])
    assert all("kan inte öppnas" in failed.error for failed in report.failed)
    (papers / "cirkel2.pdf").unlink()
    (papers / "cirkel.pdf").unlink()
    assert bring_up_to_date([papers], home, stages()).failed == ()


def test_what_could_not_be_read_is_tried_again_when_asked_for(papers: Path, home: Home) -> None:
    put(papers, trasig=paper("broken"), udda=paper("title Udda"))
    slow = stages()

    def read_many(paths: Iterable[Path]) -> Iterator[tuple[Path, Reading | UnreadableError]]:
        for path, reading in slow.read_many(paths):
            late = UnreadableError(UnreadableCode.TIMEOUT, "Tog för lång tid.")
            yield path, late if b"Udda" in path.read_bytes() else reading

    assert len(bring_up_to_date([papers], home, replace(slow, read_many=read_many)).failed) == 2
    counted = Counted()
    assert len(bring_up_to_date([papers], home, stages(counted)).failed) == 2
    assert counted.read == []
    report = bring_up_to_date([papers], home, stages(counted), options=BatchOptions(retry=True))
    assert ([failed.file for failed in report.failed], report.documents) == (["trasig.pdf"], 4)
    assert len(counted.read) == 2
    assert [failure.code for failure in Catalogue.open(home).failures()] == ["damaged"]
    assert len(bring_up_to_date([papers], home, stages(counted)).failed) == 1
    assert len(counted.read) == 2


def test_a_file_just_written_is_hashed_again_next_time(papers: Path, home: Home) -> None:
    bring_up_to_date([papers], home, stages())
    target = papers / "plan.pdf"
    status = target.stat()
    target.write_bytes(target.read_bytes().replace(b"vatten", b"avlopp"))
    os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert bring_up_to_date([papers], home, stages()).changed == 1


def test_touched_but_same_bytes_is_unchanged(papers: Path, home: Home) -> None:
    bring_up_to_date([papers], home, stages())
    os.utime(papers / "plan.pdf", (1e9, 1e9))
    counted = Counted()
    report = bring_up_to_date([papers], home, stages(counted))
    assert (report.unchanged, report.changed, counted.read) == (3, 0, [])


def test_a_changed_motion_changes_its_case_and_the_minutes_passages(papers: Path, home: Home) -> None:
    bring_up_to_date([papers], home, stages())
    put(papers, motion=motion("KS 1", "att utreda bad", "att riva bad"))
    counted = Counted()
    report = bring_up_to_date([papers], home, stages(counted))
    assert (report.changed, report.unchanged, report.documents) == (1, 2, 3)
    assert sorted(counted.embedded) == ["Motion: att riva bad", "Motion: demand att riva bad"]
    assert sorted(counted.derived) == ["beslut.pdf", "motion.pdf"]
    assert contents(home).cases[0].outcomes[0].demand_text == "att riva bad"


def test_only_changed_passages_get_new_ids(papers: Path, home: Home) -> None:
    bring_up_to_date([papers], home, stages())
    catalogue = Catalogue.open(home)
    before = {item.passage.embed_text: item.id for item in catalogue.passages_of("beslut.pdf")}
    put(papers, motion=motion("KS 1", "att utreda bad", "att riva bad"))
    bring_up_to_date([papers], home, stages())
    after = {item.passage.embed_text: item.id for item in catalogue.passages_of("beslut.pdf")}
    assert {text for text in after if before.get(text) == after[text]} == before.keys() - {"Motion: att bygga bad"}
    assert after["Motion: att riva bad"] > max(before.values())


def test_a_moved_file_is_neither_read_nor_embedded(papers: Path, home: Home) -> None:
    bring_up_to_date([papers], home, stages())
    (papers / "2024").mkdir()
    (papers / "motion.pdf").rename(papers / "2024" / "m.pdf")
    counted = Counted()
    report = bring_up_to_date([papers], home, stages(counted))
    assert (report.moved, report.added, report.removed, report.unchanged) == (1, 0, 0, 2)
    assert (counted.read, counted.embedded) == ([], [])
    assert contents(home).cases[0].files == ("2024/m.pdf", "beslut.pdf")
    assert contents(home) == _fresh(papers, home)


def test_a_removed_file_is_gone_everywhere(papers: Path, home: Home) -> None:
    bring_up_to_date([papers], home, stages())
    (papers / "motion.pdf").unlink()
    report = bring_up_to_date([papers], home, stages())
    assert (report.removed, report.documents) == (1, 2)
    found = contents(home)
    assert found.cases[0].outcomes == ()
    assert not [passage for passage, _ in found.passages if "bad" in passage.embed_text]
    assert len(found.kept) == 2
    texts = {passage.embed_text for passage, _ in found.passages}
    assert Catalogue.open(home).rows("select count(*) from vectors") == [(len(texts),)]
    assert found == _fresh(papers, home)


def test_the_same_bytes_in_two_places_are_one_document(papers: Path, home: Home) -> None:
    bring_up_to_date([papers], home, stages())
    shutil.copy(papers / "plan.pdf", papers / "kopia.pdf")
    counted = Counted()
    report = bring_up_to_date([papers], home, stages(counted))
    assert (report.added, report.documents, counted.read, counted.embedded) == (1, 3, [], [])
    catalogue = Catalogue.open(home)
    assert catalogue.places("plan.pdf") == ("kopia.pdf", "plan.pdf")
    assert catalogue.document("kopia.pdf") == catalogue.document("plan.pdf")
    (papers / "plan.pdf").unlink()
    report = bring_up_to_date([papers], home, stages(counted))
    assert (report.removed, report.documents, counted.read, counted.embedded) == (1, 3, [], [])
    assert catalogue.places("kopia.pdf") == ("kopia.pdf",)
    assert [passage.passage.file for passage in catalogue.passages_of("kopia.pdf")] == ["kopia.pdf"] * 3


def test_two_files_that_swap_names(papers: Path, home: Home) -> None:
    bring_up_to_date([papers], home, stages())
    (papers / "plan.pdf").rename(papers / "tmp")
    (papers / "motion.pdf").rename(papers / "plan.pdf")
    (papers / "tmp").rename(papers / "motion.pdf")
    counted = Counted()
    report = bring_up_to_date([papers], home, stages(counted))
    assert (report.changed, counted.read, counted.embedded) == (2, [], [])
    assert contents(home) == _fresh(papers, home)


@pytest.mark.parametrize("word", ["broken", "riddle", "knot"])
def test_a_paper_that_fails_does_not_stop_the_others(papers: Path, home: Home, word: str) -> None:
    put(papers, fel=paper("title Fel", "dnr KS 1", word))
    report = bring_up_to_date([papers], home, stages())
    assert [failed.file for failed in report.failed] == ["fel.pdf"]
    assert (report.added, report.documents) == (3, 3)
    counted = Counted()
    again = bring_up_to_date([papers], home, stages(counted))
    assert (again.unchanged, counted.read, again.failed) == (3, [], report.failed)
    assert contents(home).cases[0].files == ("beslut.pdf", "motion.pdf")
    put(papers, fel=paper("title Fel", "dnr KS 1"))
    mended = bring_up_to_date([papers], home, stages())
    assert (mended.changed, mended.failed, mended.documents) == (1, (), 4)
    assert contents(home) == _fresh(papers, home)


def test_a_new_reader_reads_all_again_and_embeds_nothing(papers: Path, home: Home) -> None:
    put(papers, fel=paper("broken"))
    bring_up_to_date([papers], home, stages())
    counted = Counted()
    report = bring_up_to_date([papers], home, stages(counted, reader="2"))
    assert (report.reread, report.unchanged, len(counted.read), counted.embedded) == (3, 3, 4, [])
    assert len(report.failed) == 1


def test_names_that_are_no_text_are_told_each_time(papers: Path, home: Home) -> None:
    with open(os.fsencode(papers) + b"/\xe5r.pdf", "wb"):
        pass
    for _ in range(2):
        report = bring_up_to_date([papers], home, stages())
        assert [failed.error for failed in report.failed] == ["Filnamnet är inte giltig text."]
        assert report.documents == 3


def test_no_home_is_made_for_a_path_that_is_not_there(tmp_path: Path, home: Home) -> None:
    with pytest.raises(PathMissingError):
        bring_up_to_date([tmp_path / "borta"], home, stages())
    assert not home.root.exists()


def test_another_model_is_refused(papers: Path, home: Home) -> None:
    bring_up_to_date([papers], home, stages())
    with pytest.raises(ModelError, match="fake, inte other"):
        bring_up_to_date([papers], home, stages(name="other"))


def test_two_batches_at_once(papers: Path, home: Home) -> None:
    with Writer.open(home), pytest.raises(HomeBusyError, match=str(os.getpid())):
        bring_up_to_date([papers], home, stages())


def test_one_file_of_an_indexed_folder_keeps_its_name(papers: Path, home: Home) -> None:
    put(papers / "2024", sen=paper("text a"))
    bring_up_to_date([papers], home, stages())
    put(papers / "2024", sen=paper("text b"))
    report = bring_up_to_date([papers / "2024" / "sen.pdf"], home, stages())
    assert (report.changed, report.unchanged, report.removed, report.documents) == (1, 0, 0, 4)
    assert Catalogue.open(home).head("2024/sen.pdf") is not None


def test_a_second_folder_adds_and_clashes_are_told_apart(papers: Path, home: Home, tmp_path: Path) -> None:
    bring_up_to_date([papers], home, stages())
    other = tmp_path / "andra"
    put(other, plan=paper("title Annan plan"), ny=paper("text ny"))
    report = bring_up_to_date([other], home, stages())
    assert (report.added, report.removed, report.documents) == (2, 0, 5)
    files = [document.file for document in Catalogue.open(home).heads()]
    assert files == ["andra/plan.pdf", "beslut.pdf", "motion.pdf", "ny.pdf", "plan.pdf"]


def test_indexing_the_folder_above_renames_and_reads_nothing(papers: Path, home: Home) -> None:
    bring_up_to_date([papers], home, stages())
    counted = Counted()
    report = bring_up_to_date([papers.parent / "papers" / ".."], home, stages(counted))
    assert (report.unchanged, report.documents, counted.read, counted.embedded) == (3, 3, [], [])
    files = [document.file for document in Catalogue.open(home).heads()]
    assert files == ["papers/beslut.pdf", "papers/motion.pdf", "papers/plan.pdf"]


def test_interruption_ends_cleanly_and_the_next_run_goes_on(papers: Path, home: Home) -> None:
    counted = Counted()

    def interrupt(progress: Progress) -> None:
        if progress.phase is Phase.READING and progress.documents == 2:
            raise KeyboardInterrupt

    report = bring_up_to_date([papers], home, stages(counted), listener=interrupt)
    assert (report.interrupted, report.documents, len(counted.read)) == (True, 0, 2)
    report = bring_up_to_date([papers], home, stages(counted))
    assert (report.interrupted, report.documents, len(counted.read)) == (False, 3, 3)
    assert contents(home) == _fresh(papers, home)


def test_progress_counts_documents_pages_and_passages(papers: Path, home: Home) -> None:
    seen: list[Progress] = []
    bring_up_to_date([papers], home, stages(), listener=seen.append)
    assert [p.phase for p in seen[:4]] == [Phase.LOOKING, Phase.READING, Phase.READING, Phase.READING]
    assert seen[-1].phase is Phase.DONE
    assert (seen[-1].documents, seen[-1].documents_total, seen[-1].pages, seen[-1].passages) == (3, 3, 3, 13)
    assert seen[-1].eta == 0.0


def test_the_log_has_a_line_for_each_file(papers: Path, home: Home) -> None:
    put(papers, fel=paper("broken"))
    bring_up_to_date([papers], home, stages())
    (papers / "plan.pdf").unlink()
    bring_up_to_date([papers], home, stages())
    lines = [line.split(" ", 1)[1] for line in home.log.read_text().splitlines()]
    assert lines[:4] == [
        "tillagd beslut.pdf 1 sidor, 4 stycken, 5 passager",
        "misslyckad fel.pdf damaged: Trasig fil.",
        "tillagd motion.pdf 1 sidor, 5 stycken, 5 passager",
        "tillagd plan.pdf 1 sidor, 3 stycken, 3 passager",
    ]
    assert lines[-1] == "borttagen plan.pdf"


def _fresh(papers: Path, home: Home) -> Contents:
    """What a home that was made at once holds."""
    other = Home(home.root.with_name(f"fresh-{random.random()}"))
    bring_up_to_date([papers], other, stages())
    return contents(other)


def _age(folder: Path) -> None:
    for path in folder.rglob("*.pdf"):
        os.utime(path, (1.6e9, 1.6e9))


TEXTS = ["text ett", "text två", "title Plan A", "title Plan B", "replaces Plan A", "replaces Plan B", "dnr KS 1"]
TEXTS += ["dnr KS 2", "dnr KS 3", "demand att a", "demand att b", "adopts avslås 1 nej", "adopts bifalls 2 ja"]
TEXTS += ["broken", "riddle", "knot"]


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("keys", [True, False])
def test_any_history_gives_what_a_fresh_home_gives(tmp_path: Path, seed: int, keys: bool) -> None:
    """Random additions, changes, moves, copies and removals; after each batch all is as if indexed at once."""
    chance = random.Random(seed)
    folder, home = tmp_path / "papers", Home(tmp_path / "home")
    put(folder, grund=paper("text grund"))
    for _ in range(6):
        for _ in range(chance.randrange(1, 6)):
            _disturb(folder, chance)
        limits = RoundLimits(files=chance.randrange(1, 5))
        bring_up_to_date([folder], home, stages(keys=keys), options=BatchOptions(limits=limits))
        assert _nameless(contents(home)) == _nameless(_fresh(folder, home))


def _nameless(found: Contents) -> list[str]:
    """All as text with file names exchanged for sha256: which of a document's places it is named by is history."""
    shas = {name: document.sha256 for document, names in found.documents for name in names}
    things = (*(document for document, _ in found.documents), *found.cases, *(p for p, _ in found.passages))
    lines = [_with_shas(dumps(thing), shas) for thing in things]
    lines += [f"{document.sha256} {names}" for document, names in found.documents]
    lines += [str(failure) for failure in found.failures] + [str(vector) for _, vector in found.passages]
    return sorted((*lines, *found.kept))


def _with_shas(text: str, shas: dict[str, str]) -> str:
    plain = re.sub(
        r'"files":\[([^]]*)\]',
        lambda m: f'"files":{sorted(shas[n] for n in m[1][1:-1].split(chr(34) + "," + chr(34)))}',
        text,
    )
    for name, sha256 in shas.items():
        plain = plain.replace(f'"{name}"', f'"{sha256}"')
    return plain


def _disturb(folder: Path, chance: random.Random) -> None:
    there = sorted(folder.rglob("*.pdf"))
    kind = chance.choice(["add", "add", "add", "change", "move", "copy", "remove"])
    target = folder / chance.choice(["", "x/", "y/"]) / f"{chance.randrange(100)}.pdf"
    target.parent.mkdir(exist_ok=True)
    source = chance.choice(there)
    if kind == "add":
        target.write_bytes(paper(*chance.choices(TEXTS, k=chance.randrange(1, 6))))
    elif kind == "change":
        source.write_bytes(paper(*chance.choices(TEXTS, k=chance.randrange(1, 6))))
    elif kind == "move":
        source.rename(target)
    elif kind == "copy":
        shutil.copy(source, target)
    elif len(there) > 1:
        source.unlink()
