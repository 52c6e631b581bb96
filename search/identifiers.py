"""Whether a question names a paper rather than describing it: diarienummer, §, motion number, file name, or a quote."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus import diarienummer
from search.meetings import Meeting, meeting_named

_QUOTED = re.compile(r"[\"”“„»«]([^\"”“„»«]{2,200})[\"”“„»«]")
_SECTION = re.compile(r"§\s?(\d{1,4})\b|\b(?:paragraf|par\.?)\s?(\d{1,4})\b", re.IGNORECASE)
_MOTION_NUMBER = re.compile(r"\bmotion(?:en)?\s+(?:nr\.?\s*|nummer\s*)?((?:19|20)\d\d[:/-]\d{1,4})\b", re.IGNORECASE)
_FILE = re.compile(r"\b[\w.,§ ()-]+\.pdf\b", re.IGNORECASE)
_DATE = re.compile(r"\b((?:19|20)\d\d)(?:-(\d\d)(?:-(\d\d))?)?\b")


@dataclass(frozen=True, slots=True)
class Named:
    """What a question names: normalised diarienummer, § numbers, motion numbers, a file, a meeting; and phrases."""

    dnr: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    motions: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    meeting: Meeting | None = None

    @property
    def paper(self) -> bool:
        """Whether it names a paper."""
        return bool(self.dnr or self.sections or self.motions or self.files or self.meeting)


def named(text: str) -> Named:
    """What `text` names."""
    motions = tuple(match[1].replace("/", ":").replace("-", ":") for match in _MOTION_NUMBER.finditer(text))
    numbers = diarienummer.find(text) or diarienummer.find(f"dnr {text}" if _only_number(text) else "")
    return Named(
        dnr=tuple(dict.fromkeys(diarienummer.normalise(one.written) for one in numbers)) if not motions else (),
        sections=tuple(dict.fromkeys(f"§ {match[1] or match[2]}" for match in _SECTION.finditer(text))),
        motions=motions,
        files=tuple(match[0].strip() for match in _FILE.finditer(text)),
        phrases=tuple(" ".join(match[1].split()) for match in _QUOTED.finditer(text)),
        meeting=meeting_named(text) if not _SECTION.search(text) else None,
    )


def _only_number(text: str) -> bool:
    return re.fullmatch(r"\s*[\d:./-]{5,14}\s*\??\s*", text) is not None
