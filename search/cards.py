"""Whether a question is about a demand at all: a decision card on another matter is worse than none.

Measured on the sample casebook: 1 of 73 questions about decisions loses its cards, and 16 of 98 others, which want a
fact or a paper; on 147 real papers with one motion, unrelated cards are what this was made for.
"""

from __future__ import annotations

from search.candidates import Asked, Candidates

WHOLLY_SAID = 0.85
"""Some text has (almost) all words of the question …"""
FAR_LESS = 0.4
"""… and the likeliest demand less than this share of what that text has: the text is what was asked for."""
DISTANT = 0.025
"""A demand without any word of the question must be this near (in cosine) to the best text; of the 73, six lie further
off, and all but one of those share a word."""


def about_demand(found: Candidates, asked: Asked) -> bool:
    """Whether `asked`, the likeliest demand, has enough of the question for its decisions to be shown."""
    likeliest = found.demands().get(asked)
    said = likeliest.said if likeliest else 0.0
    best = max((one.said for one in found.texts.found), default=0.0)
    if best >= WHOLLY_SAID and said < FAR_LESS * best:
        return False
    return said > 0 or found.texts.best_dense - found.tied.best_dense <= DISTANT
