"""Cuts documents into what a case is made of: whole papers, and single paragrafer (§) of minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from corpus import diarienummer
from corpus.decision import Decision, Demand, Reference
from corpus.document import Document, DocumentType, Part
from corpus.paragraph import Kind, Paragraph
from corpus.petition import PETITION, RESIDENTS, motions_named
from ingest.papers.demands import PETITIONS
from ingest.papers.matters import content, matter_of, movers_in_title, squeeze
from ingest.papers.numbers import motion_number_in, motion_numbers_in
from ingest.papers.people import named_together, parties_in_brackets, puts_motion, who_put
from ingest.papers.residents import puts_proposal, signed_by

REMITTED_WITHIN = 25
"""Paragraphs from the top within which a letter says who sent it the motion."""
PUT_WITHIN = 40
"""Paragraphs from the top within which a paper or § says who put the petition."""
_REMITTED = re.compile(r"\b(?:remit\w+|remiss\w*|begär\w*|yttra\w+|överläm\w+)", re.IGNORECASE)


@dataclass(frozen=True)
class Unit:
    """One paper, or one § of minutes: of one case, but of several where it decides several motions by name."""

    document: Document
    part: Part

    @property
    def file(self) -> str:
        """The file it stands in."""
        return self.document.file

    @property
    def section(self) -> str | None:
        """Its §, None for a whole paper."""
        return self.part.section

    @property
    def kind(self) -> DocumentType:
        """Its genre."""
        return self.part.kind

    @property
    def date(self) -> str | None:
        """Its date: the meeting's or the paper's."""
        return self.part.date or self.document.date

    @cached_property
    def title(self) -> str:
        """Its own title; a § without one has none, whatever the minutes are called."""
        if self.part.title:
            return self.part.title
        return "" if self.section and len(self.document.parts) > 2 else self.document.title

    @cached_property
    def matter(self) -> str:
        """What its title is about."""
        return matter_of(self.title) if self.title else ""

    @cached_property
    def matter_key(self) -> str:
        """Its matter, comparable."""
        return squeeze(self.matter)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its matter's telling words."""
        return content(self.matter)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Its diarienummer, comparable."""
        own = self.part.dnr or (self.document.dnr if self.section is None else ())
        return frozenset(diarienummer.normalise(one) for one in own)

    @cached_property
    def head_numbers(self) -> frozenset[str]:
        """The diarienummer of an extract's head, for a § that has none of its own: one of them is its."""
        if self.section is None or self.part.dnr or len(self.document.parts) > 8:
            return frozenset()
        return frozenset(diarienummer.normalise(one) for one in self.document.dnr)

    @cached_property
    def remitted_under(self) -> frozenset[str]:
        """The diarienummer, comparable, under which another register sent a letter its motion: "Kommunstyrelsen har
        begärt yttrande över en motion, KS 2023-120".
        """
        if self.section is not None or self.kind is not DocumentType.MOTIONSSVAR:
            return frozenset()
        registers = {number.rpartition(" ")[0] for number in self.numbers}
        own = self.document.paragraphs[self.part.first - 1 : self.part.last][:REMITTED_WITHIN]
        sentences = (one for p in own for one in re.split(r"(?<=[a-zåäö)\d])\.\s+(?=[A-ZÅÄÖ])", p.text))
        told = (one for one in sentences if PETITION.search(one) and _REMITTED.search(one))
        numbers = {diarienummer.normalise(one.written) for text in told for one in diarienummer.find(text)}
        return frozenset(number for number in numbers if number.rpartition(" ")[0] not in registers)

    @cached_property
    def motion_number(self) -> str | None:
        """The running number of the motion that its title names, else (a whole paper) its head."""
        return motion_number_in(self.title) or (self.document.motion_number if self.section is None else None)

    @cached_property
    def told_numbers(self) -> frozenset[str]:
        """The numbers of motions that a paper on a motion names in its text: "ett ärende om motion 2023 nr 131"."""
        if not self.on_motion or self.is_motion:
            return frozenset()
        return frozenset(number for paragraph in self.paragraphs for number in motion_numbers_in(paragraph.text))

    @cached_property
    def titled_movers(self) -> frozenset[str]:
        """Who put a motion: its movers, or those that the title of a paper on a motion names."""
        if self.is_motion:
            return frozenset(person.name for person in self.document.movers) if self.section is None else frozenset()
        return movers_in_title(self.title) if self.on_motion else frozenset()

    @cached_property
    def party(self) -> frozenset[str]:
        """The parties that its title or, for a whole paper, its movers name."""
        by_title = parties_in_brackets(self.title)
        return frozenset(by_title or (self.document.party if self.section is None else ()))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its own paragraphs."""
        return self.document.paragraphs[self.part.first - 1 : self.part.last]

    @cached_property
    def putters(self) -> frozenset[str]:
        """Who put the petition: a motion's movers, the one who filled in a form, those that another paper says did."""
        names = {person.name for person in self.document.movers} if self.section is None else set()
        if self.kind is DocumentType.MEDBORGARFORSLAG:
            names.update(signed_by(self.paragraphs))
        if self.on_motion:
            names.update(name for paragraph in self.paragraphs[:PUT_WITHIN] for name in who_put(paragraph))
        return frozenset(names)

    @cached_property
    def _told(self) -> tuple[str, frozenset[str]]:
        if self.is_motion or not self.on_motion:
            return "", frozenset()
        said = [p.text for p in self.paragraphs[:PUT_WITHIN] if p.kind is not Kind.HEADING]
        if RESIDENTS.search(self.title):
            asked, name = next((put for text in said if (put := puts_proposal(text))), ("", ""))
            return asked, frozenset({name} if name else ())
        sentence = next((told for text in said if (told := puts_motion(text))), "")
        return sentence, frozenset(person.name for person in named_together(sentence))

    @property
    def telling(self) -> str:
        """The sentence in which a paper on a motion first tells who put it, on a resident's proposal what that
        one asks; empty where none does."""
        return self._told[0]

    @property
    def told_movers(self) -> frozenset[str]:
        """Those whom that sentence names before what they ask."""
        return self._told[1]

    @property
    def demands(self) -> tuple[Demand, ...]:
        """The demands put or repeated in it."""
        return tuple(d for d in self.document.demands if self.part.first <= d.paragraph <= self.part.last)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The items decided or proposed in it."""
        return tuple(d for d in self.document.decisions if self.part.first <= d.paragraph <= self.part.last)

    @property
    def references(self) -> tuple[Reference, ...]:
        """The decisions it refers to."""
        return tuple(r for r in self.document.references if self.part.first <= r.paragraph <= self.part.last)

    @cached_property
    def is_motion(self) -> bool:
        """Whether it is a motion, or a citizen's proposal."""
        return self.kind in PETITIONS

    @cached_property
    def on_motion(self) -> bool:
        """Whether it is a petition of that kind or deals with one."""
        asked = "motion" in self.title.lower() or PETITION.search(self.title) is not None
        return self.is_motion or self.kind is DocumentType.MOTIONSSVAR or asked

    @cached_property
    def motions_named(self) -> frozenset[str]:
        """What the titles may be of the motions that a § decides item by item, two or more, squeezed; else none."""
        if self.section is None or not self.on_motion:
            return frozenset()
        found = {names for decision in self.decisions for names in motions_named(decision.text) if names}
        several = len({names[0] for names in found}) > 1
        return frozenset(name for names in found for name in names) if several else frozenset()

    @property
    def name(self) -> str:
        """File and §, as told to people."""
        return f"{self.file} {self.section}" if self.section else self.file


def units_of(document: Document) -> tuple[Unit, ...]:
    """The units of a document: each § of minutes, else each of its papers; what precedes the first § is none."""
    parts = [part for part in document.parts if part.section or part.kind is not DocumentType.PROTOKOLL]
    if not parts and document.parts:
        parts = list(document.parts[:1])
    return tuple(Unit(document, part) for part in parts)


def all_units(documents: Iterable[Document]) -> tuple[Unit, ...]:
    """The units of all documents, in the order of files."""
    return tuple(unit for document in sorted(documents, key=lambda d: d.file) for unit in units_of(document))
