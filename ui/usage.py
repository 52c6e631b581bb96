"""What is said of a command line that cannot be read: typer's English sentences in Swedish, and where help is."""

from __future__ import annotations

import re

_SAYINGS = (
    (r"Usage:.*", "Ange ett kommando."),
    (r"No such command '(?P<what>.*)'\.", "Kommandot »{what}« finns inte."),
    (r"No such option: (?P<what>\S+).*", "Flaggan {what} finns inte."),
    (r"Missing (?:argument|option|parameter) '(?P<what>[^']*)'.*", "{what} saknas."),
    (r"Option '(?P<what>[^']*)' requires an argument\.", "{what} behöver ett värde."),
    (r"Option '(?P<what>[^']*)' does not take a value\.", "{what} tar inget värde."),
    (r"Got unexpected extra arguments? ?(?:\(s\) )?\((?P<what>.*)\)",
     "För många ord: {what}. Sätt citattecken om en fråga eller ett namn med blanksteg."),
    (r"Invalid value for '(?P<what>[^']*)': .*greater than or equal to (?P<limit>\d+).*",
     "{what} måste vara minst {limit}."),
    (r"Invalid value for '(?P<what>[^']*)': .*less than or equal to (?P<limit>\d+).*",
     "{what} får vara högst {limit}."),
    (r"Invalid value for '(?P<what>[^']*)': .*valid integer.*", "{what} måste vara ett heltal."),
    (r"Invalid value for '[^']*': (?:Value error, )?'(?P<what>.*)' is not one of (?P<limit>.*)\.",
     "»{what}« går inte att ange. Välj en av: {limit}."),
)  # fmt: skip


def usage_line(message: str, command: str | None) -> str:
    """One line for typer's `message`; `command` is the one whose help tells more, None for the program's own.

    A sentence that is not known is left in English: it still says what is wrong.
    """
    said = " ".join(message.split())
    for pattern, swedish in _SAYINGS:
        if found := re.fullmatch(pattern, said):
            said = swedish.format(**{name: value.replace("'", "") for name, value in found.groupdict().items()})
            break
    return f"{said} Kör »{' '.join(filter(None, ('beslutsminne', command, '--help')))}« för att se hur det skrivs."
