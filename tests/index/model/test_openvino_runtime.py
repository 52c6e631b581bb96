"""The light embedder's tokens: padding, cutting at the model's length, and text that the tokenizer would refuse."""

from __future__ import annotations

import numpy as np
import pytest

from index.embedding import FOLDER_NAME, GRAPH, ModelOptions, ensure_default_model
from index.model.folder import MAX_TOKENS
from index.model.openvino_runtime import PASSAGE_BATCH, Graph, GraphEmbedder, Tokens


@pytest.fixture(scope="module")
def tokens(model_options: ModelOptions) -> Tokens:
    return Tokens(ensure_default_model(model_options))


def test_the_shorter_text_is_padded_and_masked(tokens: Tokens) -> None:
    ids, mask = tokens.arrays(["Ja", "Motionen avslås med hänvisning till budgeten."])
    assert ids.shape == mask.shape
    assert ids.dtype == np.int64
    assert int(mask[0].sum()) < int(mask[1].sum()) == ids.shape[1]
    assert ids[0][0] == 0  # <s>
    assert set(ids[0][mask[0] == 0]) == {1}  # <pad>


def test_long_texts_are_cut(tokens: Tokens) -> None:
    assert tokens.arrays(["kommun " * 2000])[0].shape == (1, MAX_TOKENS)


def test_surrogates_become_question_marks(tokens: Tokens) -> None:
    assert np.array_equal(tokens.arrays(["a\ud800b"])[0], tokens.arrays(["a?b"])[0])


def test_lots_on_several_threads_come_back_in_the_order_of_their_texts(model_options: ModelOptions) -> None:
    folder = ensure_default_model(model_options)
    embedder = GraphEmbedder(folder, folder / GRAPH, name=FOLDER_NAME, threads=2)
    texts = [f"{'Motionen om bad ' * (n % 7)}{n}" for n in range(3 * PASSAGE_BATCH + 1)]
    alone = np.stack([embedder.passages([text])[0] for text in texts])
    assert np.sum(embedder.passages(texts) * alone, axis=1).min() > 0.9999
    assert embedder.passages([]).shape == (0, embedder.dim)


def test_the_graph_for_many_texts_gives_the_same_states(model_options: ModelOptions, tokens: Tokens) -> None:
    path = ensure_default_model(model_options) / GRAPH
    arrays = tokens.arrays(["Ja", "Motionen avslås med hänvisning till budgeten."])
    as_kept = Graph(path, threads=1, one_by_one=True).hidden_states(*arrays)
    np.testing.assert_allclose(Graph(path, threads=1).hidden_states(*arrays), as_kept, atol=1e-5)
