"""The SQL of a question: exact or by graph for vectors, BM25 for terms, and a filter in the where clause of either."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.bm25 import BM25_DIGITS, Bm25
from index.facet_keys import NO_DATE, Conditions

Values = dict[str, object]
TIED = 8
"""Rows beyond k: the nearest are ordered by unrounded products, and these may change places when rounded."""


@dataclass(frozen=True, slots=True)
class Query:
    """A statement and its values."""

    sql: str
    values: Values


def nearest(vector: str, k: int, asked: Conditions, *, column: str, dim: int, graph: bool) -> Query:
    """(id, inner product) of the k nearest, best first, and some more that may be equal once rounded.

    `column` holds the vectors; a passage that came with those of another model has none there.

    Adding 0 to the distance hides the graph from the planner, so that every row that passes is looked at.
    """
    where, values = _where(asked)
    distance = f"{column}::public.halfvec({dim}) OPERATOR(public.<#>) %(vector)s::public.halfvec({dim})"
    order = distance if graph else f"({distance}) + 0"
    there = f"{column} is not null and {where}"
    sql = f"select id, -({distance}) from passages where {there} order by {order}, id limit %(k)s"
    return Query(sql, {"vector": vector, "k": k + TIED, **values})


def best(factors: Sequence[tuple[int, float]], *, average: float, bm25: Bm25, k: int, asked: Conditions) -> Query:
    """(passage, BM25) of the k best; `factors` are (term id, query weight times idf).

    What is the same for all rows is worked out before: 71 ms instead of 111 for five common words at 100,000 passages.
    Weights come as arrays, not as a table to join with, which would keep shards from adding up by themselves.
    """
    where, values = _where(asked)
    joined = "" if asked == Conditions(groups=()) else " join passages using (bucket)"
    on = "" if not joined else f" and id = passage and {where}"
    step = f"1e{BM25_DIGITS}::float8"
    sql = f"""
        select passage, floor({step} * sum(
            (%(weights)s::float8[])[array_position(%(terms)s::integer[], term)] * tf
            / (tf + %(least)s::float8 + %(longer)s::float8 * postings.length)
        ) + 0.5) / {step} as score
        from postings{joined}
        where term = any(%(terms)s::integer[]){on}
        group by bucket, passage
        order by score desc, passage
        limit %(k)s"""
    values |= {"terms": [term for term, _ in factors], "weights": [factor * (bm25.k1 + 1) for _, factor in factors]}
    return Query(sql, values | {"k": k, "least": bm25.k1 * (1 - bm25.b), "longer": bm25.k1 * bm25.b / average})


def _where(asked: Conditions) -> tuple[str, Values]:
    parts = ["true"]
    values: Values = {}
    for number, group in enumerate(asked.groups):
        parts.append(f"keys && %(group{number})s::text[]")
        values[f"group{number}"] = list(group)
    if asked.since is not None:
        parts.append("date >= %(since)s")
        values["since"] = asked.since
    if asked.until is not None:
        parts.append(f"date > {NO_DATE} and date <= %(until)s")
        values["until"] = asked.until
    if asked.in_force_on is not None:
        parts.append("force_from <= %(in_force_on)s and force_to >= %(in_force_on)s")
        values["in_force_on"] = asked.in_force_on
    return " and ".join(parts), values
