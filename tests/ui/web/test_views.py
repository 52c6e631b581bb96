from __future__ import annotations

from dataclasses import replace

from corpus.home import Home
from tests.ui.web.made import KAST, Canned, desk_over, services
from ui.web.address import Address, Tab, parse
from ui.web.desk import Desk
from ui.web.saved import Saved, Visit
from ui.web.views import VIEWS, View


def view(query: str, desk: Desk, *saved: Saved) -> View:
    address = parse(query)
    return VIEWS[address.tab](Visit(address, saved), desk)


def test_the_page_before_a_question(desk: Desk) -> None:
    shown = view("?", desk, Saved(Address(question="buller"), 99, None))
    assert shown.title == "Fråga"
    for words in ('id="q"', "Avgränsa", "Senaste besluten", "Sparade sökningar"):
        assert words in shown.html


def test_a_question_with_its_filters(small_home: Home) -> None:
    asker = Canned()
    shown = view("?q=kast&typ=protokoll", desk_over(services(small_home, asker=asker)))
    assert shown.title == "kast"
    assert asker.asked[0][1].types == ("protokoll",)
    assert 'value="protokoll" checked' in shown.html
    assert "Ett beslut hittades" in shown.html
    assert 'href="flode.atom?q=kast&amp;typ=protokoll"' in shown.html
    assert 'data-save="?q=kast&amp;typ=protokoll"' in shown.html
    assert ">Nytt<" not in shown.html


def test_a_saved_question_tells_what_is_new(desk: Desk) -> None:
    saved = Saved(Address(question="kast"), 0, "2026-01-01")
    assert ">Nytt<" in view("?q=kast", desk, saved).html
    assert ">Nytt<" not in view("?q=kast", desk, replace(saved, generation=99)).html


def test_links_of_the_english_page_lead_to_the_servers_root(small_home: Home) -> None:
    shown = view("?q=kast", desk_over(services(small_home), "en"))
    assert 'href="../flode.atom?q=kast"' in shown.html
    source = view("?kalla=motion.pdf", desk_over(services(small_home), "en")).html
    assert 'src="../bild/' in source
    assert 'href="../fil/' in source


def test_a_source(desk: Desk) -> None:
    shown = view("?kalla=mapp/svar.pdf&stycke=4", desk)
    assert shown.title == "Svar på motion om KAST"
    assert 'data-copy="Svar på motion om KAST, 2023-10-27, Dnr KS 2021-845, s. 1–2, st. 4"' in shown.html
    assert "?arende=KS+2021-845" in shown.html
    assert "Kopiera hänvisning" not in view("?kalla=mapp/svar.pdf", desk).html
    assert "finns inte i samlingen" in view("?kalla=ingen.pdf", desk).html
    assert "Öppna en källa" in view("?flik=kalla", desk).html


def test_cases(desk: Desk) -> None:
    assert view(f"?arende={KAST}", desk).title == "Öppna en KAST-mottagning"
    assert "2 ärenden" in view("?flik=arende", desk).html
    assert view("?arende=KS/2021:845", desk).title == "Öppna en KAST-mottagning"
    missing = view("?arende=<x>", desk).html
    assert "Ärendet &lt;x&gt; finns inte" in missing
    assert '<a href="?q=%3Cx%3E">' in missing


def test_policies_and_measures(desk: Desk) -> None:
    listed, done = view("?flik=styrdokument", desk).html, view("?flik=styrdokument&visa=atgarder", desk).html
    assert "2 styrdokument" in listed
    assert '<a href="?flik=styrdokument" class="tool" aria-current="true">' in listed
    assert "2 åtgärder" in done
    assert '<a href="?flik=styrdokument&amp;visa=atgarder" class="tool" aria-current="true">' in done


def test_tabs_that_are_more_than_html_have_no_view() -> None:
    assert VIEWS.keys() == set(Tab) - {Tab.PRECEDENTS, Tab.COLLECTION}
