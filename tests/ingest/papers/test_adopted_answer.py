from __future__ import annotations

import pytest

from corpus.document import Document
from ingest.papers.adopted_answer import ANSWER_ADOPTED, adopts_answer
from ingest.papers.decided import with_decisions
from ingest.papers.dispositions import verbs_in
from ingest.papers.resolve import Member, resolve
from tests.ingest.papers.paper_made import document

KF, KS = "Kommunfullmäktige", "Kommunstyrelsen"
TITLE = "Svar på motion om hundar"


@pytest.mark.parametrize(
    ("text", "asked", "adopts"),
    [
        ("att ställa sig bakom upprättat svar", True, True),
        ("att ställa sig bakom upprättat svar", False, False),
        ("Kommunfullmäktige ställer sig bakom kommunstyrelsens yttrande över motionen.", False, True),
        ("Fullmäktige godkänner svaret på medborgarförslaget.", False, True),
        ("Föreliggande motionssvar godkänns och läggs till handlingarna.", False, True),
        ("Upprättat svar antas.", True, True),
        ("Kommunfullmäktige ställer sig bakom förvaltningens bedömning.", True, True),
        ("att instämma i förvaltningens utlåtande", True, True),
        ("att ställa sig bakom svaret, innebärande att motionen avslås", True, False),
        ("Fullmäktige ställer sig bakom motionen.", True, False),
        ("att anta yttrande till länsstyrelsen", True, False),
        ("Planen antas.", True, False),
        ("att godkänna föredragningslistan, där svaret på motionen om bad utgår", True, False),
    ],
)
def test_an_answer_that_is_approved(text: str, *, asked: bool, adopts: bool) -> None:
    assert adopts_answer(text, verbs_in(text), asked=asked) == adopts


def paper(text: str, kind: str, *, body: str | None = None, date: str, title: str = TITLE) -> Document:
    section = "§ 5" if kind == "protokoll" else None
    made = document(text, kind, body=body, date=date, section=section, title=title, file=f"{kind}-{date}.pdf")
    return with_decisions(made)


MOTION = paper("Vi yrkar\n- att hundar får springa\n- att katter får sova", "motion", date="2020-01-01")
APPROVED = paper("# Beslut\n- att ställa sig bakom upprättat svar", "protokoll", body=KF, date="2020-05-01")


def resolved(*papers: Document) -> list[tuple[str | None, str, str, tuple[int, ...]]]:
    found = resolve([Member(MOTION), *(Member(one) for one in papers)])[-1].decisions
    return [(d.body, d.status.value, d.disposition.value, d.demands) for d in found]


def test_it_answers_where_nothing_tells_what_it_proposes() -> None:
    assert resolved(APPROVED) == [(KF, "adopted", "besvaras", (1, 2))]
    assert APPROVED.decisions[0].uncertain == (ANSWER_ADOPTED,)


@pytest.mark.parametrize(
    ("text", "kind", "body"),
    [
        ("# Förslag till beslut\nKommunfullmäktige beslutar att avslå motionen.", "motionssvar", None),
        ("# Beslut\nKommunstyrelsen föreslår kommunfullmäktige att avslå motionen.", "protokoll", KS),
        (
            "# Förslag till beslut\nKommunfullmäktige ställer sig bakom svaret.\n# Bedömning\nBehovet är litet. "
            "Mot den bakgrunden bör motionen avslås.",
            "motionssvar",
            None,
        ),
    ],
)
def test_it_decides_what_the_answer_proposes(text: str, kind: str, body: str | None) -> None:
    answer = paper(text, kind, body=body, date="2020-03-01")
    assert resolved(answer, APPROVED) == [(KF, "adopted", "avslås", (1, 2))]
    passed_on = paper(
        "# Beslut\nKommunstyrelsen föreslår kommunfullmäktige besluta\n- att ställa sig bakom upprättat svar",
        "protokoll",
        body=KS,
        date="2020-04-01",
    )
    assert resolved(answer, passed_on) == [(KF, "proposed", "avslås", (1, 2))]
    assert resolved(answer, passed_on, APPROVED) == [(KF, "adopted", "avslås", (1, 2))]


def test_it_decides_what_the_paragraf_itself_recounts() -> None:
    text = "# Kommunstyrelsens förslag\nMotionen bifalls.\n# Beslut\nUpprättat svar på motionen godkänns."
    assert resolved(paper(text, "protokoll", body=KF, date="2020-05-01")) == [(KF, "adopted", "bifalls", (1, 2))]


def test_a_later_proposal_and_one_that_answers_nothing_are_not_it() -> None:
    later = paper("# Förslag till beslut\nMotionen avslås.", "motionssvar", date="2020-06-01")
    other = paper("# Förslag till beslut\nKommunfullmäktige antar planen.", "tjänsteskrivelse", date="2020-03-01")
    assert resolved(later, other, APPROVED) == [(KF, "adopted", "besvaras", (1, 2))]


def test_beside_an_outcome_it_is_an_approval() -> None:
    text = "# Beslut\n- att motionen bifalls\n- att ställa sig bakom upprättat svar"
    both = [(KF, "adopted", "bifalls", (1, 2)), (KF, "adopted", "antas", ())]
    assert resolved(paper(text, "protokoll", body=KF, date="2020-05-01")) == both


def test_a_board_that_stands_behind_an_answer_prepares() -> None:
    board = paper(
        "# Beslut\nKommunstyrelsen ställer sig bakom upprättat svar.", "protokoll", body=KS, date="2020-04-01"
    )
    assert resolved(board) == [(KS, "adopted", "tillstyrks", ())]
