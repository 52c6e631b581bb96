from __future__ import annotations

from ingest.batch.findings import Area, Finding


def test_areas_read_as_swedish() -> None:
    assert f"{Area.VECTORS}: {Finding(Area.VECTORS, '2 passager saknar vektor.').message}" == (
        "vektorerna mot passagerna: 2 passager saknar vektor."
    )


def test_nothing_counts_as_repaired_unless_said() -> None:
    assert not Finding(Area.FILES, "x").repaired
