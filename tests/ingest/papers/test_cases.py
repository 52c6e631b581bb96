from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.case import Tie
from corpus.decision import Disposition, Status
from corpus.document import Document
from ingest.papers.cases import relate, tie_cases, tie_keys, unanswered
from tests.ingest.papers.case_made import T, decision, document, minutes, paragraf

BIFALLS, AVSLAS, OVRIGT = Disposition.BIFALLS, Disposition.AVSLAS, Disposition.OVRIGT
BESVARAS = Disposition.BESVARAS
ADOPTED, PROPOSED = Status.ADOPTED, Status.PROPOSED
DEMANDS = ("kommunen bygger en ny hundrastgård på Berget under året", "kommunen sätter upp fler papperskorgar i parken")


def _case() -> tuple[Document, Document, Document]:
    motion = document(
        "motion.pdf", T.MOTION, "Motion om hundrastgård på Berget", "2016-06-13", demands=DEMANDS, party=("KD",)
    )
    answer = document(
        "svar.pdf",
        T.MOTIONSSVAR,
        "Svar på motion (KD) om hundrastgård på Berget",
        "2017-01-12",
        dnr=("SBN 2016-290", "KS/2016:377"),
        demands=DEMANDS,
        decisions=(decision("Motionen avslås.", AVSLAS, 5, demands=(1, 2), status=PROPOSED, date="2017-01-12"),),
    )
    day = "2017-04-25"
    parts = (
        paragraf("§ 61", "Val av ledamot", 1, 3, "Kommunfullmäktige", day, "KS 2017-1"),
        paragraf("§ 62", "Hundrastgård på Berget", 4, 8, "Kommunfullmäktige", day, "KS 2016-377"),
    )
    items = (
        decision("Anna väljs.", OVRIGT, 2, section="§ 61", date=day),
        decision("Motionens första att-sats avslås.", AVSLAS, 5, demands=(1,), section="§ 62", date=day),
        decision("Motionens andra att-sats bifalls.", BIFALLS, 6, demands=(2,), section="§ 62", date=day, item=2),
    )
    return motion, answer, minutes("kf.pdf", "Kommunfullmäktige", day, *parts, decisions=items)


def test_the_case_of_a_motion() -> None:
    case = next(case for case in tie_cases(_case()) if len(case.files) > 1)
    assert case.key == "KS 2016-377"
    assert case.title == "Hundrastgård på Berget"
    assert case.party == "KD"
    assert case.dnr == ("KS/2016:377", "SBN 2016-290")
    assert case.files == ("motion.pdf", "svar.pdf", "kf.pdf")
    assert case.opened == "2016-06-13"
    assert [(d.n, d.text) for d in case.demands] == list(enumerate(DEMANDS, 1))
    assert case.demand_files == ("motion.pdf", "motion.pdf")
    assert [(o.demand, o.disposition, o.status, o.file) for o in case.outcomes] == [
        (1, AVSLAS, ADOPTED, "kf.pdf"),
        (2, BIFALLS, ADOPTED, "kf.pdf"),
    ]
    assert [(s.date, s.body, s.status, s.section) for s in case.timeline] == [
        ("2016-06-13", None, PROPOSED, None),
        ("2017-01-12", "Kommunfullmäktige", PROPOSED, None),
        ("2017-04-25", "Kommunfullmäktige", ADOPTED, "§ 62"),
    ]
    assert Tie("kf.pdf", "§ 62", "diarienummer KS 2016-377") in case.ties


def test_another_paragraf_of_the_minutes_is_another_case() -> None:
    other = next(case for case in tie_cases(_case()) if case.key == "KS 2017-1")
    assert (other.files, other.title, other.demands) == (("kf.pdf",), "Val av ledamot", ())


def test_a_motion_takes_its_cases_number_and_says_so() -> None:
    motion = next(d for d in relate(_case()).documents if d.file == "motion.pdf")
    assert motion.dnr == ("KS/2016:377", "SBN 2016-290")
    assert motion.warnings == ("diarienummer taget ur ärendet, det står inte i handlingen",)


def test_a_paper_that_asks_and_decides_nothing_is_no_case() -> None:
    assert tie_cases([document("policy.pdf", T.POLICY, "Policy", dnr=("KS 2020-1",))]) == ()


def test_two_matters_under_one_number_have_two_keys() -> None:
    made = [
        document("m1.pdf", T.MOTION, "Motion om hundar i parken", "2021-01-01", dnr=("KS 2021-1",)),
        document("m2.pdf", T.MOTION, "Motion om taxor på badet", "2021-01-02", dnr=("KS 2021-1",)),
    ]
    assert [case.key for case in tie_cases(made)] == ["KS 2021-1", "KS 2021-1 · m2.pdf"]


def test_documents_that_share_no_key_do_not_change_each_other() -> None:
    motion, answer, kf = _case()
    alone = document(
        "x.pdf", T.MOTIONSSVAR, "Svar på motion (V) om avgiftsfri kulturskola", "2018-10-25", dnr=("KS 2018-187",)
    )
    shared = tie_keys(motion) | tie_keys(answer) | tie_keys(kf)
    assert shared & tie_keys(alone) == frozenset()
    with_it = {case for case in tie_cases([motion, answer, kf, alone]) if "x.pdf" not in case.files}
    assert with_it == set(tie_cases([motion, answer, kf]))


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_of_documents_does_not_matter(order: tuple[int, int, int]) -> None:
    made = _case()
    assert tie_cases([made[i] for i in order]) == tie_cases(made)


def test_unanswered_motions_with_their_age() -> None:
    motion, answer, kf = _case()
    young = document(
        "ny.pdf", T.MOTION, "Motion om ny bro", "2017-04-01", demands=("kommunen bygger en ny bro över ån",)
    )
    (only,) = unanswered(tie_cases([motion, answer, kf, young]), today="2017-05-01")
    assert (only.case.title, only.days) == ("Ny bro", 30)
    first, second = unanswered(tie_cases([motion, answer, young]), today="2017-05-01")
    assert (first.days, second.days) == (322, 30)


def test_a_number_without_letters_is_of_the_board_of_the_whole_municipality() -> None:
    title = "Svar på motion (V) om toaletter i stadens parker"
    board = document("n.pdf", T.MOTIONSSVAR, title, "2021-09-14", dnr=("N310-0188/21",))
    office = document("s.pdf", T.MOTIONSSVAR, title, "2022-02-16", dnr=("0572/21",))
    (case,) = tie_cases((board, office))
    assert case.dnr == ("0572/21", "N310-0188/21")


def _two_motions_in_one_paragraf() -> tuple[Document, ...]:
    benches = document(
        "b.pdf", T.MOTION, "Fler bänkar vid ån", "2021-02-01", demands=("bänkar ställs ut", "bänkarna lackeras")
    )
    boats = document("e.pdf", T.MOTION, "Eka åt alla", "2021-03-01", demands=("ekor lånas ut", "bryggan byggs om"))
    day = "2021-09-27"
    part = paragraf("§ 70", "Svar på motioner om ån", 1, 9, "Kommunfullmäktige", day, "KS 2021-5", "KS 2021-9")
    items = (
        decision("motionen Fler bänkar vid ån avslås i den första delen", AVSLAS, 3, section="§ 70", date=day, item=1),
        decision("motionen Fler bänkar vid ån i övrigt bifalls", BIFALLS, 4, section="§ 70", date=day, item=2),
        decision("motionen Eka åt alla avslås", AVSLAS, 5, section="§ 70", date=day, item=3),
    )
    return benches, boats, minutes("kf.pdf", "Kommunfullmäktige", day, part, decisions=items)


def test_a_paragraf_that_decides_two_motions_is_of_both_cases() -> None:
    related = relate(_two_motions_in_one_paragraf())
    outcomes = {case.title: [(o.demand, o.disposition) for o in case.outcomes] for case in related.cases}
    assert outcomes == {
        "Fler bänkar vid ån": [(1, AVSLAS), (2, BIFALLS)],
        "Eka åt alla": [(1, AVSLAS), (2, AVSLAS)],
    }
    (kf,) = (document for document in related.documents if document.file == "kf.pdf")
    assert [(d.item, d.demands) for d in kf.decisions] == [(1, (1,)), (2, (2,)), (3, (1, 2))]


def test_such_a_paragraf_shares_a_key_with_each_motion() -> None:
    benches, boats, kf = _two_motions_in_one_paragraf()
    assert tie_keys(benches) & tie_keys(kf)
    assert tie_keys(boats) & tie_keys(kf)


_FIRST = ("motionen Fler bänkar vid ån bifalls i den första delen", BIFALLS)


@pytest.mark.parametrize(
    "rest",
    [
        "motionerna i övrigt avslås",
        "motionerna avslås i övrigt",
        "i övrigt avslås motionerna",
        "övriga yrkanden i motionerna avslås",
        "resterande yrkanden i de båda motionerna avslås",
        "övriga yrkanden i motionerna Fler bänkar vid ån och Eka åt alla avslås",
    ],
)
@pytest.mark.parametrize(
    ("item", "boats"),
    [
        (("motionen Eka åt alla bifalls i den andra delen", BIFALLS), (AVSLAS, BIFALLS)),
        (("motionen Eka åt alla anses besvarad", BESVARAS), (BESVARAS, BESVARAS)),
    ],
)
def test_the_rest_of_two_motions_in_one_paragraf(
    item: tuple[str, Disposition], boats: tuple[Disposition, ...], rest: str
) -> None:
    benches, other, kf = _two_motions_in_one_paragraf()
    made = tuple(
        decision(text, given, 2 + n, section="§ 70", date=kf.date, item=n)
        for n, (text, given) in enumerate((_FIRST, item, (rest, AVSLAS)), 1)
    )
    related = relate((benches, other, replace(kf, decisions=made)))
    outcomes = {case.title: tuple(o.disposition for o in case.outcomes) for case in related.cases}
    assert outcomes == {"Fler bänkar vid ån": (BIFALLS, AVSLAS), "Eka åt alla": boats}


def test_a_case_is_not_called_after_the_name_of_a_kind_of_paper() -> None:
    made = (
        document("m.pdf", T.MEDBORGARFORSLAG, "Medborgarmotion", "2022-12-05", dnr=("KS 2022-340",), demands=DEMANDS),
        document("s.pdf", T.TJANSTESKRIVELSE, "Medborgarmotion om hundrastgård", "2023-04-04", dnr=("KS 2022-340",)),
    )
    assert [case.title for case in tie_cases(made)] == ["Hundrastgård"]
    assert [case.title for case in tie_cases(made[:1])] == ["Medborgarmotion"]
