"""Numbers that are asked for in words and written in figures, or the other way round: "femtusen", 5000; "16-åring",
"sextonåring"; "eight", 8. As single words: "tre miljoner" is two."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

_UNITS = ("", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio")
_TEENS = ("tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton")
_TENS = ("", "", "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio")
_ENGLISH = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_AGED = "åring"


def other_writing(term: str) -> tuple[str, ...]:
    """The term of the same number in figures or in Swedish words; () where `term` is no number, and for "ett", which is
    an article as well."""
    number = term.removesuffix(_AGED)
    aged = _AGED if number != term else ""
    word, figure = _figures().get(number), _words().get(number.removesuffix("-"))
    if word:
        return (f"{word}-{aged}" if aged else word,)
    return (figure + aged,) if figure else ()


@cache
def _figures() -> dict[str, str]:
    """Word → figures, in Swedish and English."""
    swedish = {word: str(number) for number, word in _swedish()}
    return swedish | {word: str(number) for number, word in enumerate(_ENGLISH, 2)}


@cache
def _words() -> dict[str, str]:
    """Figures → Swedish word."""
    return {str(number): word for number, word in _swedish()}


def _swedish() -> Iterator[tuple[int, str]]:
    small = [*_UNITS, *_TEENS, *(_TENS[ten] + _UNITS[unit] for ten in range(2, 10) for unit in range(10))]
    yield from enumerate(small[2:], 2)
    for power, name in ((100, "hundra"), (1000, "tusen")):
        yield power, name
        yield from ((count * power, small[count] + name) for count in range(2, 10 if power == 100 else 100))
