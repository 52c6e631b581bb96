from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

from search.answer import DemandPrecedents
from tests.ui.web.made import FOUND, PRECEDENT, TODAY
from ui.texts import texts
from ui.web.word import as_word

SWEDISH = texts("sv")


def paragraphs(data: bytes) -> list[str]:
    """The text of each paragraph, read from the file's own XML."""
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode("utf-8")
    found = re.findall(r"<w:p[ >].*?</w:p>", xml, re.DOTALL)
    return ["".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", paragraph)) for paragraph in found]


def test_everything_an_officer_pastes_is_there_in_order() -> None:
    assert paragraphs(as_word(FOUND, SWEDISH, today=TODAY)) == [
        "Prejudikat",
        "Sammanställt 24 november 2026. Alla citat är handlingarnas egna ord.",
        "Yrkande 1",
        "kommunen startar en KAST-mottagning",
        "Öppna en KAST-mottagning",
        "kommunen öppnar en KAST-mottagning",
        "Motion (V), st. 3",
        "Beslutat: Avslås (Kommunfullmäktige, 27 februari 2024, § 22)",
        "Motionens första förslag avslås.",
        "Protokoll kommunfullmäktige, 2024-02-27, § 22, s. 1, st. 2",
        "Skäl: Regionen har redan en mottagning.",
        "Svar på motion om KAST, s. 1–2, st. 4",
        "Yrkande 2",
        "kommunen köper ett luftskepp",
        "Inget liknande yrkande hittades i samlingen.",
    ]


def test_an_unanswered_precedent_and_characters_that_word_cannot_hold() -> None:
    precedent = replace(PRECEDENT, outcome=None, demand_text="a\x00b\x1fc & <d>")
    found = paragraphs(as_word((DemandPrecedents(1, "x", (precedent,)),), SWEDISH, today=TODAY))
    assert found[5] == "abc &amp; &lt;d&gt;"
    assert found[-1] == "Obesvarat"
