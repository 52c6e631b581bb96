from __future__ import annotations

import pytest

from ingest.papers.departments import as_department


@pytest.mark.parametrize(
    "name",
    [
        "Utbildningsförvaltningen",
        "Social- och omsorgsförvaltningen",
        "Kultur-, idrotts- och fritidsförvaltningen",
        "Kommunledningskontoret",
        "Tekniska förvaltningen",
        "Sektor Bildning",
        "Sektor för samhällsutveckling",
        "Förvaltningen för arbete och välfärd",
    ],
)
def test_departments(name: str) -> None:
    assert as_department(name) == name


@pytest.mark.parametrize(
    "text", ["Kommunstyrelsen", "Förslag till beslut", "Förvaltningens förslag", "Medborgarkontoret", "2021-02-22"]
)
def test_others_are_not(text: str) -> None:
    assert as_department(text) is None
