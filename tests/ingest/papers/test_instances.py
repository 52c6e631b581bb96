from __future__ import annotations

import pytest

from ingest.papers.instances import Instance, instance_of, is_own


@pytest.mark.parametrize(
    ("text", "instance"),
    [
        (
            "Au § 18 Allmänna utskottet den 4 mars 2020",
            Instance("Au", "§ 18", "Allmänna utskottet", "2020-03-04"),
        ),
        ("§ 7 Socialnämnden 2020-02-11", Instance("", "§ 7", "Socialnämnden", "2020-02-11")),
        ("Socialnämnden 2020-02-11, § 7", Instance("", "§ 7", "Socialnämnden", "2020-02-11")),
        ("Ks § 31", Instance("Ks", "§ 31", "Kommunstyrelsen", None)),
        ("Xq § 31", Instance("Xq", "§ 31", None, None)),
    ],
)
def test_a_body_s_turn(text: str, instance: Instance) -> None:
    assert instance_of(text) == instance


@pytest.mark.parametrize(
    "text",
    ["Ks § 31 Motion om brygga", "§ 31", "§ 31 Kommunstyrelsen", "Enligt § 7 i socialtjänstlagen", "Ks §§ 31–35"],
)
def test_what_says_more_or_less_is_none(text: str) -> None:
    assert instance_of(text) is None


def test_the_minutes_own_turn() -> None:
    own = {"body": "Kommunfullmäktige", "section": "§ 40", "date": "2020-04-27"}
    assert is_own(Instance("Kf", "§ 40", "Kommunfullmäktige", "2020-04-27"), **own)
    assert is_own(Instance("Kf", "§ 40", None, None), **own)
    assert not is_own(Instance("Ks", "§ 40", "Kommunstyrelsen", "2020-04-27"), **own)
    assert not is_own(Instance("Kf", "§ 40", "Kommunfullmäktige", "2019-11-25"), **own)
