from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.decision import Disposition
from corpus.document import Document, DocumentType, Part, Person
from ingest.papers.cases import relate, tie_cases
from ingest.papers.decided import with_decisions
from ingest.papers.several import Motion, deals_with_several, items_of_first, motion_of, named_in
from ingest.papers.units import all_units, units_of
from tests.ingest.papers.paper_made import document

KF, UTSKOTT = "Kommunfullmäktige", "Utskottet för lärande"
SCHOOL = Motion(frozenset({"bysjöskola"}), frozenset({"KS 2023-97"}), frozenset({"S"}), frozenset({"Aina Fors"}))
HOUSE = Motion(frozenset({"skolhusetibysjö"}), frozenset({"KS 2023-104"}), frozenset({"C"}), frozenset({"Per Grad"}))
BOTH = (SCHOOL, HOUSE)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Förslag till beslut beträffande motion 23KS97", {0}),
        ("Motion KS 2023/104", {1}),
        ("att motion med dnr KS 2023-97 avslås", {0}),
        ("att motionen om skolhuset i Bysjö bifalls", {1}),
        ("att avslå motionen om Bysjö skola", {0}),
        ("att motionen från Centerpartiet bifalls", {1}),
        ("att avslå S-motionen", {0}),
        ("att Per Grads (C) motion bifalls", {1}),
        ("att motion av Aina Fors (S) avslås", {0}),
        ("att avslå motionerna", {0, 1}),
        ("att anse båda motionerna besvarade", {0, 1}),
        ("att avslå motionen", set()),
        ("att avslå motionen i enlighet med Moderaternas yrkande", set()),
        ("att anslå 97 000 kronor", set()),
    ],
)
def test_which_motion_an_item_names(text: str, named: set[int]) -> None:
    assert named_in(text, BOTH) == named


def _letter(proposal: str, title: str = "Svar på två motioner om Bysjö skola") -> Document:
    asked = (
        "Aina Fors (S) föreslår att Bysjö skola drivs vidare till och med läsåret 2026/27. "
        "Per Grad (C) föreslår att byalaget får ta över skolhuset för en krona."
    )
    text = f"""
    # {title}
    {asked}
    # Bedömning
    Huset är gammalt.
    {proposal}
    """
    made = document(text, "motionssvar", title=title, date="2023-08-22", file="svar.pdf")
    part = replace(made.parts[0], dnr=("23KS97", "23KS104"))
    return with_decisions(replace(made, dnr=("23KS97", "23KS104"), bodies=(UTSKOTT,), parts=(part,)))


@pytest.mark.parametrize(
    "proposal",
    [
        "# Förslag till beslut beträffande motion 23KS97\n- att avslå motionen.\n"
        "# Förslag till beslut beträffande motion 23KS104\n- att bifalla motionen.",
        "# Förslag till beslut\nMotionen om Bysjö skola:\n- att avslå motionen.\nMotionen om skolhuset i Bysjö:\n"
        "- att bifalla motionen.",
        "# Förslag till beslut\n1. Motionen från Socialdemokraterna avslås.\n2. Motionen från Centerpartiet bifalls.",
        "# Förslag till beslut\n1. Motion KS 2023-97 avslås.\n2. Motion KS 2023-104 bifalls.",
    ],
)
def test_each_motion_has_its_own_items(proposal: str) -> None:
    letter = _letter(proposal)
    for motions, way in ((BOTH, "avslås"), (BOTH[::-1], "bifalls")):
        found = items_of_first(letter.decisions, letter, motions)
        assert [d.disposition.value for d in found if d.disposition is not Disposition.OVRIGT] == [way]


def test_what_names_no_motion_is_no_motions() -> None:
    letter = _letter("# Förslag till beslut\n1. Motionen avslås.\n2. Motionens första att-sats bifalls.")
    assert items_of_first(letter.decisions, letter, BOTH) == ()
    lone = _letter("# Motionen från Centerpartiet\nDen är bra.\n# Förslag till beslut\n1. Motionen avslås.")
    assert items_of_first(lone.decisions, lone, BOTH) == ()


def test_what_is_about_all_or_no_motion_is_every_motions() -> None:
    letter = _letter("# Förslag till beslut\n1. Motionerna avslås.\n2. Rektor får i uppdrag att måla om salen.")
    assert len(items_of_first(letter.decisions, letter, BOTH)) == 2


@pytest.mark.parametrize(
    ("title", "text", "dnr", "several"),
    [
        ("Svar på två motioner om skolan", "Text.", (), True),
        ("Svar på motion om bad och motion om bastu", "Text.", (), True),
        ("Motioner om skolan", "Text.", ("KS 2023-1", "KS 2023-2"), True),
        (
            "Svar på motion om skolan",
            "Motion KS 2023-1 och motion KS 2023-2 hör ihop.",
            ("KS 2023-1", "KS 2023-2"),
            True,
        ),
        ("Svar på motion om skolan", "Motion KS 2022-1 har fått nytt nummer.", ("KS 2022-1", "KS 2023-2"), False),
        ("Svar på motion om två skolor", "Text.", ("KS 2023-1",), False),
        ("Skolan", "Text.", ("KS 2023-1", "KS 2023-2"), False),
    ],
)
def test_which_papers_are_on_several(title: str, text: str, dnr: tuple[str, ...], several: bool) -> None:
    made = document(f"# {title}\n{text}", "tjänsteskrivelse", title=title)
    part = replace(made.parts[0], dnr=dnr)
    (unit,) = units_of(replace(made, dnr=dnr, parts=(part,)))
    assert deals_with_several(unit) is several


def _motion(file: str, title: str, demand: str, mover: Person) -> Document:
    text = f"# Motion: {title}\nJag yrkar\n- att {demand}\n{mover.name} ({mover.party})"
    made = document(text, "motion", title=f"Motion: {title}", date="2023-02-27", file=file)
    return with_decisions(replace(made, party=(mover.party or "",), movers=(mover,)))


SCHOOL_MOTION = _motion(
    "m1.pdf", "Bysjö skola", "Bysjö skola drivs vidare till och med läsåret 2026/27", Person("Aina Fors", "S")
)
HOUSE_MOTION = _motion(
    "m2.pdf", "Skolhuset i Bysjö", "byalaget får ta över skolhuset för en krona", Person("Per Grad", "C")
)


def _council(first: str, second: str) -> Document:
    """Minutes with one § for each motion."""
    text = f"""
    # § 82 Motion om Bysjö skola
    Aina Fors (S) föreslår i en motion att Bysjö skola drivs vidare till och med läsåret 2026/27.
    # Beslut
    {first}
    # § 83 Motion om skolhuset i Bysjö
    Per Grad (C) föreslår i en motion att byalaget får ta över skolhuset för en krona.
    # Beslut
    {second}
    """
    made = document(text, "protokoll", body=KF, date="2023-10-30", file="kf.pdf")
    parts = (
        Part(DocumentType.PROTOKOLL, 1, 4, "§ 82", "Motion om Bysjö skola", ("23KS97",), KF, "2023-10-30"),
        Part(DocumentType.PROTOKOLL, 5, 8, "§ 83", "Motion om skolhuset i Bysjö", ("23KS104",), KF, "2023-10-30"),
    )
    return with_decisions(replace(made, dnr=("23KS97", "23KS104"), parts=parts))


def _outcomes(*documents: Document) -> dict[str, list[tuple[int, str, str]]]:
    return {
        case.title: [(o.demand, o.disposition.value, o.file) for o in case.outcomes]
        for case in tie_cases(documents)
        if case.demands
    }


PROPOSED = (
    "# Förslag till beslut beträffande motion 23KS97\n- att avslå motionen.\n"
    "# Förslag till beslut beträffande motion 23KS104\n- att bifalla motionen."
)


def test_a_letter_on_two_motions_leaves_them_two_cases() -> None:
    council = _council(
        "Kommunfullmäktige beslutar att avslå motionen.", "Kommunfullmäktige beslutar att bifalla motionen."
    )
    papers = (SCHOOL_MOTION, HOUSE_MOTION, _letter(PROPOSED), council)
    assert _outcomes(*papers) == {
        "Bysjö skola": [(1, "avslås", "kf.pdf")],
        "Skolhuset i Bysjö": [(1, "bifalls", "kf.pdf")],
    }
    cases = {case.title: case for case in tie_cases(papers)}
    assert [(c.dnr, c.files) for c in cases.values()] == [
        (("23KS97",), ("m1.pdf", "svar.pdf", "kf.pdf")),
        (("23KS104",), ("m2.pdf", "svar.pdf", "kf.pdf")),
    ]
    reasons = [tie.reason for case in cases.values() for tie in case.ties if tie.file == "svar.pdf"]
    assert reasons == [f"om flera motioner, bland dem ”{title}”" for title in cases]
    related = relate(papers).documents
    assert [(d.dnr) for d in related[:2]] == [("23KS97",), ("23KS104",)]
    assert [(d.disposition.value, d.body, d.demands) for d in related[2].decisions] == [
        ("avslås", KF, (1,)),
        ("bifalls", KF, (1,)),
    ]


def test_by_the_letter_alone_where_the_council_is_yet_to_decide() -> None:
    told = PROPOSED.replace("97", "97 (S)").replace("104", "104 från Centerpartiet")
    assert _outcomes(SCHOOL_MOTION, HOUSE_MOTION, _letter(told)) == {
        "Bysjö skola": [(1, "avslås", "svar.pdf")],
        "Skolhuset i Bysjö": [(1, "bifalls", "svar.pdf")],
    }
    untold: dict[str, list[tuple[int, str, str]]] = {"Bysjö skola": [], "Skolhuset i Bysjö": []}
    assert _outcomes(SCHOOL_MOTION, HOUSE_MOTION, _letter(PROPOSED)) == untold


def test_one_paragraf_on_both_motions() -> None:
    asked = (
        "Aina Fors (S) föreslår i motion 23KS97 att Bysjö skola drivs vidare till och med läsåret 2026/27. "
        "Per Grad (C) föreslår i motion 23KS104 att byalaget får ta över skolhuset för en krona."
    )
    text = f"""
    # § 82 Motioner om Bysjö skola
    {asked}
    # Beslut
    1. Motion 23KS97 avslås.
    2. Motion 23KS104 bifalls.
    """
    title = "Motioner om Bysjö skola"
    made = document(text, "protokoll", body=KF, date="2023-10-30", section="§ 82", title=title, file="kf.pdf")
    numbers = ("23KS97", "23KS104")
    council = with_decisions(replace(made, dnr=numbers, parts=(replace(made.parts[0], dnr=numbers),)))
    assert _outcomes(SCHOOL_MOTION, HOUSE_MOTION, council) == {
        "Bysjö skola": [(1, "avslås", "kf.pdf")],
        "Skolhuset i Bysjö": [(1, "bifalls", "kf.pdf")],
    }


def test_where_the_items_name_no_motion_there_is_no_outcome() -> None:
    untold = _letter("# Förslag till beslut\n1. Motionen avslås.")
    assert _outcomes(SCHOOL_MOTION, HOUSE_MOTION, untold) == {"Bysjö skola": [], "Skolhuset i Bysjö": []}
    kept = relate((SCHOOL_MOTION, HOUSE_MOTION, untold)).documents[2].decisions
    assert [d.disposition.value for d in kept] == ["avslås"]


def test_a_paper_of_several_that_is_tied_to_one_is_tied_as_any_other() -> None:
    alone = tie_cases((SCHOOL_MOTION, _letter("# Förslag till beslut\n1. Motionerna avslås.")))
    assert [case.files for case in alone] == [("m1.pdf", "svar.pdf")]
    assert not [unit for unit in all_units((SCHOOL_MOTION,)) if deals_with_several(unit)]


def test_a_motion_is_told_by_its_running_number() -> None:
    motion = document("# Motion om bad\nVi yrkar\n1. att ett bad byggs", "motion", title="Motion (2024:3) om bad")
    (unit,) = units_of(motion)
    told = motion_of([unit])
    assert named_in("Motion (2024:3) avslås", [told, HOUSE]) == {0}
    assert named_in("Motion 2024:9 avslås", [told, HOUSE]) == frozenset()
