"""Compares Beslutsminne with its peers: does every job that is not kept yet, then writes the results.

python -m bench.peers --peers-python .cache/peers-venv/bin/python --model models/multilingual-e5-small-q4 \
    --casebook corpus --text-set swefaq --kept .cache/peers --results bench/results
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from pathlib import Path

from bench.peers.casebook import read_casebook
from bench.peers.jobs import PARTS, Work, jobs
from bench.peers.kept import Kept
from bench.peers.report import write_report
from bench.peers.roster import ROSTER
from bench.peers.steps import Pythons, Runner, StepError
from bench.peers.text_sets import read_text_set


def main() -> None:
    """Do what is asked for."""
    given = _arguments()
    runner = Runner(Pythons(Path(sys.executable), given.peers_python), given.model.resolve())
    work = Work(
        runner=runner,
        kept=Kept(given.kept),
        casebooks=tuple(read_casebook(folder) for folder in given.casebook),
        sets=tuple(
            read_text_set(folder, queries=given.queries, texts=given.texts, words=given.words)
            for folder in given.text_set
            if folder.is_dir()
        ),
        repeats=given.repeats,
    )
    if not given.report:
        _measure(work, given)
    absent = tuple(folder.name for folder in given.text_set if not folder.is_dir())
    write_report(work, absent=absent, note=given.note, into=given.results)


def _measure(work: Work, given: argparse.Namespace) -> None:
    """Do what is asked for and not kept, until the minutes are over; a job that failed is told and tried next time."""
    started = time.monotonic()
    peers = given.only or tuple(one.name for one in ROSTER)
    for job in jobs(work, peers, parts=given.part or PARTS):
        if time.monotonic() - started > 60 * given.minutes:
            print("The minutes are over; the same command goes on from here.", flush=True)
            return
        print(f"{job.path.stem} …", flush=True)
        try:
            job.do()
        except StepError as error:
            print(error, file=sys.stderr, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers-python", type=Path, required=True, help="interpreter that has the peers installed")
    parser.add_argument("--model", type=Path, required=True, help="folder of the model that all embed with")
    parser.add_argument("--casebook", type=Path, action="append", required=True, help="the first is timed, all judged")
    parser.add_argument("--text-set", type=Path, action="append", default=[], help="left out, and told, if not there")
    parser.add_argument("--queries", type=int, default=300, help="at most so many of each set of texts")
    parser.add_argument("--texts", type=int, default=1500, help="at most so many texts, those that answer first")
    parser.add_argument("--words", type=int, default=1000, help="longer texts are left out, with what they answer")
    parser.add_argument("--repeats", type=int, default=3, help="courses over the first casebook, interleaved")
    parser.add_argument("--part", action="append", choices=PARTS, help="this part alone; may be repeated")
    parser.add_argument("--minutes", type=float, default=math.inf, help="begin nothing new after so many")
    parser.add_argument("--only", action="append", choices=[one.name for one in ROSTER], help="these peers alone")
    parser.add_argument("--kept", type=Path, required=True, help="what is measured is kept here")
    parser.add_argument("--results", type=Path, required=True, help="where peers.md and its plots go")
    parser.add_argument("--note", default="", help="said at the head of the results")
    parser.add_argument("--report", action="store_true", help="measure nothing, write from what is kept")
    return parser.parse_args()


if __name__ == "__main__":
    main()
