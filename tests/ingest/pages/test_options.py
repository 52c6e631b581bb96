from __future__ import annotations

from typing import Any

import pytest

from ingest.pages.options import DEFAULTS, ReadOptions, silent


def test_swedish_alone_reads_scans_best() -> None:
    assert (DEFAULTS.ocr, DEFAULTS.ocr_languages, DEFAULTS.ocr_dpi) == (True, "swe", 300)


@pytest.mark.parametrize(
    "bad", [{"seconds": 0}, {"memory_mb": -1}, {"most_pages": 0}, {"ocr_dpi": 50}, {"ocr_parallel": 0}]
)
def test_limits_under_which_nothing_can_be_read_are_refused(bad: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(bad))):
        ReadOptions(**bad)


def test_progress_that_nobody_hears() -> None:
    silent(1, 2)
