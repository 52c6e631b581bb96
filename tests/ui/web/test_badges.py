from __future__ import annotations

from corpus.decision import Disposition, Status
from corpus.document import DocumentType
from ui.texts import texts
from ui.web.badges import outcome_badge, outcome_words, status_badge, type_words


def test_every_outcome_status_and_type_has_words_in_both_languages() -> None:
    for language in ("sv", "en"):
        spoken = texts(language)
        assert all(spoken.known(f"outcome.{word.value.replace(' ', '_')}") for word in Disposition)
        assert all(spoken.known(f"status.{status.value}") for status in Status)
        assert all(spoken.known(f"type.{kind.value}") for kind in DocumentType)


def test_badges_say_it_in_words() -> None:
    assert outcome_badge("delvis bifalls", texts("sv")) == (
        '<span class="badge outcome tone-partly">Delvis bifalls</span>'
    )
    assert outcome_badge("<x>", texts("sv")) == '<span class="badge outcome tone-other">&lt;x&gt;</span>'
    assert status_badge("proposed", texts("sv")) == '<span class="badge status-proposed">Föreslaget</span>'
    assert status_badge(None, texts("sv")) is None
    assert status_badge("kanske", texts("sv")) is None


def test_the_papers_own_term_stays_in_english() -> None:
    assert outcome_words("avslås", texts("en")) == "Avslås (rejected)"
    assert type_words("okänd", texts("en")) == "okänd"
