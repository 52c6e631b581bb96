"""The plots: counts of papers, and outcomes of earlier demands over the years and parties. Drawn with Plotly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plotly.graph_objects import Bar, Figure

from corpus.decision import Disposition
from search.answer import DemandPrecedents, Precedent
from ui.texts import Texts
from ui.web.badges import outcome_words, type_words
from ui.web.library import Overview

ACCENT = "#2b7f8f"
"""Seen against the light and the dark ground alike (3.3:1 and more)."""

SHADES = {
    Disposition.BIFALLS: ("#3c8d5a", ""),
    Disposition.DELVIS_BIFALLS: ("#b9851f", "/"),
    Disposition.AVSLAS: ("#b8473f", "x"),
    Disposition.BESVARAS: ("#5a7cb8", "."),
    Disposition.ATERREMITTERAS: ("#8a68ab", "\\"),
    Disposition.BORDLAGGS: ("#8a68ab", "-"),
}
"""Colour and pattern: the pattern tells outcomes apart where colours are not told apart."""

REST = ("#7f878d", "|")
FEW = 6
"""Below this Plotly would set ticks between whole numbers, and the axis says 0, 1, 1, 2, 2."""
MOST = 15
"""Bars in one plot; the rest is in the table beside it."""


def by_type(overview: Overview, texts: Texts) -> Figure:
    """Papers by type."""
    return _across([(type_words(name, texts), count) for name, count in overview.counts.types], texts("plot.by_type"))


def by_body(overview: Overview, texts: Texts) -> Figure:
    """Papers by body."""
    return _across(list(overview.counts.bodies), texts("plot.by_body"))


def by_year(overview: Overview, texts: Texts) -> Figure:
    """Papers by year."""
    years = overview.counts.years
    bars = Bar(x=[year for year, _ in years], y=[count for _, count in years], marker_color=ACCENT)
    return _plain(Figure(bars), texts("plot.by_year"))


def outcomes_by_year(found: Sequence[DemandPrecedents], texts: Texts) -> Figure:
    """How earlier demands were answered, by the year of the answer."""
    return _outcomes([(one, (one.outcome.date or "")[:4]) for one in _answered(found) if one.outcome], texts, "year")


def outcomes_by_party(found: Sequence[DemandPrecedents], texts: Texts) -> Figure:
    """How earlier demands were answered, by the party that put them."""
    return _outcomes([(one, one.party or "–") for one in _answered(found)], texts, "party")


def _answered(found: Sequence[DemandPrecedents]) -> list[Precedent]:
    """Each earlier demand once, though several new demands may be like it."""
    unique = {(one.case, one.demand): one for demand in found for one in demand.precedents if one.outcome}
    return list(unique.values())


def _outcomes(pairs: Sequence[tuple[Precedent, str]], texts: Texts, axis: str) -> Figure:
    counts = Counter((one.outcome.disposition, group) for one, group in pairs if one.outcome and group)
    groups = sorted({group for _, group in counts})
    figure = Figure()
    for disposition in sorted({name for name, _ in counts}):
        known = disposition in set(Disposition)
        colour, pattern = SHADES.get(Disposition(disposition), REST) if known else REST
        figure.add_bar(
            x=groups, y=[counts[disposition, group] for group in groups], name=outcome_words(disposition, texts),
            marker={"color": colour, "pattern": {"shape": pattern, "solidity": 0.35}},
        )  # fmt: skip
    figure.update_layout(barmode="stack")
    return _plain(figure, texts(f"plot.outcomes_by_{axis}"))


def _across(pairs: list[tuple[str, int]], title: str) -> Figure:
    shown = pairs[:MOST][::-1]
    bars = Bar(
        x=[count for _, count in shown], y=[name for name, _ in shown], orientation="h", marker_color=ACCENT,
        text=[count for _, count in shown], textposition="auto", textangle=0,
    )  # fmt: skip
    return _plain(Figure(bars), title, height=90 + 26 * len(shown))


def _plain(figure: Figure, title: str, *, height: int = 320) -> Figure:
    """Nothing but the bars; style.css gives the words the page's colour."""
    figure.update_layout(
        title={"text": title, "font": {"size": 15}, "x": 0, "xanchor": "left"}, height=height,
        margin={"l": 8, "r": 8, "t": 44, "b": 8}, paper_bgcolor="rgba(0,0,0,0)", plot_bgcolor="rgba(0,0,0,0)",
        font={"family": "system-ui, sans-serif", "size": 13}, legend={"orientation": "h", "y": -0.15}, bargap=0.25,
    )  # fmt: skip
    figure.update_xaxes(automargin=True, type="category" if not _horizontal(figure) else "-", showgrid=False)
    figure.update_yaxes(automargin=True, showgrid=False, rangemode="tozero", tickformat=",d")
    if _highest(figure) < FEW:
        (figure.update_xaxes if _horizontal(figure) else figure.update_yaxes)(dtick=1)
    return figure


def _highest(figure: Figure) -> int:
    """The length of the longest bar; stacked bars are one."""
    lengths: Counter[str] = Counter()
    for bar in figure.data:
        names, numbers = (bar.y, bar.x) if _horizontal(figure) else (bar.x, bar.y)
        lengths.update(dict(zip(names, numbers, strict=True)))
    return max(lengths.values(), default=0)


def _horizontal(figure: Figure) -> bool:
    return any(trace.orientation == "h" for trace in figure.data)
