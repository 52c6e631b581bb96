"""The one file that imports gradio: the widgets as the page uses them, without gradio's telemetry."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

# before the import, which would otherwise call home
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"

import gradio
from gradio import Blocks, Column, EventData, Row, Tab, Tabs, mount_gradio_app, themes
from gradio.events import api

__all__ = ["Blocks", "Column", "EventData", "Row", "Tab", "Tabs", "mount_gradio_app"]


def theme() -> themes.Base:
    """Gradio's plainest theme with the reader's own fonts; everything else is in style.css."""
    return themes.Base(font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"])


def html(value: str, *, elem_id: str, script: str | None = None) -> Any:
    """A piece of the page that is made in Python; `script` runs in the browser when it stands there."""
    return gradio.HTML(value, elem_id=elem_id, js_on_load=script, apply_default_css=False)


def offer(function: Callable[..., Any]) -> None:
    """Make a function one of the page's named endpoints; to be called inside the page."""
    api(function, api_name=function.__name__, concurrency_limit=8)


def textbox(label: str, *, lines: int, longest: int, elem_id: str) -> Any:
    """A field for text."""
    return gradio.Textbox(label=label, lines=lines, max_lines=max(lines, 1), max_length=longest, elem_id=elem_id)


def upload(label: str, *, elem_id: str, several: bool) -> Any:
    """A place to drop or choose files. Gradio would refuse other kinds in English; whoever gets them tells."""
    return gradio.File(
        label=label, file_count="multiple" if several else "single", type="filepath",
        elem_id=elem_id, height=170,
    )  # fmt: skip


def button(label: str, *, elem_id: str, primary: bool = False) -> Any:
    """A button as wide as its words."""
    return gradio.Button(label, variant="primary" if primary else "secondary", elem_id=elem_id, scale=0)


def download(label: str, *, elem_id: str) -> Any:
    """A button that hands out a file."""
    return gradio.DownloadButton(label, elem_id=elem_id, scale=0)


def plot(*, elem_id: str) -> Any:
    """A place for a Plotly figure."""
    return gradio.Plot(show_label=False, elem_id=elem_id, container=False)


def timer(seconds: float) -> Any:
    """A clock that is not running yet."""
    return gradio.Timer(seconds, active=False)


def ticking(active: bool) -> Any:
    """A timer that runs or rests."""
    return gradio.Timer(active=active)


def shown(visible: bool) -> Any:
    """A row or column that is seen or not."""
    return gradio.update(visible=visible)
