"""How hits are shown: grouped by case in the order of their best hit, with the words that matched marked."""

from __future__ import annotations

from collections.abc import Sequence

from search.answer import Hit
from ui.texts import Texts
from ui.web.badges import status_badge, type_words
from ui.web.dates import written
from ui.web.links import case_of, cited, page_link, source_of
from ui.web.markup import Markup, escape, join, tag


def marked(text: str, ranges: Sequence[tuple[int, int]]) -> Markup:
    """`text` with the half-open character ranges marked; ranges that overlap are marked once."""
    out: list[Markup] = []
    at = 0
    for start, end in sorted(ranges):
        start = max(start, at)
        if start >= end:
            continue
        out += [escape(text[at:start]), tag("mark", text[start:end])]
        at = end
    return join([*out, escape(text[at:])])


def grouped(hits: Sequence[Hit]) -> tuple[tuple[Hit, ...], ...]:
    """Hits of one case together (of one document, where there is no case), best group first."""
    groups: dict[tuple[str, str], list[Hit]] = {}
    for hit in hits:
        groups.setdefault(("case", hit.case) if hit.case else ("file", hit.file), []).append(hit)
    return tuple(map(tuple, groups.values()))


def hit_groups(hits: Sequence[Hit], titles: dict[str, str], texts: Texts, *, new: frozenset[str]) -> Markup:
    """All hits; `titles` gives the title of each case; those of the files in `new` are told as new."""
    return join(_group(group, titles, texts, new) for group in grouped(hits))


def _group(hits: Sequence[Hit], titles: dict[str, str], texts: Texts, new: frozenset[str]) -> Markup:
    first = hits[0]
    title = titles.get(first.case, first.title) if first.case else first.title
    link = page_link(case_of(first.case) if first.case else source_of(first.file, None), title)
    kind = texts("hits.case") if first.case else texts("hits.paper")
    return tag(
        "section",
        tag("h3", tag("span", kind, class_="label"), " ", link, class_="group-title"),
        tag("ol", *(_hit(hit, texts, new=hit.file in new) for hit in hits), class_="hits"),
        class_="group",
    )


def _hit(hit: Hit, texts: Texts, *, new: bool) -> Markup:
    facts = [tag("span", type_words(hit.type, texts), class_="type"), written(hit.date, texts)]
    fresh = tag("span", texts("saved.fresh"), class_="badge tone-yes") if new else None
    badges = join([status_badge(hit.status, texts), fresh], " ")
    head = tag("p", join(facts, " · "), " ", badges, class_="facts")
    path = tag("p", " › ".join(hit.heading_path), class_="path", lang="sv") if hit.heading_path else None
    label = tag("span", hit.label, " ", class_="marker") if hit.label else None
    body = tag("p", label, marked(hit.text, hit.highlights), class_="quote", lang="sv")
    return tag("li", head, path, body, cited(hit.citation, source_of(hit.file, hit.paragraph), texts), class_="hit")
