"""The order of the measurements, and that what is kept is not measured again."""

from __future__ import annotations

from pathlib import Path

from bench.peers.casebook import Casebook
from bench.peers.jobs import Job, Work, commit_now, jobs
from bench.peers.kept import Kept
from bench.peers.measure import Size
from bench.peers.steps import COPIES, Pythons, Runner, folder_bytes
from bench.peers.text_sets import TextSet


def work(folder: Path) -> Work:
    runner = Runner(Pythons(Path("ours"), Path("theirs")), Path("model"))
    books = tuple(Casebook(name, (), (), 0) for name in ("one", "two"))
    return Work(runner, Kept(folder), books, (TextSet("faq", (), (), {}),), repeats=2)


def test_peers_take_turns_in_every_round(tmp_path: Path) -> None:
    given = [job.path.stem for job in jobs(work(tmp_path), ("a", "b"))]
    measured = ["course_one_0", "course_one_1", "answers_two"]
    expected = [f"{peer}_{one}" for one in measured for peer in ("a", "b")]
    expected += ["a_texts_faq_0x0", "b_texts_faq_0x0"]
    expected += [f"{peer}_size_{one}" for one in ("25", "50", "100", "all") for peer in ("a", "b")]
    assert given == expected
    texts = [job.path.stem for job in jobs(work(tmp_path), ("a",), parts=("texts",))]
    assert texts == ["a_texts_faq_0x0"]


def test_what_is_kept_is_not_measured_again(tmp_path: Path) -> None:
    (tmp_path / "a_course_one_0.json").touch()
    assert next(jobs(work(tmp_path), ("a",))).path.stem == "a_course_one_1"


def test_each_peer_has_its_interpreter(tmp_path: Path) -> None:
    pythons = work(tmp_path).runner.pythons
    assert (pythons.of("beslutsminne"), pythons.of("txtai")) == (Path("ours"), Path("theirs"))


def test_the_pdfs_themselves_are_not_counted_on_disk(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a.pdf").write_bytes(b"12345")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "x").write_bytes(b"123")
    (tmp_path / "home" / "files").mkdir()
    (tmp_path / "home" / "files" / "copy.pdf").write_bytes(b"1234567")
    assert folder_bytes(tmp_path) == 10
    assert folder_bytes(tmp_path, of=COPIES) == 7


def test_a_measurement_is_kept_with_its_commit_and_its_folder_is_gone(tmp_path: Path) -> None:
    def measure(folder: Path) -> Size:
        folder.mkdir()
        return Size(1, 2, 3.0, 4.0)

    Job(tmp_path / "a_size_25.json", measure).do()
    assert Kept(tmp_path).size("a", "25") == Size(1, 2, 3.0, 4.0)
    assert Kept(tmp_path).commits("a") == (commit_now(),)
    assert not (tmp_path / "a_size_25").exists()
