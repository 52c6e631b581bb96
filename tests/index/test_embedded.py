from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import EngineError, HomeDamagedError
from index.embedded import EmbeddedEngine
from index.filters import Filter
from tests.index.brute_force import DIM, BruteForce, MemorySource, entry, unit

ANY = Filter()


def source_of(*ids: int) -> MemorySource:
    source = MemorySource()
    draw = np.random.default_rng(ids[0])
    source.put(*(entry(id_, f"skola ord{id_}", draw.standard_normal(DIM)) for id_ in ids))
    return source


def found(engine: EmbeddedEngine) -> set[int]:
    return {one.passage for one in engine.dense(unit(np.ones(DIM)), 1000, where=ANY)}


def test_a_reader_stays_in_its_generation_until_it_refreshes(tmp_path: Path) -> None:
    source = source_of(1, 2, 3)
    engine = EmbeddedEngine(tmp_path, source)
    assert found(engine) == {1, 2, 3}
    source.remove(2)
    source.put(entry(4, "skola", np.ones(DIM)))
    assert found(engine) == {1, 2, 3}
    assert engine.refresh()
    assert found(engine) == {1, 3, 4}
    assert not engine.refresh()


def test_a_reader_moves_to_files_that_the_writer_wrote_meanwhile(tmp_path: Path) -> None:
    source = source_of(1, 2, 3)
    writer, reader = EmbeddedEngine(tmp_path, source), EmbeddedEngine(tmp_path, source)
    writer.sync()
    assert found(reader) == {1, 2, 3}
    source.put(entry(4, "skola", np.ones(DIM)))
    writer.sync()
    source.read.clear()
    reader.refresh()
    assert found(reader) == {1, 2, 3, 4}
    assert source.read == [], "what stands on disk is not read from the source again"


def test_what_a_killed_writer_did_not_write_is_found(tmp_path: Path) -> None:
    source = source_of(1, 2, 3)
    EmbeddedEngine(tmp_path, source).sync()
    source.put(entry(4, "park", np.ones(DIM)))
    source.remove(1)
    engine = EmbeddedEngine(tmp_path, source)
    assert found(engine) == {2, 3, 4}
    assert engine.document_frequency(["skola", "park"]) == {"skola": 2, "park": 1}


def test_a_vector_that_comes_later_is_found_without_a_new_generation(tmp_path: Path) -> None:
    source = source_of(1, 2)
    late = source.held.pop(2)
    engine = EmbeddedEngine(tmp_path, source)
    changes = source.changes
    source.changes = lambda since: type(changes(since))(source.generation, (1, 2), ())  # type: ignore[method-assign]
    assert found(engine) == {1}
    source.held[2] = late
    assert engine.refresh()
    assert found(engine) == {1, 2}


def test_a_change_of_model_takes_all_vectors_anew(tmp_path: Path) -> None:
    source = source_of(1, 2)
    engine = EmbeddedEngine(tmp_path, source)
    engine.sync()
    assert found(engine) == {1, 2}
    source.name, source.dim = "model-b", 4
    source.held = {1: entry(1, "skola", [0, 1, 0, 0])}
    source.put_in, source.removed_in = {1: 1}, {2: 1}
    source.generation += 1
    engine.refresh()
    assert [one.passage for one in engine.dense(np.array([0, 1, 0, 0], np.float32), 9, where=ANY)] == [1]
    engine.sync()
    assert EmbeddedEngine(tmp_path, source).status().passages == 1


def test_a_vector_of_another_length_is_refused_with_both_lengths(tmp_path: Path) -> None:
    engine = EmbeddedEngine(tmp_path, source_of(1))
    with pytest.raises(EngineError, match=r"\(4,\).*32"):
        engine.dense(np.ones(4, np.float32), 1, where=ANY)


@pytest.mark.parametrize("suffix", [".faiss", ".postings"])
def test_a_cut_file_is_noticed_and_the_writer_mends_it(tmp_path: Path, suffix: str) -> None:
    source = source_of(1, 2, 3)
    EmbeddedEngine(tmp_path, source).sync()
    (path,) = tmp_path.glob(f"*{suffix}")
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(HomeDamagedError, match=f"{path.name}.*check --repair"):
        found(EmbeddedEngine(tmp_path, source))
    assert EmbeddedEngine(tmp_path, source).problems() == (f"{path.name} är skadad",)
    EmbeddedEngine(tmp_path, source).sync()
    assert EmbeddedEngine(tmp_path, source).problems() == ()
    assert found(EmbeddedEngine(tmp_path, source)) == {1, 2, 3}


def test_an_exchanged_file_of_the_same_size_is_noticed(tmp_path: Path) -> None:
    first, second = source_of(1, 2, 3), source_of(4, 5, 6)
    for name, source in (("a", first), ("b", second)):
        EmbeddedEngine(tmp_path / name, source).sync()
    (theirs,), (ours,) = (tmp_path / "b").glob("*.faiss"), (tmp_path / "a").glob("*.faiss")
    assert theirs.stat().st_size == ours.stat().st_size
    theirs.replace(ours)
    with pytest.raises(HomeDamagedError, match="är inte den fil som skrevs"):
        found(EmbeddedEngine(tmp_path / "a", first))


def test_a_damaged_manifest_is_noticed_and_mended(tmp_path: Path) -> None:
    source = source_of(1)
    EmbeddedEngine(tmp_path, source).sync()
    path = tmp_path / "manifest.json"
    path.write_text(path.read_text().replace('\\"generation\\": 1', '\\"generation\\": 2'))
    with pytest.raises(HomeDamagedError, match=r"manifest\.json är skadad"):
        found(EmbeddedEngine(tmp_path, source))
    EmbeddedEngine(tmp_path, source).sync()
    assert found(EmbeddedEngine(tmp_path, source)) == {1}


def test_problems_are_told_in_plain_words(tmp_path: Path) -> None:
    source = source_of(1, 2, 3)
    engine = EmbeddedEngine(tmp_path, source)
    assert engine.problems() == ("sökindexet saknas",)
    engine.sync()
    assert engine.problems() == ()
    source.remove(1, 2)
    source.put(entry(4, "park", np.ones(DIM)))
    assert engine.problems() == (
        "1 passager saknas i sökindexet",
        "2 passager i sökindexet finns inte i katalogen",
    )
    (tmp_path / "manifest.json").write_text("{")
    assert len(engine.problems()) == 1
    source.name = "model-b"
    engine.sync()
    source.name = "model-c"
    assert engine.problems() == ("sökindexet är gjort med modellen model-b",)


def test_status_names_the_kind_and_the_bytes_on_disk(tmp_path: Path) -> None:
    engine = EmbeddedEngine(tmp_path, source_of(1, 2))
    engine.sync()
    status = engine.status()
    on_disk = sum(path.stat().st_size for suffix in (".faiss", ".postings") for path in tmp_path.glob(f"*{suffix}"))
    assert (status.kind, status.passages, status.generation, status.size_bytes) == ("exact", 2, 1, on_disk)


def test_status_tells_what_another_wrote_meanwhile(tmp_path: Path) -> None:
    source = source_of(1, 2)
    reader, writer = EmbeddedEngine(tmp_path, source), EmbeddedEngine(tmp_path, source)
    assert reader.status().size_bytes == 0
    writer.sync()
    first = reader.status().size_bytes
    assert first > 0
    source.put(entry(9, "park", np.ones(DIM)))
    writer.sync()
    assert reader.status().size_bytes > first


def test_random_additions_and_removals_equal_brute_force(tmp_path: Path) -> None:
    source, draw = MemorySource(), np.random.default_rng(4)
    writer, reader = EmbeddedEngine(tmp_path, source), EmbeddedEngine(tmp_path, source)
    plain, next_id = BruteForce(source), 1
    for round_ in range(25):
        count = int(draw.integers(1, 30))
        words = [" ".join(draw.choice(["skola", "buss", "park"], 4)) for _ in range(count)]
        source.put(*(entry(next_id + i, words[i], draw.standard_normal(DIM)) for i in range(count)))
        next_id += count
        source.remove(*(int(id_) for id_ in draw.choice(sorted(source.held), len(source.held) // 4, replace=False)))
        if round_ % 3 == 0:
            writer.sync()
        reader.refresh()
        vector = unit(draw.standard_normal(DIM))
        dense, expected = reader.dense(vector, 8, where=ANY), plain.dense(vector, 8, where=ANY)
        assert [one.passage for one in dense] == [one.passage for one in expected]
        lexical, right = reader.lexical({"skola": 1.0}, 8, where=ANY), plain.lexical({"skola": 1.0}, 8, where=ANY)
        assert [one.score for one in lexical] == pytest.approx([one.score for one in right])
        assert [one.passage for one in lexical] == [one.passage for one in right]


def test_opening_imports_no_faiss() -> None:
    code = "import sys; import index.embedded, index.catalogue_entries; print('faiss' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
