from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import HomeDamagedError, HomeNewerError
from index import embedded_manifest
from index.embedded_files import Fingerprint
from index.embedded_manifest import NEXT, Manifest, SegmentEntry, manifest_of, read_manifest, write_manifest

PRINT = Fingerprint(size=10, sampled="ab", whole="cd")
MANIFEST = Manifest(7, "modell", 384, (SegmentEntry("0000000007", "exact", 3, PRINT, PRINT, dead=(2,)),))


def test_it_comes_back_as_it_was(tmp_path: Path) -> None:
    assert read_manifest(tmp_path) is None
    write_manifest(tmp_path, MANIFEST)
    assert read_manifest(tmp_path) == MANIFEST
    assert (MANIFEST.count, MANIFEST.size_bytes) == (2, 20)


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"sha256": "0", "body": "{}"}'])
def test_anything_else_is_damaged(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(HomeDamagedError):
        read_manifest(tmp_path)


def test_a_newer_format_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded_manifest, "FORMAT", 1)
    write_manifest(tmp_path, MANIFEST)
    assert read_manifest(tmp_path) == MANIFEST, "what needs nothing new is written as ever"
    monkeypatch.undo()
    write_manifest(tmp_path, replace(MANIFEST, segments=(replace(MANIFEST.segments[0], kind="exact-sq8"),)))
    monkeypatch.setattr(embedded_manifest, "FORMAT", 1)
    with pytest.raises(HomeNewerError, match="nyare version"):
        read_manifest(tmp_path)
    assert json.loads((tmp_path / "manifest.json").read_text()).keys() == {"sha256", "body"}


def test_the_manifest_of_a_model_is_the_one_in_use_or_the_next(tmp_path: Path) -> None:
    following = replace(MANIFEST, model="nästa")
    write_manifest(tmp_path, MANIFEST)
    write_manifest(tmp_path, following, name=NEXT)
    assert manifest_of(tmp_path, MANIFEST.model) == MANIFEST
    assert manifest_of(tmp_path, "nästa") == following
    assert manifest_of(tmp_path, "okänd") is None
    (tmp_path / NEXT).write_text("")
    assert manifest_of(tmp_path, "nästa") is None
