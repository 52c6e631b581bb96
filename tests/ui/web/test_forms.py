from __future__ import annotations

from corpus.decision import Status
from tests.ui.web.made import DOCUMENTS, HOSTILE, TODAY
from ui.texts import texts
from ui.web.address import Address
from ui.web.facets import facets
from ui.web.forms import ask_form, filters


def made(address: Address) -> str:
    return filters(address, facets(DOCUMENTS, address, TODAY), texts("sv"))


def test_the_search_field_has_a_label_and_keeps_the_question() -> None:
    form = ask_form(Address(question=HOSTILE), texts("sv"))
    assert '<label for="q">Vad vill du veta?</label>' in form
    assert 'aria-describedby="q-help"' in form
    assert "<script" not in form
    assert "<img" not in form
    assert 'value="&quot;&gt;&lt;img src=x' in form


def test_filters_are_named_groups_of_fields_of_the_form() -> None:
    html = made(Address())
    legends = [part.split("</legend>")[0] for part in html.split("<legend>")[1:]]
    assert legends == ["Typ", "Organ", "Parti", "Tid", "Status", "Giltighet"]
    assert html.count("<input ") == html.count('form="ask"') == 5 + 2 + 2 + 2 + 3 + 1


def test_counts_stand_beside_the_values() -> None:
    assert (
        '<input type="checkbox" name="typ" value="motion" form="ask"/> '
        '<span>Motion <span class="count">2</span></span>' in made(Address())
    )


def test_what_is_chosen_is_checked_and_can_be_cleared() -> None:
    html = made(Address(question="kast", types=("protokoll",), status=Status.ADOPTED, since="2021-01-01"))
    assert 'value="protokoll" checked form="ask"' in html
    assert 'name="status" value="beslutat" checked' in html
    assert 'name="fran" value="2021-01-01"' in html
    assert "<summary>Avgränsa (en handling kvar)</summary>" in html
    assert '<a href="?q=kast" class="clear">Rensa</a>' in html
    assert "clear" not in made(Address(question="kast"))
