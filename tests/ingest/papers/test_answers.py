from __future__ import annotations

import pytest

from corpus.decision import Disposition
from ingest.papers.answers import LIMITED, WITHOUT_ACTION, answers_in
from ingest.papers.targets import UNCLEAR, numbers_of

DEMANDS = (
    "Kommunen inrättar en fritidsbank i varje tätort",
    "Busskort för seniorer över 75 år införs",
    "Antalet laddstolpar vid badplatserna fördubblas",
    "Skolgårdarna öppnas för föreningslivet på kvällar",
)
ALL = (1, 2, 3, 4)


def read(text: str, body: str = "Kommunfullmäktige", *, states: bool = False) -> list[tuple[str, tuple[int, ...]]]:
    """Each disposition with its demands, "i övrigt" still meaning all."""
    return [(a.disposition.value, numbers_of(a.target, DEMANDS)[0]) for a in answers_in(text, body=body, states=states)]


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("anse motionen besvarad", [("besvaras", ALL)]),
        ("avslå motionens första att-sats", [("avslås", (1,))]),
        ("Första yrkandet bifalls", [("bifalls", (1,))]),
        ("yrkande ett och två anses besvarade", [("besvaras", (1, 2))]),
        ("Motionens förslag om laddstolpar avslås", [("avslås", (3,))]),
        ("Motionen lämnas utan vidare åtgärd", [("avslås", ALL)]),
        ("Motionen föranleder ingen åtgärd", [("avslås", ALL)]),
        ("Motionärens andra punkt tillgodoses", [("bifalls", (2,))]),
        ("Motionen bör inte bifallas", [("avslås", ALL)]),
        ("Inget av motionens yrkanden bifalls", [("avslås", ALL)]),
        (
            "Motionen anses besvarad utom i frågan om laddstolpar, där motionen bifalls",
            [("besvaras", (1, 2, 4)), ("bifalls", (3,))],
        ),
        (
            "Motionen bifalls delvis på så sätt att att-sats 1 bifalls och att-sats 2 avslås",
            [("bifalls", (1,)), ("avslås", (2,))],
        ),
        ("Motionen bifalls delvis genom att busskort införs för den som fyllt 80 år", [("delvis bifalls", ALL)]),
        ("Kommunfullmäktige avslår återremissyrkandet", [("övrigt", ())]),
        ("Yrkandet om återremiss avslås", [("övrigt", ())]),
        ("Motionens andemening bifalls", [("bifalls", ALL)]),
        ("Att motionen må anses besvarad med det anförda och ej föranleda vidare åtgärd", [("besvaras", ALL)]),
        ("Motionen anses besvarad och lämnas därmed utan ytterligare åtgärd", [("besvaras", ALL)]),
        ("Yrkande 1 anses besvarat och yrkande 2 lämnas utan åtgärd", [("besvaras", (1,)), ("avslås", (2,))]),
        ("bifalla andan i motionen och därmed anse densamma besvarad", [("besvaras", ALL)]),
        ("bifalla motionärens syfte i yrkande 2, varmed yrkandet anses besvarat", [("besvaras", (2,))]),
        ("bifalla intentionerna i motionen", [("bifalls", ALL)]),
        ("att motionen icke måtte föranleda någon åtgärd", [("avslås", ALL)]),
        ("att motionen måtte bifallas", [("bifalls", ALL)]),
        ("att motionen i vad den angår busskort bifalles", [("bifalls", (2,))]),
        ("att motionen till den del den rör laddstolpar avslås", [("avslås", (3,))]),
        ("bifalla motionen såvitt avser busskort, att gälla fr.o.m. den 1 januari 1998", [("bifalls", (2,))]),
        ("att taxan antages", [("antas", ())]),
        ("att skrivelsen lades till handlingarna", [("noteras", ())]),
        ("bifalla Per Als (S) yrkande och därmed avslå motionen", [("avslås", ALL)]),
        (
            "Att-sats 3 bifalls, att-sats 1 anses besvarad och att-sats 2 avslås",
            [("bifalls", (3,)), ("besvaras", (1,)), ("avslås", (2,))],
        ),
        ("att-satserna ett till tre avslås", [("avslås", (1, 2, 3))]),
        ("Punkt a bifalls och punkt b avslås", [("bifalls", (1,)), ("avslås", (2,))]),
        ("Samtliga yrkanden avslås", [("avslås", ALL)]),
        ("Yrkande I och III avslås", [("avslås", (1, 3))]),
        ("Yrkandena föranleder ingen ytterligare åtgärd", [("avslås", ALL)]),
        ("Sista att-satsen bifalls", [("bifalls", (4,))]),
        ("Motionens näst sista förslag avslås", [("avslås", (3,))]),
        ("De två sista att-satserna avslås", [("avslås", (3, 4))]),
        (
            "att-sats ett avslås, två bifalls och tre anses besvarad",
            [("avslås", (1,)), ("bifalls", (2,)), ("besvaras", (3,))],
        ),
        (
            "avslå att-sats 1, anse att-sats 2 besvarad och bifalla att-sats 3",
            [("avslås", (1,)), ("besvaras", (2,)), ("bifalls", (3,))],
        ),
        (
            "Motionen anses besvarad avseende yrkande 1 och 2, samt avslås avseende yrkande 3 och 4",
            [("besvaras", (1, 2)), ("avslås", (3, 4))],
        ),
        ("Yrkande 1 avslås och yrkande 3 avslås", [("avslås", (1, 3))]),
        ("Yrkande 1 – bifall, yrkande 2 – avslag", [("bifalls", (1,)), ("avslås", (2,))]),
        ("Motionens första att-sats avslås. Motionens andra att-sats bifalls.", [("avslås", (1,)), ("bifalls", (2,))]),
        ("motionens tredje att-sats, om laddstolpar, avslås", [("avslås", (3,))]),
        ("Motionen avslås i de delar som rör laddstolpar och skolgårdar", [("avslås", (3, 4))]),
        ("Ärendet återremitteras för att utreda kostnaden", [("återremitteras", ALL)]),
        ("Skrivelsen utgör svar på motionen", [("besvaras", ALL)]),
        ("avslå motionen med hänvisning till att yrkande 2 bifölls 2019", [("avslås", ALL)]),
        ("Kommunstyrelsen får i uppdrag att utreda frågan", [("övrigt", ())]),
    ],
)
def test_what_the_council_answers(text: str, answers: list[tuple[str, tuple[int, ...]]]) -> None:
    assert read(text) == answers


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("Yrkande 1 bifalls i den del som avser tätorten och avslås i övrigt.", [("delvis bifalls", (1,))]),
        (
            "Andra förslaget bifalls på så sätt att åldern höjs; i övriga delar avslås förslaget.",
            [("delvis bifalls", (2,))],
        ),
        (
            "Motionens tredje förslag avslås i fråga om stranden och bifalls i fråga om badhuset.",
            [("delvis bifalls", (3,))],
        ),
        ("Att-sats två bifalls för nya kort", [("delvis bifalls", (2,))]),
        (
            "Motionen bifalls i den del som rör seniorer och avslås i den del som rör yngre (förslag 2).",
            [("delvis bifalls", (2,))],
        ),
        ("Yrkande 2 bifalls med ändringen att åldersgränsen ska vara 80 år", [("bifalls", (2,))]),
        ("Motionen bifalls i den del som avser att-sats 2", [("bifalls", (2,))]),
        ("delvis bifalla motionen", [("delvis bifalls", ALL)]),
    ],
)
def test_a_bifall_for_a_part(text: str, answers: list[tuple[str, tuple[int, ...]]]) -> None:
    assert read(text) == answers


@pytest.mark.parametrize(
    "text",
    [
        "bifalla punkt 1 samt att i övrigt avslå motionen",
        "Motionen bifalls såvitt avser yrkande 1 och avslås i övrigt",
        "Förslag ett bifalls, övriga förslag avslås",
        "Första att-satsen bifalls, de övriga avslås",
        "Yrkande I bifalls. Resterande yrkanden föranleder ingen ytterligare åtgärd.",
    ],
)
def test_the_rest_is_what_the_others_leave(text: str) -> None:
    first, second = answers_in(text, body="Kommunfullmäktige")
    assert numbers_of(first.target, DEMANDS)[0] == (1,)
    assert numbers_of(second.target, DEMANDS, frozenset({1}))[0] == (2, 3, 4)


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("Nämnden tillstyrker motionen", [("tillstyrks", ALL)]),
        ("Nämnden tillstyrker inte motionen", [("avstyrks", ALL)]),
        ("Nämnden instämmer inte i motionens andra förslag", [("avstyrks", (2,))]),
        ("Nämnden ställer sig inte bakom övriga förslag", [("avstyrks", ALL)]),
        ("avstyrka motionens första yrkande", [("avstyrks", (1,))]),
        ("Nämnden tillstyrker att motionens andra att-sats bifalls.", [("tillstyrks", (2,))]),
        ("Nämnden avstyrker att första att-satsen avslås och förordar i stället bifall.", [("tillstyrks", (1,))]),
        ("Förvaltningens förslag till beslut tillstyrks.", [("tillstyrks", ())]),
        ("I övrigt tillstyrks förvaltningens förslag.", [("tillstyrks", ())]),
        ("Nämnden tillstyrker förvaltningens förslag att avslå motionen", [("tillstyrks", ())]),
        ("Yttrandet antas och överlämnas till kommunstyrelsen.", [("antas", ())]),
        (
            "Nämnden ställer sig positiv till yrkande 2 men avstyrker yrkande 1",
            [("tillstyrks", (2,)), ("avstyrks", (1,))],
        ),
        ("Nämnden uttalar att motionens fjärde förslag bör bifallas", [("tillstyrks", (4,))]),
    ],
)
def test_what_a_board_states(text: str, answers: list[tuple[str, tuple[int, ...]]]) -> None:
    assert read(text, "Socialnämnden") == answers


def test_a_proposal_without_a_receiver_is_a_statement() -> None:
    said = read("punkt ett bifalls och att punkt två och tre avslås", "Socialnämnden", states=True)
    assert said == [("tillstyrks", (1,)), ("avstyrks", (2, 3))]


def test_a_council_that_tillstyrker_has_decided() -> None:
    (answer,) = answers_in("Motionen tillstyrks", body="Kommunfullmäktige")
    assert answer.disposition.value == "bifalls"
    assert answer.uncertain == ("fullmäktige tillstyrks: läst som bifalls",)


def test_a_number_beyond_the_demands_is_left_out_and_told() -> None:
    (answer,) = answers_in("Yrkande 4 och 6 avslås", body="Kommunfullmäktige")
    assert numbers_of(answer.target, DEMANDS) == ((4,), ("yrkande 6 finns inte bland de 4 som lästs",))


def test_words_that_fit_no_demand_are_told() -> None:
    (answer,) = answers_in("Motionens förslag om simhallen avslås", body="Kommunfullmäktige")
    assert numbers_of(answer.target, DEMANDS) == ((), (UNCLEAR,))


def test_deciding_as_another_paper_proposes() -> None:
    (answer,) = answers_in("i enlighet med kommunstyrelsens förslag", body="Kommunfullmäktige")
    assert answer.by_reference
    assert answer.disposition.value == "övrigt"


def test_a_bifall_named_by_words_and_changed_is_partial() -> None:
    changed = "bifalla förslaget om laddstolpar på så sätt att två sätts upp"
    assert read(changed) == [("delvis bifalls", (3,))]
    assert read("bifalla förslaget om laddstolpar") == [("bifalls", (3,))]


def test_a_letter_handed_over_as_the_boards_own_is_adopted() -> None:
    assert read("Nämnden lämnar skrivelsen som sitt yttrande", body="Socialnämnden")[0][0] == "antas"


def test_without_action_is_told() -> None:
    (answer,) = answers_in("Motionen lämnas utan vidare åtgärd", body="Kommunfullmäktige")
    assert (answer.disposition.value, answer.uncertain) == ("avslås", (WITHOUT_ACTION,))
    (answer,) = answers_in("Att-sats 1 bifalls i den del som avser skolan", body="Kommunfullmäktige")
    assert (answer.disposition.value, answer.uncertain) == ("delvis bifalls", (LIMITED,))


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("att såsom yttrande till kommunstyrelsen avstyrka motionen", [("avstyrks", ALL)]),
        ("Som sitt remissvar tillstyrka motionen", [("tillstyrks", ALL)]),
        ("att det i övrigt avstyrkes", [("avstyrks", ALL)]),
        ("avge följande yttrande: Nämnden tillstyrker motionen i vad avser busskort", [("tillstyrks", (2,))]),
        ("att densamma i övrigt tillstyrkes", [("tillstyrks", ALL)]),
        ("avstyrka förvaltningens förslag till yttrande", [("avstyrks", ())]),
    ],
)
def test_a_board_gives_its_view_in_old_words(text: str, answers: list[tuple[str, tuple[int, ...]]]) -> None:
    assert read(text, "Socialnämnden") == answers


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("att motionen, såvitt den rör busskort, remitteras till tekniska nämnden", [("övrigt", (2,))]),
        ("att i vad avser laddstolpar överlämna motionen till energibolaget", [("noteras", (3,))]),
        ("att överlämna motionen till kommunstyrelsen vad gäller beredning", [("övrigt", ())]),
        ("att avtalet, såvitt rör busskort, överlämnas till nämnden", [("noteras", ())]),
    ],
)
def test_a_part_that_is_sent_on(text: str, answers: list[tuple[str, tuple[int, ...]]]) -> None:
    assert read(text) == answers


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden ger förvaltningen i uppdrag att bygga en brygga, under förutsättning att fullmäktige beslutar enligt"
        " förslaget.",
        "Förvaltningen får i uppdrag att anställa en vakt, förutsatt att medel anvisas enligt styrelsens förslag.",
        "Bidrag betalas ut med förbehåll för att fullmäktige beslutar i enlighet med förslaget.",
    ],
)
def test_what_another_must_decide_first_is_no_decision_by_reference(text: str) -> None:
    assert [answer.by_reference for answer in answers_in(text, body="Kommunstyrelsen")] == [False]


def test_what_stands_only_in_a_condition_decides_nothing() -> None:
    text = "Förvaltningen får i uppdrag att bygga en brygga, förutsatt att fullmäktige godkänner budgeten"
    assert read(text, "Tekniska nämnden") == [("övrigt", ())]
    assert read("Motionen bifalls under förutsättning att budgeten godkänns") == [("bifalls", ALL)]


def test_a_reference_beside_a_condition_is_one_all_the_same() -> None:
    text = "under förutsättning att nämnden godkänner det, i enlighet med kommunstyrelsens förslag"
    assert [answer.by_reference for answer in answers_in(text, body="Kommunfullmäktige")] == [True]


def test_an_agenda_that_names_an_answer_to_a_motion_answers_none() -> None:
    text = "Fullmäktige godkänner föredragningslistan med ändringen att svar på motion om bad utgår."
    assert [answer.disposition for answer in answers_in(text, body="Kommunfullmäktige")] == [Disposition.ANTAS]
    text = "Fullmäktige godkänner svaret på motion om bad."
    assert [answer.disposition for answer in answers_in(text, body="Kommunfullmäktige")] == [Disposition.BESVARAS]


@pytest.mark.parametrize(
    "text",
    [
        "anslå 185 000 kronor, under förutsättning att fullmäktige bifaller motionens första att-sats",
        "anvisa medel på villkor att fullmäktige bifaller yrkande 1",
        "avsätta 2 mnkr förutsatt att motionens första att-sats bifalls",
        "ställa garanti, villkorat av att fullmäktige bifaller punkt 1",
    ],
)
def test_what_only_a_condition_names_is_not_answered(text: str) -> None:
    assert read(text, "Kommunstyrelsen") == [("övrigt", ())]
