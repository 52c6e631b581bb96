"""The left and right edges of regions, measured by their lines; short ones borrow the right edge of their like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import median

from ingest.pages.region import Region

ENOUGH = 12
"""Lines from which a region's own right edge is known."""
RIGHT_SHARE = 0.97
"""The right edge is where this share of the lines end at the latest: one line may stick out."""


def edges_of(regions: Sequence[Region], widths: Mapping[int, float], body: float) -> list[tuple[float, float]]:
    """(left, right) of each region in points; `widths` are the sheets'. (0, 0) for regions of tables alone."""
    own = [_own(region, body) for region in regions]
    page_right: dict[int, float] = defaultdict(float)
    ends: dict[int, list[float]] = defaultdict(list)
    for region, (_, right) in zip(regions, own, strict=True):
        page_right[region.page] = max(page_right[region.page], right)
        if region.full:
            bodies = (line.x1 for line in region.lines if abs(line.size - body) < 1)
            ends[round(widths[region.page])].extend(bodies)
    usual = {width: _high(values, 0.96) for width, values in ends.items() if len(values) >= ENOUGH}
    edges = []
    for k, region in enumerate(regions):
        left, right = own[k]
        width = widths[region.page]
        if region.full and region.lines and left < 0.5 * width:
            right = max(
                right, usual.get(round(width), 0.0), page_right[region.page] if _has_columns(region, regions) else 0
            )
        if region.lines and len(region.lines) < ENOUGH:
            right = max(right, _of_its_like(region, left, right, regions, own, body))
        edges.append((left, right))
    return edges


def _has_columns(region: Region, regions: Sequence[Region]) -> bool:
    """Whether the region's page has columns beside each other."""
    return any(other.page == region.page and not other.full for other in regions)


def _of_its_like(
    region: Region,
    left: float,
    right: float,
    regions: Sequence[Region],
    own: Sequence[tuple[float, float]],
    body: float,
) -> float:
    """The usual right edge of regions with the same left edge, if it is further right."""
    wider = [
        other_right
        for other, (other_left, other_right) in zip(regions, own, strict=True)
        if len(other.lines) >= 8 and other.full == region.full and abs(other_left - left) < 2.5 * body
        if other_right > right
    ]
    return median(wider) if wider else 0.0


def _own(region: Region, body: float) -> tuple[float, float]:
    lines = region.lines
    if not lines:
        return 0.0, 0.0
    usual = [line for line in lines if abs(line.size - body) < 1] or lines
    return min(line.x0 for line in usual), _high([line.x1 for line in usual], RIGHT_SHARE)


def _high(values: list[float], share: float) -> float:
    """The value that `share` of the values do not exceed (the greatest of few)."""
    ordered = sorted(values)
    return ordered[-1] if len(ordered) < 8 else ordered[int(share * (len(ordered) - 1))]
