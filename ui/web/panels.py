"""How a tab is built and shown: its components, and what they become for an address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from ui.web.address import Address
from ui.web.desk import Desk
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

    def show(self, address: Address) -> tuple[str, Updates]:
        """The window's title and the updates for an address of this tab."""
        ...


@dataclass(frozen=True, slots=True)
class HtmlPanel:
    """A tab that is one piece of HTML."""

    desk: Desk
    view: Callable[[Address, Desk], View]
    outputs: list[Any]

    def show(self, address: Address) -> tuple[str, Updates]:
        """The view."""
        view = self.view(address, self.desk)
        return view.title, {self.outputs[0]: view.html}


def html_panel(desk: Desk, name: str, view: Callable[[Address, Desk], View]) -> HtmlPanel:
    """Build such a tab, inside the tab that is open."""
    return HtmlPanel(desk, view, [html("", elem_id=f"vy-{name}")])
