"""When two texts say the same."""

from __future__ import annotations

from bench.peers.likeness import alike, same, squash


def test_squash_leaves_letters_and_digits() -> None:
    assert squash("Dnr KS 2021-845,\nför-\n valtning") == "dnrks2021845förvaltning"


def test_the_share_of_the_shorter_texts_words() -> None:
    assert alike("bifalla motionen helt nu", "avslå motionen helt i dag nu") == 3 / 4


def test_one_that_holds_the_other_whole_is_alike() -> None:
    assert alike("Motionen avslås.", "Beslut: motionen av-\nslås. Reservation finns.") == 1.0


def test_few_letters_prove_nothing_by_standing_inside() -> None:
    assert alike("avslås", "avslåsanden i dammen") == 0.0


def test_nothing_is_like_nothing() -> None:
    assert alike("", "ord") == 0.0
    assert alike("–", "ord") == 0.0


def test_same_needs_nearly_all_words_of_both() -> None:
    nineteen = " ".join(f"ord{n}" for n in range(19))
    assert same(nineteen + " sist", nineteen + " annat")
    assert not same(nineteen, nineteen + " två till ord")
    assert same("Motionen av- slås", "motionen avslås")
