from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.web.made import HOSTILE
from ui.web import widgets

ROOT = Path(__file__).resolve().parents[3]


def test_gradio_does_not_call_home() -> None:
    code = "import ui.web.widgets, gradio.analytics; print(gradio.analytics.analytics_enabled())"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_no_other_command_pays_for_gradio() -> None:
    code = "import sys, ui.cli; print('gradio' in sys.modules, 'plotly' in sys.modules, 'docx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "False"]


def test_the_theme_asks_for_no_fonts_of_other_servers() -> None:
    theme = widgets.theme()
    assert theme._stylesheets == []
    assert "http" not in "".join(str(font) for font in theme._font)


def test_html_is_shown_as_it_was_made() -> None:
    with widgets.Blocks():
        made = widgets.html("<p>a</p>", elem_id="x", script="go()")
    config = made.get_config()
    assert (config["html_template"], config["value"], config["js_on_load"]) == ("${value}", "<p>a</p>", "go()")
    assert config["apply_default_css"] is False


@pytest.mark.parametrize("several", [True, False])
def test_uploads_take_pdfs_alone(several: bool) -> None:
    with widgets.Blocks():
        made = widgets.upload(HOSTILE, elem_id="x", several=several)
    assert made.file_types is None
    assert made.file_count == ("multiple" if several else "single")


def test_a_timer_rests_until_it_is_told() -> None:
    with widgets.Blocks():
        assert widgets.timer(1.0).active is False
        assert widgets.ticking(True).active is True


def test_an_offered_function_is_a_named_endpoint() -> None:
    def double(number: int) -> int:
        """Twice the number."""
        return 2 * number

    with widgets.Blocks() as page:
        widgets.offer(double)
    assert page.get_api_info()["named_endpoints"].keys() == {"/double"}
