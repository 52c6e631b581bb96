"""The one file that imports gradio: what of it the page uses, without its telemetry."""

from __future__ import annotations

import os

# before the import, which would otherwise call home
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"

import gradio
from gradio import Blocks, EventData, Tab, Tabs, mount_gradio_app, themes

Html = gradio.HTML

__all__ = ["Blocks", "EventData", "Html", "Tab", "Tabs", "mount_gradio_app", "theme"]


def theme() -> themes.Base:
    """Gradio's plainest theme with the reader's own fonts; everything else is in style.css."""
    return themes.Base(font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"])
