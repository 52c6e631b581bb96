"""How the parts that answer are put together: a searcher over a home. Light enough for a process that asks once."""

from __future__ import annotations

from functools import partial

from corpus.catalogue import Catalogue
from index.embedding import question_embedder
from search.reranking import Reranker
from search.searcher import Searcher
from ui.choices import Say, model_options, open_engine, silent
from ui.current_embedder import CurrentEmbedder
from ui.settings import Settings


def open_searcher(settings: Settings, *, say: Say = silent) -> Searcher:
    """A searcher over the home; `say` gets messages such as that the model is being built.

    Raises:
        HomeMissingError: nothing has been indexed there.
        ModelError: the model is missing, or is another one than the home was indexed with.
    """
    catalogue = Catalogue.open(settings.home)
    load = partial(question_embedder, progress=say)
    embedder = CurrentEmbedder(catalogue.model, model_options(settings), load)
    return Searcher(catalogue, open_engine(settings, catalogue), embedder, reranker=_reranker(settings))


def _reranker(settings: Settings) -> Reranker | None:
    if settings.reranker is None:
        return None
    from index.model.sentence import Reranker as CrossEncoderReranker

    return CrossEncoderReranker(settings.reranker)
