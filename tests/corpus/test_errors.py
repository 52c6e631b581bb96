"""The tree of errors: one line each, data as attributes, every class named in the module's docstring."""

from __future__ import annotations

import inspect

from corpus import errors
from corpus.errors import BeslutsminneError, HomeBusyError, UnreadableCode, UnreadableError


def test_message_and_hint_in_one_line() -> None:
    error = HomeBusyError("Hemmet skrivs av process 12.", hint="Vänta och kör igen.")
    assert str(error) == "Hemmet skrivs av process 12. Vänta och kör igen."
    assert (error.message, error.hint) == ("Hemmet skrivs av process 12.", "Vänta och kör igen.")


def test_a_message_without_hint_has_no_trailing_space() -> None:
    assert str(BeslutsminneError("Fel.")) == "Fel."


def test_an_unreadable_file_keeps_its_reason() -> None:
    assert UnreadableError(UnreadableCode.NOT_PDF, "Ingen PDF.").code == "not_pdf"


def test_the_docstring_names_the_whole_tree() -> None:
    classes = [name for name, found in inspect.getmembers(errors, inspect.isclass) if name.endswith("Error")]
    assert [name for name in classes if name not in (errors.__doc__ or "")] == []
    assert all(issubclass(getattr(errors, name), BeslutsminneError) for name in classes)
