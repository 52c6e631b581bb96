"""How a tab is built and shown: its components, and what they become for an address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from ui.web.desk import Desk
from ui.web.saved import Visit
from ui.web.views import View
from ui.web.widgets import html

Updates = dict[Any, Any]
"""Gradio's components and what each becomes."""


class Panel(Protocol):
    """A tab's content."""

    @property
    def outputs(self) -> list[Any]:
        """The components that an address may change."""
        ...

    def show(self, visit: Visit) -> tuple[str, Updates]:
        """The window's title and the updates for a visit to this tab."""
        ...


@dataclass(frozen=True, slots=True)
class HtmlPanel:
    """A tab that is one piece of HTML."""

    desk: Desk
    view: Callable[[Visit, Desk], View]
    outputs: list[Any]

    def show(self, visit: Visit) -> tuple[str, Updates]:
        """The view."""
        view = self.view(visit, self.desk)
        return view.title, {self.outputs[0]: view.html}


def html_panel(desk: Desk, name: str, view: Callable[[Visit, Desk], View]) -> HtmlPanel:
    """Build such a tab, inside the tab that is open."""
    return HtmlPanel(desk, view, [html("", elem_id=f"vy-{name}")])
