from __future__ import annotations

from dataclasses import replace

from corpus.case import Step
from corpus.decision import Status
from tests.ui.web.made import CASE, HOSTILE, WAITS
from ui.web.case_view import case_view
from ui.web.desk import Desk


def test_the_table_of_demands(desk: Desk) -> None:
    html = case_view(CASE, desk).split("<table")[1].split("</table>")[0]
    first, second = html.split("<tr>")[2:]
    expected = (
        '<th scope="row">1</th>', "kommunen öppnar en KAST-mottagning", "?kalla=motion.pdf&amp;stycke=3", ">Beslutat<",
        ">Avslås<", "<strong>Kommunfullmäktige</strong> · 27 februari 2024 · §\u00a022",
        "?kalla=protokoll.pdf&amp;stycke=2", "Protokoll kommunfullmäktige, 2024-02-27, s. 1, st. 2",
        "Skäl", "?kalla=mapp%2Fsvar.pdf&amp;stycke=4", "s. 1–2, st. 4",
    )  # fmt: skip
    assert [words for words in expected if words not in first] == []
    assert [words for words in (">Föreslaget<", ">Besvaras<") if words not in second] == []


def test_the_steps_from_motion_to_decision(desk: Desk) -> None:
    steps = case_view(CASE, desk).split('<ol class="timeline">')[1].split("</ol>")[0].split("<li")[1:]
    assert [step.split('class="when">')[1].split("<")[0] for step in steps] == [
        "1 september 2021", "27 oktober 2023", "27 februari 2024",
    ]  # fmt: skip
    assert "Motionen väcks" in steps[0]
    assert '>Föreslaget</span> <span class="badge outcome tone-no">Avslås<' in steps[1]
    assert "Besvaras" in steps[1]
    assert "<strong>Kommunfullmäktige</strong> §\u00a022" in steps[2]
    assert all('class="cite"' in step for step in steps)


def test_the_motion_begins_its_case_and_proposes_to_nobody(desk: Desk) -> None:
    put = Step("2021-09-01", None, Status.PROPOSED, "motion.pdf", None, 1)
    steps = case_view(replace(CASE, timeline=(put, *CASE.timeline)), desk).split('<ol class="timeline">')[1]
    first, second = steps.split("<li")[1:3]
    assert "1 september 2021</span> <strong>Motionen väcks</strong>" in first
    assert "Föreslaget" not in first
    assert "27 oktober 2023</span> förslag till <strong>Kommunfullmäktige</strong>" in second
    assert "Okänt organ" not in steps


def test_the_papers_and_why_they_belong(desk: Desk) -> None:
    html = case_view(CASE, desk).split('<ul class="papers">')[1]
    assert html.index("?kalla=motion.pdf") < html.index("?kalla=mapp%2Fsvar.pdf") < html.index("?kalla=protokoll.pdf")
    assert "diarienummer KS 2021-845" in html


def test_a_case_that_waits_says_how_long(desk: Desk) -> None:
    html = case_view(WAITS, desk)
    assert "<strong>har väntat på beslut i 4 år och 6 månader</strong>" in html
    assert ">Obesvarat<" in html
    assert "Inga yrkanden hittades" in case_view(replace(WAITS, demands=(), demand_files=()), desk)


def test_a_paper_that_has_gone_is_still_named(desk: Desk) -> None:
    gone = replace(CASE.outcomes[0], file="borta.pdf", reason_file=None)
    assert ">borta.pdf</a>" in case_view(replace(CASE, outcomes=(gone,)), desk)


def test_text_is_escaped(desk: Desk) -> None:
    demand = replace(CASE.demands[0], text=HOSTILE)
    html = case_view(replace(CASE, title=HOSTILE, demands=(demand, CASE.demands[1])), desk)
    assert "<script" not in html
    assert "<img" not in html
