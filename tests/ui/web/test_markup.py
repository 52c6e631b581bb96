from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.web.markup import Markup, escape, join, tag


def test_text_is_escaped_and_markup_is_not() -> None:
    inner = tag("b", "<i>")
    assert inner == "<b>&lt;i&gt;</b>"
    assert tag("p", "a & b ", inner, None, 3) == "<p>a &amp; b <b>&lt;i&gt;</b>3</p>"


def test_attributes_are_quoted() -> None:
    made = tag("a", "x", href='?q="&', class_="c", aria_label="l", hidden=True, title=None, lang=False, tabindex=0)
    assert made == '<a href="?q=&quot;&amp;" class="c" aria-label="l" hidden tabindex="0">x</a>'


def test_empty_elements_close_themselves() -> None:
    assert tag("input", name="q") == '<input name="q"/>'


def test_join_leaves_out_what_is_empty() -> None:
    assert join(["a", None, "", tag("b", "c"), "<"], " · ") == "a · <b>c</b> · &lt;"


@given(st.text())
def test_no_text_becomes_a_tag_or_ends_an_attribute(text: str) -> None:
    escaped = escape(text)
    assert not set("<>\"'") & set(escaped)
    assert escape(Markup(escaped)) == escaped
