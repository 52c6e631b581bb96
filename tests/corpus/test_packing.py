from __future__ import annotations

from corpus.packing import pack, unpack


def test_what_is_packed_comes_back() -> None:
    for text in ("", "{}", '{"n":1,"text":"Åtgärder för öar – ”ja”"}', "å" * 100_000):
        assert unpack(pack(text)) == text


def test_what_papers_share_takes_little() -> None:
    paragraph = '{"n":7,"kind":"paragraph","text":"Bifall","places":[{"page":1,"box":[72.0,90.5,523.0,102.5]}]}'
    assert len(pack(paragraph)) < len(paragraph) / 2


def test_what_was_kept_before_packing_is_read_as_it_is() -> None:
    assert unpack('{"n":1}') == '{"n":1}'


def test_the_dictionary_is_the_one_that_homes_were_packed_with() -> None:
    assert unpack(bytes.fromhex(KEPT)) == '{"n":3,"kind":"paragraph","text":"Motionen avslås."}'


KEPT = "037bc3189f377c61219c58569c737869b19e522d00"
