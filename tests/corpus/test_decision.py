"""The words of the contract for dispositions and status."""

from __future__ import annotations

from corpus.decision import Disposition, Status


def test_dispositions_are_the_contracts_words() -> None:
    assert [one.value for one in Disposition] == [
        "bifalls",
        "delvis bifalls",
        "avslås",
        "besvaras",
        "återremitteras",
        "bordläggs",
        "tillstyrks",
        "avstyrks",
        "antas",
        "noteras",
        "övrigt",
    ]


def test_status_is_proposed_or_adopted() -> None:
    assert [one.value for one in Status] == ["proposed", "adopted"]
