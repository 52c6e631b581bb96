"""How well a casebook's questions are answered: ranking by kind and language, decisions, and refusals."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from search.answer import Answer, Hit
from search.measures import Mean, mean, ndcg, recall, reciprocal_rank

K = 10
SAME = 0.8
"""The share of words by which a hit counts as the paragraph that was wanted (readers of PDFs differ in hyphens)."""
SAME_DEMAND = 0.85
LONGEST = 4
"""A hit so many times longer than the wanted paragraph cites nothing."""
ALWAYS_SHORT = 600
"""Letters up to which a hit is never too long."""
UNANSWERABLE = "unanswerable"


class Asking(Protocol):
    """What answers the questions: `search.searcher.Searcher`."""

    def ask(self, text: str) -> Answer:
        """Answer one question."""
        ...


@dataclass(frozen=True, slots=True)
class Scored:
    """One question's figures; `decision` is None where no decision was asked for."""

    id: str
    groups: tuple[str, ...]
    ndcg: float
    recall: float
    reciprocal_rank: float
    decision: bool | None
    answerable: bool
    said_answerable: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All questions of a casebook."""

    scored: tuple[Scored, ...]

    def groups(self) -> Iterator[tuple[str, dict[str, Mean]]]:
        """All questions, each kind and each language, with the means of each measure over the answerable questions."""
        rows: dict[str, list[Scored]] = defaultdict(list)
        for one in self.scored:
            for group in ("all", *one.groups) if one.answerable else ():
                rows[group].append(one)
        for group, some in rows.items():
            yield (
                group,
                {
                    "ndcg@10": mean([one.ndcg for one in some]),
                    "recall@5": mean([one.recall for one in some]),
                    "mrr@10": mean([one.reciprocal_rank for one in some]),
                },
            )

    @property
    def decision_right_at_1(self) -> Mean:
        """How often the first decision is the one on the demand that was asked about."""
        return mean([float(one.decision) for one in self.scored if one.decision is not None])

    @property
    def unanswerable_refused(self) -> Mean:
        """How often it is said that there is no answer where there is none."""
        return mean([float(not one.said_answerable) for one in self.scored if not one.answerable])

    @property
    def answerable_refused(self) -> Mean:
        """How often it is said that there is no answer where there is one."""
        return mean([float(not one.said_answerable) for one in self.scored if one.answerable])

    def reliability(self, bins: int = 10) -> tuple[tuple[float, float, int], ...]:
        """(mean confidence, share answerable, questions) in each tenth of confidence that has any."""
        rows: dict[int, list[Scored]] = defaultdict(list)
        for one in self.scored:
            rows[min(bins - 1, int(one.confidence * bins))].append(one)
        return tuple(
            (sum(o.confidence for o in some) / len(some), sum(o.answerable for o in some) / len(some), len(some))
            for _, some in sorted(rows.items())
        )

    def as_json(self) -> dict[str, Any]:
        """Everything but the single questions, for `--json`."""
        return {
            "by_group": {g: {n: _as_json(m) for n, m in means.items()} for g, means in self.groups()},
            "decision_right_at_1": _as_json(self.decision_right_at_1),
            "unanswerable_refused": _as_json(self.unanswerable_refused),
            "answerable_refused_wrongly": _as_json(self.answerable_refused),
            "reliability": [[round(c, 3), round(a, 3), n] for c, a, n in self.reliability()],
        }


def _as_json(one: Mean) -> dict[str, float]:
    return {"value": round(one.value, 4), "low": round(one.low, 4), "high": round(one.high, 4), "n": one.questions}


def evaluate_casebook(searcher: Asking, truth: Mapping[str, Any]) -> Evaluation:
    """Ask every question of `truth` (a casebook's truth.json) and compare."""
    texts = {(d["file"], p["n"]): p["text"] for d in truth["documents"] for p in d["paragraphs"]}
    demands = {(c["case_id"], d["n"]): d["text"] for c in truth["cases"] for d in c["demands"]}
    return Evaluation(tuple(_score(q, searcher.ask(q["text"]), texts, demands) for q in truth["questions"]))


def _score(
    question: Mapping[str, Any],
    answer: Answer,
    texts: Mapping[tuple[str, int], str],
    demands: Mapping[tuple[str, int], str],
) -> Scored:
    wanted = {
        (r["file"], r.get("phrase") or texts[r["file"], r["paragraph"]]): r["grade"] for r in question["relevant"]
    }
    gains = _gains(answer.hits[:K], wanted)
    return Scored(
        id=question["id"],
        groups=(question["kind"], question["lang"]),
        ndcg=ndcg(gains, list(wanted.values()), K),
        recall=recall(gains, len(wanted), 5),
        reciprocal_rank=reciprocal_rank(gains, K),
        decision=_decision_right(question["decision"], answer, demands) if question.get("decision") else None,
        answerable=question["kind"] != UNANSWERABLE,
        said_answerable=answer.answerable,
        confidence=answer.confidence,
    )


def _gains(hits: Sequence[Hit], wanted: Mapping[tuple[str | None, str], float]) -> list[float]:
    """Each hit's grade; what was wanted counts once."""
    left = dict(wanted)
    gains = []
    for hit in hits:
        same = [key for key in left if key[0] in (None, hit.file) and _cites(hit.text, key[1])]
        gains.append(max((left.pop(key) for key in same), default=0.0))
    return gains


def _cites(hit: str, wanted: str) -> bool:
    short = len(_squashed(hit)) <= max(LONGEST * len(_squashed(wanted)), ALWAYS_SHORT)
    return short and alike(wanted, hit) >= SAME


def _decision_right(true: Mapping[str, Any], answer: Answer, demands: Mapping[tuple[str, int], str]) -> bool:
    if not answer.decisions:
        return False
    first = answer.decisions[0]
    return (
        first.disposition == true["disposition"]
        and first.status == true["status"]
        and alike(first.demand_text or "", demands[true["case_id"], true["demand"]]) >= SAME_DEMAND
    )


def alike(one: str, other: str) -> float:
    """The share of the shorter text's words that stand in the longer, 0..1; 1 where one holds the other whole."""
    short, long = sorted((_squashed(one), _squashed(other)), key=len)
    if not short:
        return 0.0
    if short in long and len(short) >= 12:
        return 1.0
    counts, others = _counted(one), _counted(other)
    return sum((counts & others).values()) / max(1, min(sum(counts.values()), sum(others.values())))


def _squashed(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).lower())


def _counted(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFKC", text).lower()))


def table(evaluation: Evaluation) -> str:
    """The figures as lines of text, for people."""
    lines = [f"{'':14} {'n':>4}  {'nDCG@10':>20} {'recall@5':>9} {'MRR@10':>7}"]
    for group, means in evaluation.groups():
        n = means["ndcg@10"]
        interval = f"{n.value:.3f} ({n.low:.3f}–{n.high:.3f})"
        others = f"{means['recall@5'].value:9.3f} {means['mrr@10'].value:7.3f}"
        lines.append(f"{_SWEDISH.get(group, group):14} {n.questions:4}  {interval:>20} {others}")
    for name, one in (
        ("Rätt beslut först", evaluation.decision_right_at_1),
        ("Frågor utan svar som avvisats", evaluation.unanswerable_refused),
        ("Frågor med svar som avvisats", evaluation.answerable_refused),
    ):
        lines.append(f"{name}: {one.value:.3f} ({one.low:.3f}–{one.high:.3f}, {one.questions} frågor)")
    return "\n".join(lines)


_SWEDISH = {
    "all": "alla",
    "decision": "beslut",
    "fact": "sakuppgift",
    "lookup": "handling",
    "precedent": "prejudikat",
    "sv": "på svenska",
    "en": "på engelska",
}
