"""One made course, for the tests of what is kept of it and told about it."""

from __future__ import annotations

from bench.peers.measure import Course
from bench.peers.protocol import Decided, Found, Reply

TEXT = "Motionens första förslag avslås."
REPLY = Reply((Found("a.pdf", TEXT, (1,), 0.5),), False, Decided("avslås", "adopted", "krav", "beslut", "a.pdf"))
COURSE = Course(
    index_s=2.0,
    index_cpu_s=1.0,
    indexed_passages=5,
    add_s=1.0,
    add_cpu_s=0.5,
    delete_s=0.6,
    delete_cpu_s=0.4,
    running_add_s=0.3,
    running_add_cpu_s=0.2,
    running_delete_s=0.1,
    running_delete_cpu_s=0.05,
    ready_s=0.2,
    latencies=(0.1, 0.2),
    passages=6,
    index_peak=10,
    ask_peak=9,
    disk=8,
    copies=3,
    restart_right=True,
    forgotten=True,
    replies={"q": REPLY},
)
