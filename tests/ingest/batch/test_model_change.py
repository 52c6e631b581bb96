from __future__ import annotations

from pathlib import Path

import pytest

from corpus.catalogue import Catalogue
from corpus.home import Home
from ingest.batch.model_change import ModelChange, change_model
from ingest.batch.pipeline import bring_up_to_date
from tests.ingest.batch.contents import put
from tests.ingest.batch.stand_ins import Counted, HashEmbedder, paper, stages


def test_the_old_model_answers_until_the_switch_and_going_back_is_instant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.batch.model_change.CHUNK", 2)
    home, folder = Home(tmp_path / "home"), tmp_path / "papers"
    put(folder, a=paper("text ett", "text två", "text tre"))
    bring_up_to_date([folder], home, stages())
    counted = Counted()
    seen: list[ModelChange] = []

    def listen(change: ModelChange) -> None:
        """While the new vectors are made, a batch brings another paper under the old model."""
        seen.append(change)
        if change.done == 2:
            put(folder, b=paper("text fyra"))
            bring_up_to_date([folder], home, stages())

    prepared: list[tuple[str | None, int]] = []
    synced: list[str | None] = []
    catalogue = Catalogue.open(home)
    done = change_model(
        home,
        HashEmbedder("ny", counted),
        listener=listen,
        prepare=lambda: prepared.append((catalogue.model(), len(catalogue.missing_vectors("ny")))),
        sync=lambda: synced.append(catalogue.model()),
    )
    assert prepared == [("fake", 0)], "all vectors are there, and the old model is still in use"
    assert seen == [ModelChange(2, 3, "fake"), ModelChange(3, 3, "fake")]
    assert done == ModelChange(4, 4, "ny")
    assert synced == ["ny"]
    assert len(counted.embedded) == 4
    assert catalogue.missing_vectors("ny") == ()
    back = Counted()
    change_model(home, HashEmbedder("fake", back))
    assert (catalogue.model(), back.embedded) == ("fake", [])


def test_a_change_that_was_killed_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.batch.model_change.CHUNK", 1)
    home, folder = Home(tmp_path / "home"), tmp_path / "papers"
    put(folder, a=paper("text ett", "text två", "text tre"))
    bring_up_to_date([folder], home, stages())

    def kill(change: ModelChange) -> None:
        if change.done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        change_model(home, HashEmbedder("ny", Counted()), listener=kill)
    assert Catalogue.open(home).model() == "fake"
    counted = Counted()
    change_model(home, HashEmbedder("ny", counted))
    assert len(counted.embedded) == 1
