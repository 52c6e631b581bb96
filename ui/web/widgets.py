"""The one file that imports gradio: what of it the page uses, without its telemetry."""

from __future__ import annotations

import os

# before the import, which would otherwise call home
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"

import gradio
from gradio import Blocks, EventData, Tab, Tabs, mount_gradio_app, themes


def html(value: str, *, elem_id: str, script: str | None = None) -> gradio.HTML:
    """A piece of the page that is made in Python; `script` runs in the browser when it stands there."""
    return gradio.HTML(value, elem_id=elem_id, js_on_load=script, apply_default_css=False)


__all__ = ["Blocks", "EventData", "Tab", "Tabs", "html", "mount_gradio_app", "theme"]


def theme() -> themes.Base:
    """Gradio's plainest theme with the reader's own fonts; everything else is in style.css."""
    return themes.Base(font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"])
