from __future__ import annotations

import re

from tests.ui.web.made import desk_over
from ui.web.desk import Services, today


def test_the_swedish_page_is_at_the_root_and_english_one_folder_down(small_services: Services) -> None:
    swedish, english = desk_over(small_services), desk_over(small_services, "en")
    assert (swedish.root, swedish.other_language, swedish.other_path) == ("", "en", "en/")
    assert (english.root, english.other_language, english.other_path) == ("../", "sv", "../")


def test_today_is_iso() -> None:
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", today())
