from __future__ import annotations

from ingest.batch.meter import Meter
from ingest.batch.report import Phase, Progress


def test_rate_and_time_left_by_hand() -> None:
    now = [0.0]
    seen: list[Progress] = []
    meter = Meter(seen.append, clock=lambda: now[0])
    meter.begin(4, 400)
    first = seen[-1]
    assert first.eta is None
    now[0] = 2.0
    meter.read("a.pdf", pages=3, size=100)
    assert (seen[-1].file, seen[-1].documents, seen[-1].pages) == ("a.pdf", 1, 3)
    assert seen[-1].eta == 6.0  # 300 bytes left at 50 a second
    meter.phase(Phase.EMBEDDING)
    now[0] = 12.0
    meter.embedded(40, 100)
    assert seen[-1].rate == 4.0
    assert seen[-1].eta == 36.0  # and 300 bytes left to embed at 10 a second
    now[0] = 20.0
    meter.phase(Phase.WRITING)
    now[0] = 21.0
    meter.embedded(10, 0)
    assert seen[-1].rate == 50 / 11  # writing does not count
    meter.phase(Phase.DONE)
    assert seen[-1].phase is Phase.DONE
    assert seen[-1].eta == 0.0
