"""A command line that cannot be read is answered in Swedish, with where its help is."""

from __future__ import annotations

import pytest

from ui.cli import run
from ui.usage import usage_line


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "Ange ett kommando. Kör »beslutsminne --help«"),
        (["hitta"], "Kommandot »hitta« finns inte. Kör »beslutsminne --help«"),
        (["search", "hund", "--topp", "3"], "Flaggan --topp finns inte. Kör »beslutsminne search --help«"),
        (["search", "hund", "--top"], "--top behöver ett värde."),
        (["search", "hund", "--top", "0"], "--top måste vara minst 1. Kör »beslutsminne search --help«"),
        (["search", "hund", "--top", "många"], "--top måste vara ett heltal."),
        (["search", "hund", "katt"], "För många ord: katt. Sätt citattecken"),
        (["serve", "--port", "99999"], "--port får vara högst 65535."),
        (["status", "--json=ja"], "--json tar inget värde."),
        (["index"], "PATH… saknas. Kör »beslutsminne index --help«"),
        (["export", "allt"], "»allt« går inte att ange. Välj en av: documents, cases."),
    ],
)
def test_what_is_wrong_is_said_in_swedish(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"beslutsminne: {says}")
    assert told.count("\n") == 1


def test_an_unknown_sentence_is_left_as_it_is() -> None:
    assert usage_line("Something\n new.", "show") == (
        "Something new. Kör »beslutsminne show --help« för att se hur det skrivs."
    )
