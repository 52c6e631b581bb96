"""How the default model runs under OpenVINO, for passages and questions: its graph and its tokenizer, no torch."""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import openvino
from openvino import opset13 as opset
from tokenizers import Tokenizer

from index.model.folder import MAX_TOKENS, PROMPTS
from index.model.weight_blocks import as_blocks

Ids = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
PASSAGE_BATCH = 8
"""Texts that are computed together, each lot on one thread: two threads on one lot of 16 took a quarter more processor
time for 117 of the sample's passages, waiting for each other. Where products are of 8-bit numbers each text is computed
alone: it takes as long, and what is rounded then does not depend on the padding that its neighbours bring."""
ROUNDED_TOGETHER = 32
"""Numbers of an activation that share a scale where products are of 8-bit numbers: cosine 0.9999 to float32. One scale
for all of them gave 0.970."""
PAD = 1
CPU_FLAGS = Path("/proc/cpuinfo")


class Graph:
    """A compiled graph: token ids and mask `(n, tokens) int64` to hidden states `(n, tokens, dim) float32`."""

    def __init__(self, path: Path, *, threads: int, one_by_one: bool = False) -> None:
        """Compile the graph at `path` for the CPU, for `streams` calls at once; `threads` 0 leaves both to OpenVINO.

        `one_by_one`: for one call at a time, which has all the threads. Where the processor has products of 8-bit
        numbers (VNNI) it uses them: half the time of float32 or less. Elsewhere, where many texts are computed, the
        graph is put so that OpenVINO computes it with its quickest products (80 MB more).

        Threads are not bound to cores: one bound to a core where another program is at work waits for that one. What
        is not 8 bits is float32 on every machine; OpenVINO's own choice is bfloat16 where there is one, which takes
        longer without AMX.
        """
        settings: dict[str, Any] = {
            "PERFORMANCE_HINT": "LATENCY" if one_by_one else "THROUGHPUT",
            "ENABLE_CPU_PINNING": "NO",
            "INFERENCE_PRECISION_HINT": "f32",
            "DYNAMIC_QUANTIZATION_GROUP_SIZE": str(ROUNDED_TOGETHER),
        }
        if threads:
            settings["INFERENCE_NUM_THREADS"] = str(threads)
        core = openvino.Core()
        model = core.read_model(str(path))
        by_eight = multiplies_8_bits()
        self._compiled = core.compile_model(model if one_by_one or by_eight else _for_mlas(model), "CPU", settings)
        self.streams = int(self._compiled.get_property("OPTIMAL_NUMBER_OF_INFER_REQUESTS"))
        self.together = 1 if by_eight else PASSAGE_BATCH
        self._own = threading.local()

    def hidden_states(self, ids: Ids, mask: Ids) -> Floats:
        """Run the graph; each thread has its own request, so that they do not share buffers."""
        request = getattr(self._own, "request", None)
        if request is None:
            request = self._own.request = self._compiled.create_infer_request()
        return np.array(request.infer([ids, mask])[0], np.float32)


@functools.cache
def multiplies_8_bits() -> bool:
    """Whether the processor has products of 8-bit numbers that OpenVINO uses (VNNI), as far as Linux tells."""
    try:
        told = CPU_FLAGS.read_text("utf-8")
    except OSError:
        return False
    return re.search(r"^flags\s*:.*\b(avx512_vnni|avx_vnni)\b", told, re.M) is not None


def question_threads() -> int:
    """Threads for one question of some 17 tokens, not bound to cores; its words are looked for meanwhile.

    Two take 13.5 ms where one takes 19.8 (medians of 120 questions in turns), and as much as one beside two busy
    programs. By 8-bit numbers two take 5 ms and one 6, which leaves a core to the words: whole questions to 200,000
    passages take 0.95 of the time (44.0 ms and 46.5, again 35.5 and 38; 80 questions in turns).
    """
    return 1 if multiplies_8_bits() else 2


def _for_mlas(model: Any) -> Any:
    """The model put so that OpenVINO multiplies with MLAS: weights as float32, and no activation joined to a product.

    0.89 of the processor time for the sample's passages, lots by turns (0.93 by the weights alone); the numbers differ
    by 1e-6 at most. Tables that rows are taken from stay float16.
    """
    for node in unpacked(model).get_ops():
        if node.get_type_name() == "Gelu" and node.get_attributes()["approximation_mode"] == "ERF":
            node.output(0).replace(_gelu(node.input_value(0)))
    return model


def _gelu(x: Any) -> Any:
    """x/2 + x/2 * erf(x/2 * √2), which is GELU, in an order that OpenVINO does not know and so leaves alone."""
    half = opset.multiply(x, opset.constant(np.float32(0.5)))
    error = opset.erf(opset.multiply(half, opset.constant(np.float32(np.sqrt(2)))))
    return opset.add(opset.multiply(half, error), half).output(0)


def in_blocks(model: Any) -> Any:
    """The model with every matrix `(out, in)` that is multiplied by put as blocks, where it is made of such."""
    for node in model.get_ordered_ops():
        matrix = _matrix(node)
        blocks = None if matrix is None else as_blocks(np.array(matrix.data, np.float32))
        if blocks is None:
            continue
        numbers, scales = blocks
        product = opset.multiply(opset.convert(opset.constant(numbers), "f32"), opset.constant(scales))
        whole = opset.constant(np.array([len(numbers), -1], np.int64))
        node.input(1).replace_source_output(opset.reshape(product, whole, special_zero=False).output(0))
    return model


def unpacked(model: Any) -> Any:
    """The model with its blocks multiplied out to float32 matrices."""
    for node in model.get_ordered_ops():
        if node.get_type_name() != "MatMul" or node.input_value(1).get_node().get_type_name() != "Reshape":
            continue
        product = node.input_value(1).get_node().input_value(0).get_node()
        conversion, scales = (value.get_node() for value in product.input_values())
        if product.get_type_name() == "Multiply" and scales.get_type_name() == "Constant":
            blocks = conversion.input_value(0).get_node().data.astype(np.float32) * scales.data
            node.input(1).replace_source_output(opset.constant(blocks.reshape(len(blocks), -1)).output(0))
    return model


def _matrix(node: Any) -> Any:
    """The constant that a product of matrices multiplies by, rows to come out; None where there is none."""
    if node.get_type_name() != "MatMul" or not node.get_attributes()["transpose_b"]:
        return None
    kept = node.input_value(1).get_node()
    if kept.get_type_name() == "Convert":
        kept = kept.input_value(0).get_node()
    return kept if kept.get_type_name() == "Constant" and len(kept.shape) == 2 else None


class Tokens:
    """The model's tokenizer: texts to token ids, cut at the model's length."""

    def __init__(self, folder: Path) -> None:
        """Load tokenizer.json from the model's folder."""
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_TOKENS)

    @property
    def tokenizer(self) -> Tokenizer:
        """The tokenizer itself."""
        return self._tokenizer

    def ids(self, texts: Sequence[str]) -> list[list[int]]:
        """Each text's token ids; lone surrogates, which the library refuses, become "?"."""
        clean = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        return [encoded.ids for encoded in self._tokenizer.encode_batch(clean)]

    def arrays(self, texts: Sequence[str]) -> tuple[Ids, Ids]:
        """Ids and mask, each `(n, tokens) int64`."""
        return padded(self.ids(texts))


def padded(rows: Sequence[Sequence[int]]) -> tuple[Ids, Ids]:
    """Token ids as an array padded to the longest row, and the mask of what is no padding."""
    longest = max(map(len, rows))
    ids = np.array([[*row, *[PAD] * (longest - len(row))] for row in rows], np.int64)
    mask = np.array([[1] * len(row) + [0] * (longest - len(row)) for row in rows], np.int64)
    return ids, mask


class GraphEmbedder:
    """The default model: graph, mean pooling, unit length; the same vectors as through sentence-transformers."""

    def __init__(self, folder: Path, graph: Path, *, name: str, threads: int = 1, one_by_one: bool = False) -> None:
        """Load the tokenizer from `folder` and compile `graph`; `threads` and `one_by_one` as for Graph."""
        self.name = name
        self._tokens = Tokens(folder)
        self._graph = Graph(graph, threads=threads, one_by_one=one_by_one)
        self.dim = int(self.query("mått").shape[0])

    def passages(self, texts: Sequence[str]) -> Floats:
        """`(n, dim) float32, rows of unit length`, in the order of `texts`.

        Texts of like number of tokens go together: each is computed at the length of the longest beside it.
        """
        made = np.zeros((len(texts), self.dim), np.float32)
        ids = self._tokens.ids([PROMPTS["passage"] + text for text in texts])
        order = sorted(range(len(ids)), key=lambda i: -len(ids[i]))
        lots = [order[start : start + self._graph.together] for start in range(0, len(order), self._graph.together)]
        threads = ThreadPoolExecutor(self._graph.streams)
        try:
            for lot, rows in zip(lots, threads.map(lambda lot: self._embed([ids[i] for i in lot]), lots), strict=True):
                made[lot] = rows
        finally:
            threads.shutdown(cancel_futures=True)  # Ctrl-C waits for the lots that are being computed, not for all
        return made

    def query(self, text: str) -> Floats:
        """`(dim,) float32, unit length`."""
        vector: Floats = self._embed(self._tokens.ids([PROMPTS["query"] + text]))[0]
        return vector

    def _embed(self, rows: Sequence[Sequence[int]]) -> Floats:
        ids, mask = padded(rows)
        weights = mask[:, :, None].astype(np.float32)
        pooled = (self._graph.hidden_states(ids, mask) * weights).sum(axis=1) / weights.sum(axis=1)
        unit: Floats = pooled / np.linalg.norm(pooled, axis=1, keepdims=True)
        return unit


def save_graph(model: Any, example: tuple[Any, Any], target: Path) -> None:
    """Trace `model` (ids, mask → hidden states) on `example`; write its graph: weights in blocks, the rest as fp16."""
    target.parent.mkdir(parents=True, exist_ok=True)
    whole = target.with_name("whole.xml")
    openvino.save_model(openvino.convert_model(model, example_input=example), str(whole), compress_to_fp16=True)
    openvino.save_model(in_blocks(openvino.Core().read_model(str(whole))), str(target), compress_to_fp16=False)
    for written in (whole, whole.with_suffix(".bin")):
        written.unlink()
