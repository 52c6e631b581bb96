"""`make bench`: how well casebooks are answered, by kind and language, with plots; writes bench/results/casebooks.*.

    python -m bench.run [CASEBOOK …]

Each casebook (default: corpus, the sample) is indexed into a home of its own below .cache/bench and asked all its
questions, in one process, through the same searcher as the page. The odd half of the questions of the sample, askerby,
lindvik and sorvalla was used to fit the ranking, that of all casebooks but marieholm and sjoviken for the confidence;
both halves are reported. Intervals are 95 % bootstrap intervals over questions.
"""

from __future__ import annotations

import argparse
import json
import statistics
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import matplotlib

from bench.machine import machine
from corpus.home import Home
from search.evaluate import Evaluation, Scored, evaluate_casebook
from search.measures import Mean
from ui.batching import bring_home_up_to_date
from ui.composition import open_searcher
from ui.settings import Settings

matplotlib.use("Agg")
from matplotlib import pyplot as plt

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "results"
CACHE = ROOT / ".cache"


@dataclass(frozen=True, slots=True)
class Measured:
    """One casebook's figures; `seconds` are the questions' own times inside the searcher."""

    name: str
    documents: int
    passages: int
    index_seconds: float
    evaluation: Evaluation
    seconds: tuple[float, ...]


class Timed:
    """A searcher that notes how long each question took."""

    def __init__(self, settings: Settings) -> None:
        """Open the home."""
        self._searcher = open_searcher(settings)
        self._searcher.ask("uppvärmning")
        self.seconds: list[float] = []

    def ask(self, text: str) -> Any:
        """Answer and note."""
        answer = self._searcher.ask(text)
        self.seconds.append(answer.seconds)
        return answer


def measure(casebook: Path) -> Measured:
    """Index and ask one casebook."""
    settings = Settings(home=Home(CACHE / "bench" / casebook.resolve().name), models=CACHE / "models")
    report = bring_home_up_to_date([casebook / "documents"], settings)
    timed = Timed(settings)
    evaluation = evaluate_casebook(timed, json.loads((casebook / "truth.json").read_text("utf-8")))
    return Measured(
        casebook.resolve().name,
        report.documents,
        report.passages,
        report.seconds,
        evaluation,
        tuple(timed.seconds),
    )


def half(evaluation: Evaluation, *, odd: bool) -> Evaluation:
    """The odd questions (some of which were used to fit), or the others, by their place in the casebook."""
    chosen: list[Scored] = [one for place, one in enumerate(evaluation.scored, 1) if (place % 2 == 1) is odd]
    return Evaluation(tuple(chosen))


def table(measured: Measured) -> str:
    """One casebook's figures as Markdown."""
    whole = measured.evaluation
    lines = [
        f"## {measured.name}",
        "",
        f"{measured.documents} documents, {measured.passages} passages; a question takes "
        f"{statistics.median(measured.seconds) * 1000:.0f} ms (median) inside the searcher.",
        "",
        "| questions | n | nDCG@10 | recall@5 | MRR@10 |",
        "|---|---|---|---|---|",
    ]
    for title, evaluation in (
        ("", whole),
        ("odd half, ", half(whole, odd=True)),
        ("even half, ", half(whole, odd=False)),
    ):
        for group, means in evaluation.groups():
            if title and group != "all":
                continue
            cells = " | ".join(_cell(means[name]) for name in ("ndcg@10", "recall@5", "mrr@10"))
            lines.append(f"| {title}{group} | {means['ndcg@10'].questions} | {cells} |")
    lines += [
        "",
        f"Decision right at 1: {_cell(whole.decision_right_at_1)} of {whole.decision_right_at_1.questions}. "
        f"Unanswerable refused: {_cell(whole.unanswerable_refused)} of {whole.unanswerable_refused.questions}. "
        f"Answerable refused wrongly: {_cell(whole.answerable_refused)} of {whole.answerable_refused.questions}.",
    ]
    return "\n".join(lines)


GROUPS = ("all", "decision", "fact", "lookup", "precedent", "sv", "en")


def plot(all_measured: list[Measured], target: Path) -> None:
    """NDCG@10 of each casebook by group, and how well confidence is calibrated over all their questions."""
    figure, (field, curve) = plt.subplots(
        1, 2, figsize=(12, 2 + 0.35 * max(8, len(all_measured))), layout="constrained"
    )
    rows = []
    for measured in all_measured:
        found = {group: means["ndcg@10"].value for group, means in measured.evaluation.groups()}
        rows.append([found.get(group, float("nan")) for group in GROUPS])
    field.imshow(rows, vmin=0, vmax=1, cmap="Blues", aspect="auto")
    for place, row in enumerate(rows):
        for column, value in enumerate(row):
            field.text(
                column, place, f"{value:.2f}", ha="center", va="center", color="white" if value > 0.6 else "black"
            )
    field.set_xticks(range(len(GROUPS)), GROUPS)
    field.set_yticks(range(len(all_measured)), [measured.name for measured in all_measured])
    field.set_title("nDCG@10")
    points = Evaluation(tuple(one for measured in all_measured for one in measured.evaluation.scored)).reliability()
    curve.plot([0, 1], [0, 1], color="grey", linestyle=":")
    curve.plot([said for said, _, _ in points], [share for _, share, _ in points], marker="o")
    for said, share, questions in points:
        curve.annotate(str(questions), (said, share), xytext=(0, -14), textcoords="offset points", ha="center")
    curve.set_xlabel("confidence said")
    curve.set_ylabel("share answerable (with the number of questions)")
    curve.set_title("all casebooks together")
    figure.savefig(target, dpi=110)
    plt.close(figure)


def main() -> None:
    """Measure, write, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("casebooks", nargs="*", type=Path, default=[ROOT / "corpus"])
    books = [measure(path) for path in parser.parse_args().casebooks]
    parts = ["# Casebooks", "", (__doc__ or "").split("\n\n", 2)[2].strip(), "", machine(), ""]
    text = "\n".join([*parts, *(table(one) + "\n" for one in books), "![Plots](casebooks.png)", ""])
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "casebooks.md").write_text(text, "utf-8")
    record = {one.name: one.evaluation.as_json() for one in books}
    (RESULTS / "casebooks.json").write_text(json.dumps(record, indent=1) + "\n", "utf-8")
    plot(books, RESULTS / "casebooks.png")
    print(text)


def _cell(mean: Mean) -> str:
    return f"{mean.value:.3f} ({mean.low:.2f}–{mean.high:.2f})"


if __name__ == "__main__":
    main()
