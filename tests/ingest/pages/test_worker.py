from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import UnreadableCode
from ingest.pages.options import ReadOptions
from ingest.pages.worker import memory_message, read_frame, write_frame

MakePdf = Callable[..., Path]
ROOT = Path(__file__).resolve().parents[3]


def test_frames_come_out_as_they_went_in() -> None:
    pipe = io.BytesIO()
    write_frame(pipe, ("opened", 7))
    write_frame(pipe, {"å": [1, 2]})
    pipe.seek(0)
    assert (read_frame(pipe), read_frame(pipe)) == (("opened", 7), {"å": [1, 2]})
    with pytest.raises(EOFError):
        read_frame(pipe)


def test_a_cut_frame_is_the_end() -> None:
    pipe = io.BytesIO()
    write_frame(pipe, "Motionen")
    with pytest.raises(EOFError):
        read_frame(io.BytesIO(pipe.getvalue()[:-1]))


def test_it_serves_until_its_requests_end(pdf: MakePdf, tmp_path: Path) -> None:
    requests, answers = io.BytesIO(), io.BytesIO()
    write_frame(requests, (str(pdf([(70, 100, 11, "Motionen avslås.")])), ReadOptions()))
    write_frame(requests, (str(tmp_path / "borta.pdf"), None))
    done = subprocess.run(
        [sys.executable, "-m", "ingest.pages.worker"],
        input=requests.getvalue(),
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    answers.write(done.stdout)
    answers.seek(0)
    assert read_frame(answers) == ("opened", 1)
    kind, reading = read_frame(answers)
    assert kind == "read"
    assert [paragraph.text for paragraph in reading.paragraphs] == ["Motionen avslås."]
    assert read_frame(answers)[:2] == ("unreadable", UnreadableCode.DAMAGED)


def test_the_memory_limit_is_told() -> None:
    assert "1500 MB" in memory_message(1500)
