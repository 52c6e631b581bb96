"""The light embedder's tokens: padding, cutting at the model's length, and text that the tokenizer would refuse."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import openvino
import pytest
from openvino import opset13 as opset

from index.embedding import FOLDER_NAME, GRAPH, ModelOptions, ensure_default_model
from index.model import openvino_runtime
from index.model.folder import MAX_TOKENS
from index.model.openvino_runtime import (
    PASSAGE_BATCH,
    Floats,
    Graph,
    GraphEmbedder,
    Tokens,
    in_blocks,
    multiplies_8_bits,
    unpacked,
)
from tests.index.model.test_weight_blocks import DRAW, q4


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


def test_each_way_to_multiply_gives_about_the_same_states(
    model_options: ModelOptions, tokens: Tokens, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = ensure_default_model(model_options) / GRAPH
    arrays = tokens.arrays(["Ja", "Motionen avslås med hänvisning till budgeten."])
    by_one = Graph(path, threads=1, one_by_one=True).hidden_states(*arrays)
    monkeypatch.setattr(openvino_runtime, "multiplies_8_bits", lambda: False)
    by_mlas = Graph(path, threads=1)
    assert by_mlas.together == PASSAGE_BATCH
    lengths = np.linalg.norm(by_one, axis=2) * np.linalg.norm(states := by_mlas.hidden_states(*arrays), axis=2)
    assert float((np.sum(by_one * states, axis=2) / lengths)[arrays[1] == 1].min()) > 0.999


def test_where_products_are_of_8_bits_a_text_has_the_same_vector_beside_any_other(
    model_options: ModelOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = ensure_default_model(model_options)
    monkeypatch.setattr(openvino_runtime, "multiplies_8_bits", lambda: True)
    embedder = GraphEmbedder(folder, folder / GRAPH, name=FOLDER_NAME, threads=1)
    texts = ["Motionen avslås.", "Kommunen utreder förutsättningarna. " * 9, "Ja"]
    alone = [embedder.passages([text])[0] for text in texts]
    np.testing.assert_array_equal(embedder.passages(texts), np.stack(alone))


@pytest.mark.parametrize(
    ("flags", "found"),
    [("fpu avx2 avx512f avx512_vnni", True), ("fpu avx2 avx_vnni", True), ("fpu avx2 avx512f", False), (None, False)],
)
def test_what_linux_tells_of_the_processor_says_whether_it_multiplies_8_bits(
    flags: str | None, found: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "cpuinfo"
    if flags is not None:
        told.write_text(f"processor\t: 0\nmodel name\t: avx_vnni\nflags\t\t: {flags}\nbugs\t\t:\n", "utf-8")
    monkeypatch.setattr(openvino_runtime, "CPU_FLAGS", told)
    multiplies_8_bits.cache_clear()
    assert multiplies_8_bits() is found
    multiplies_8_bits.cache_clear()


def product(weights: Floats) -> openvino.Model:
    """A graph that multiplies rows by a matrix, and by another that is no constant of blocks."""
    rows = opset.parameter([-1, weights.shape[1]], np.float32)
    plain = opset.constant(np.eye(len(weights), dtype=np.float32) / 3)
    made = opset.matmul(opset.matmul(rows, opset.constant(weights), False, True), plain, False, True)
    return openvino.Model([made], [rows])


def types(model: Any) -> list[str]:
    return [node.get_type_name() for node in model.get_ordered_ops()]


def answer(model: openvino.Model, rows: Floats) -> Floats:
    settings = {"INFERENCE_PRECISION_HINT": "f32", "DYNAMIC_QUANTIZATION_GROUP_SIZE": "0"}
    found: Floats = openvino.compile_model(model, "CPU", settings)([rows])[0]
    return found


def test_weights_that_are_no_blocks_stay_as_they_are() -> None:
    weights = DRAW.normal(size=(4, 64)).astype(np.float32)
    assert types(in_blocks(product(weights))) == types(product(weights))


def test_a_graph_of_blocks_multiplies_as_before_and_is_unpacked_to_what_it_was() -> None:
    weights, rows = q4(16, 64), DRAW.normal(size=(5, 64)).astype(np.float32)
    before = answer(product(weights), rows)
    packed = in_blocks(product(weights))
    assert types(packed).count("Reshape") == 1
    np.testing.assert_allclose(answer(packed, rows), before, atol=1e-5)
    again = unpacked(packed)
    assert types(again) == types(product(weights))
    np.testing.assert_allclose(answer(again, rows), before, atol=1e-6)
