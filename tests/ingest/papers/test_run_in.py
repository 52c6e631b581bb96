from __future__ import annotations

import pytest

from corpus.paragraph import Kind, Paragraph
from ingest.papers.run_in import run_in_heading, scene_begun
from ingest.papers.sections import Scene


@pytest.mark.parametrize(
    ("text", "scene", "rest"),
    [
        ("Beslut: Motionen avslås", Scene.DECISION, "Motionen avslås"),
        ("Miljönämndens förslag till kommunstyrelsen att taxan höjes.", Scene.PROPOSAL, "att taxan höjes."),
        ("Kommunstyrelsens förslag till kommunfullmäktige att taxan höjes antogs.", None, ""),
        ("Nämndens förslag att taxan höjes har väckt frågor.", None, ""),
        ("Kommunstyrelsens beslut att avslå motionen har överklagats.", None, ""),
        ("Bakgrund: Taxan är gammal.", None, ""),
    ],
)
def test_a_heading_and_its_item_in_one_paragraph(text: str, scene: Scene | None, rest: str) -> None:
    found = run_in_heading(text, "Kommunstyrelsen")
    assert (found[0].scene if found else None, found[1] if found else "") == (scene, rest)


@pytest.mark.parametrize(
    ("text", "kind", "scene"),
    [
        ("Per Al lämnar följande reservation:", Kind.PARAGRAPH, Scene.OPINION),
        ("Bakgrund: Taxan är gammal.", Kind.PARAGRAPH, Scene.BACKGROUND),
        ("Bakgrund: Taxan är gammal.", Kind.LIST_ITEM, None),
        ("Taxan höjes.", Kind.PARAGRAPH, None),
    ],
)
def test_the_scene_that_a_paragraph_begins(text: str, kind: Kind, scene: Scene | None) -> None:
    assert scene_begun(Paragraph(1, kind, text, ()), text) is scene
