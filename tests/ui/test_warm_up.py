"""What a batch loads beside its reading: once, in order, and a failure is left to whoever needs the thing."""

from __future__ import annotations

import threading

from ui.warm_up import WarmUp


def test_steps_run_once_in_order_beside_the_caller() -> None:
    go, done = threading.Event(), threading.Event()
    called: list[int] = []

    def first() -> None:
        go.wait(5)
        called.append(1)

    def last() -> None:
        called.append(2)
        done.set()

    warm_up = WarmUp((first, last))
    assert called == []
    warm_up()
    warm_up()
    assert called == []  # the caller has not waited for the first step
    go.set()
    assert done.wait(5)
    assert called == [1, 2]


def test_a_failure_does_not_end_the_rest() -> None:
    done = threading.Event()

    def broken() -> None:
        raise ValueError

    WarmUp((broken, done.set))()
    assert done.wait(5)
