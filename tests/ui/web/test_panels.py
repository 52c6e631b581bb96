from __future__ import annotations

from ui.web.address import Address, Tab
from ui.web.desk import Desk
from ui.web.markup import tag
from ui.web.panels import html_panel
from ui.web.saved import Visit
from ui.web.views import View
from ui.web.widgets import Blocks


def test_a_panel_shows_its_view_in_its_one_component(desk: Desk) -> None:
    def view(visit: Visit, given: Desk) -> View:
        assert given is desk
        return View("Titel", tag("p", visit.address.question))

    with Blocks():
        panel = html_panel(desk, Tab.ASK.value, view)
    (component,) = panel.outputs
    assert component.elem_id == "vy-fraga"
    assert panel.show(Visit(Address(question="<x>"))) == ("Titel", {component: "<p>&lt;x&gt;</p>"})
