from __future__ import annotations

import pytest

from index.embedded_options import EmbeddedOptions


@pytest.mark.parametrize("wrong", [{"small": -1}, {"join_ratio": 0}, {"most_dead": 0.0}, {"most_dead": 1.5}])
def test_values_out_of_range_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="out of range"):
        EmbeddedOptions(**wrong)  # type: ignore[arg-type]
