from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.batch.report import FailedFile, Phase, Progress, Report
from tests.ui.web.made import HOSTILE
from ui.texts import texts
from ui.web.indexing import Job
from ui.web.job_view import job_view, time_left

SWEDISH = texts("sv")
PROGRESS = Progress(Phase.READING, HOSTILE, 3, 12, 20, 80, 25.0, 150.0)
REPORT = Report(10, 2, 0, 1, 5, 0, (FailedFile(HOSTILE, "PDF-filen är låst.", "Spara om den."),), 17, 1, 1, 1, 1, 9.0)


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(None, "beräknar tiden som är kvar"), (59.9, "mindre än en minut kvar"), (60.0, "ungefär en minut kvar"),
     (150.0, "ungefär 2 minuter kvar"), (7200.0, "ungefär 120 minuter kvar")],
)  # fmt: skip
def test_time_left(seconds: float | None, expected: str) -> None:
    assert time_left(seconds, SWEDISH) == expected


def test_a_run_shows_how_far_it_has_come() -> None:
    html = job_view(Job(running=True, progress=PROGRESS), SWEDISH)
    assert "3 av 12 handlingar inlästa · ungefär 2 minuter kvar" in html
    assert '<progress value="3" max="12" aria-label="Inläsning">' in html
    assert "<script" not in html


def test_before_the_number_of_papers_is_known() -> None:
    html = job_view(Job(running=True, progress=replace(PROGRESS, phase=Phase.LOOKING, documents_total=0)), SWEDISH)
    assert "Letar efter nya och ändrade filer" in html
    assert '<progress aria-label="Inläsning">' in html
    assert "Inläsningen startar" in job_view(Job(running=True), SWEDISH)


def test_every_phase_has_words() -> None:
    for phase in Phase:
        assert SWEDISH.known(f"job.phase_{phase.name.lower()}")


def test_the_end_tells_what_came_of_it() -> None:
    html = job_view(Job(report=REPORT), SWEDISH)
    assert "10 nya, 2 ändrade, 1 borttagna och 5 oförändrade. Samlingen har nu 17 handlingar." in html
    assert "En fil kunde inte läsas:" in html
    assert "PDF-filen är låst. Spara om den." in html
    assert "<script" not in html
    assert job_view(Job(error="<x>"), SWEDISH) == '<p class="error" role="alert">&lt;x&gt;</p>'
    assert job_view(Job(), SWEDISH) == ""
