from __future__ import annotations

import numpy as np

from index.postgres.text import clean, vector_text


def test_every_float16_comes_back_bit_by_bit() -> None:
    values = np.arange(0, 0x7C00, 7, dtype=np.uint16).view(np.float16)
    text = vector_text(values)
    assert (text[0], text[-1]) == ("[", "]")
    assert np.array_equal(np.array(text[1:-1].split(","), np.float16), values)


def test_vectors_are_written_shortly() -> None:
    assert vector_text(np.array([0.5, -1, 0], np.float32)) == "[0.5,-1.0,0.0]"


def test_what_a_database_refuses_is_taken_out() -> None:
    assert clean("å\0b\ud800") == "åb?"
    assert clean("ärende") == "ärende"
