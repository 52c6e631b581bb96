from __future__ import annotations

from pathlib import Path

from corpus.errors import UnreadableError
from tests.ingest.batch.stand_ins import Counted, motion, stages


def test_the_stages_make_one_way_from_bytes_to_vectors(tmp_path: Path) -> None:
    (tmp_path / "ab.pdf").write_bytes(motion("KS 1", "att bada"))
    counted = Counted()
    made = stages(counted)
    ((_, reading),) = made.read_many([tmp_path / "ab.pdf"])
    assert not isinstance(reading, UnreadableError)
    related = made.relate([made.understand(reading, "m.pdf")])
    passages = made.passages_of(related.documents[0], related.cases)
    vectors = made.embedder.passages([passage.embed_text for passage in passages])
    assert [passage.embed_text for passage in passages][-1] == "Motion: demand att bada"
    assert vectors.shape == (4, made.embedder.dim)
    made.sync()
    assert counted.syncs == 1
