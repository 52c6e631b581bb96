"""The measures of all action plans in one table, narrowed by words, by who is responsible and by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.document import Document
from ui.texts import Texts
from ui.web.address import Address
from ui.web.desk import Desk
from ui.web.links import page_link, source_of
from ui.web.markup import Markup, tag
from ui.web.measures import Measure
from ui.web.narrow import choice_field, matches, narrow_form, words_field

SHOWN = 150
"""Rows drawn at once; more makes the page slow to scroll on an office laptop."""


def chosen_measures(found: Sequence[Measure], address: Address) -> tuple[Measure, ...]:
    """The measures that an address asks for, in the order of their plans."""
    asked = (address.responsible or "").casefold()
    return tuple(
        measure
        for measure in found
        if (not asked or asked in {name.casefold() for name in measure.responsibles})
        and (not address.year or measure.runs_in(address.year))
        and matches(address.question, measure.text, measure.responsible, measure.follow_up)
    )


def measure_list(address: Address, desk: Desk) -> Markup:
    """The table with its form."""
    texts = desk.texts
    overview = desk.library.overview()
    found = chosen_measures(overview.measures, address)
    titles = {head.file: head for head in overview.heads}
    heads = ("measures.col_measure", "measures.col_responsible", "measures.col_when", "measures.col_plan")
    table = tag(
        "table",
        tag("thead", tag("tr", *(tag("th", texts(key), scope="col") for key in heads))),
        tag("tbody", *(_row(measure, titles, desk) for measure in found[:SHOWN])),
        class_="table stacked",
    )
    return tag(
        "section",
        tag("h2", texts("measures.title")),
        _form(address, overview.measures, len(found), texts),
        table if found else tag("p", texts("measures.none"), class_="empty"),
        tag("p", texts("measures.cut", n=SHOWN), class_="facts") if len(found) > SHOWN else None,
    )


def _form(address: Address, everything: Sequence[Measure], found: int, texts: Texts) -> Markup:
    names = Counter(name for measure in everything for name in measure.responsibles)
    years = sorted({year for measure in everything for year in measure.years}, reverse=True)
    whole = ("", texts("narrow.all"))
    fields = [
        tag("input", type="hidden", name="visa", value="atgarder"),
        words_field(address, texts("measures.words")),
        choice_field("ansvarig", texts("measures.col_responsible"), [whole, *((n, n) for n in sorted(names))],
                     address.responsible),
        choice_field("ar", texts("measures.year"), [whole, *((str(y), str(y)) for y in years)],
                     str(address.year) if address.year else None),
    ]  # fmt: skip
    result = texts.count("measures.found", found)
    return narrow_form(address, fields, texts, name=texts("measures.narrow"), result=result)


def _row(measure: Measure, plans: dict[str, Document], desk: Desk) -> Markup:
    plan = plans[measure.file]
    follow = tag("p", desk.texts("measures.follow_up", text=measure.follow_up), class_="facts", lang="sv")
    return tag(
        "tr",
        tag("td", tag("p", measure.text, class_="quote", lang="sv"), follow if measure.follow_up else None),
        tag("td", measure.responsible, lang="sv"),
        tag("td", measure.when, lang="sv"),
        tag("td", page_link(source_of(measure.file, measure.paragraph), plan.title, class_="cite")),
    )
