from __future__ import annotations

from index.bm25 import Bm25
from index.facet_keys import Conditions
from index.postgres.queries import best, nearest

ANY = Conditions(groups=())


def test_values_are_never_part_of_the_statement() -> None:
    asked = Conditions(groups=(("type:'; drop table passages; --",),), since=20220101, until=20221231, in_force_on=1)
    for query in (
        nearest("[1]", 10, asked, column="embedding", dim=1, graph=True),
        best([(7, 2.0)], average=3.0, bm25=Bm25(), k=10, asked=asked),
    ):
        assert "drop" not in query.sql
        assert "20220101" not in query.sql
        assert query.values["group0"] == ["type:'; drop table passages; --"]
        assert (query.values["since"], query.values["until"], query.values["in_force_on"]) == (20220101, 20221231, 1)


def test_only_the_graph_query_can_use_the_graph() -> None:
    assert ") + 0, id limit" in nearest("[1]", 10, ANY, column="embedding", dim=1, graph=False).sql
    assert "+ 0" not in nearest("[1]", 10, ANY, column="embedding", dim=1, graph=True).sql


def test_passages_are_joined_only_for_a_filter() -> None:
    assert "join passages" not in best([(7, 2.0)], average=3.0, bm25=Bm25(), k=10, asked=ANY).sql
    assert "join passages" in best([(7, 2.0)], average=3.0, bm25=Bm25(), k=1, asked=Conditions(groups=(("a",),))).sql
