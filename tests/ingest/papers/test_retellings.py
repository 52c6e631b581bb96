from __future__ import annotations

from corpus.case import Retelling
from ingest.papers.decided import with_decisions
from ingest.papers.resolve import Member, case_demands
from ingest.papers.retellings import retellings_of
from tests.ingest.papers.paper_made import document

MOTION = with_decisions(
    document(
        "Vi yrkar\n- att en hundrastgård byggs på Berget\n- att fler papperskorgar sätts upp i parken",
        "motion",
        file="motion.pdf",
    )
)
MINUTES = with_decisions(
    document(
        "Lotta Ek (KD) föreslår i en motion att en hundrastgård byggs på Berget och att fler papperskorgar sätts upp.\n"
        "# Beslut\nMotionen avslås.",
        "protokoll",
        body="Kommunfullmäktige",
        date="2020-05-01",
        section="§ 5",
        file="kf.pdf",
    )
)
OTHER = with_decisions(
    document(
        "Kim Al (S) föreslår i en motion att skolmaten lagas från grunden i alla skolor.", "protokoll", file="x.pdf"
    )
)


def test_minutes_tell_each_demand_of_the_motion() -> None:
    members = (Member(MOTION), Member(MINUTES, "§ 5"), Member(OTHER))
    demands, file = case_demands(members)
    assert retellings_of(demands, file, members) == (Retelling(1, "kf.pdf", 1), Retelling(2, "kf.pdf", 1))


def test_the_demands_themselves_are_told_by_nobody() -> None:
    demands, file = case_demands((Member(MOTION),))
    assert retellings_of(demands, file, (Member(MOTION),)) == ()
