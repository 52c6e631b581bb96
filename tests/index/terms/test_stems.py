from __future__ import annotations

from index.terms.stems import english_stem, swedish_stem


def test_stems() -> None:
    assert swedish_stem("bostäderna") == "bostäd"
    assert english_stem("schools") == english_stem("school") == "school"
