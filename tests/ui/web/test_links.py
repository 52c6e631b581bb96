from __future__ import annotations

from ui.texts import texts
from ui.web.address import Address
from ui.web.links import case_of, cited, feed_path, page_link, pdf_path, picture_path, source_of


def test_paths() -> None:
    assert page_link(case_of("KS 2021-845"), "<b>") == '<a href="?arende=KS+2021-845">&lt;b&gt;</a>'
    assert source_of("mapp/å.pdf", 9).query() == "?kalla=mapp%2F%C3%A5.pdf&stycke=9"
    assert pdf_path("ab", 3) == "fil/ab.pdf#page=3"
    assert picture_path("ab", 3, 2) == "bild/ab/3.png?skala=2"
    assert picture_path("ab", 3, 2, root="../") == "../bild/ab/3.png?skala=2"
    assert pdf_path("ab", 3, root="../") == "../fil/ab.pdf#page=3"
    assert feed_path(Address(question="kast", more=True)) == "flode.atom?q=kast"


def test_a_citation_opens_its_source_and_can_be_copied() -> None:
    made = cited('Svar "x", st. 9', source_of("a.pdf", 9), texts("sv"))
    assert '<a href="?kalla=a.pdf&amp;stycke=9" class="cite">Svar &quot;x&quot;, st. 9</a>' in made
    assert 'data-copy="Svar &quot;x&quot;, st. 9"' in made
    assert 'aria-label="Kopiera hänvisningen: Svar &quot;x&quot;, st. 9">Kopiera</button>' in made
