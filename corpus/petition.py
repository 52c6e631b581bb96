"""What somebody asks the municipality to do, by the words that papers have for it."""

from __future__ import annotations

import re

PETITION = re.compile(
    r"\bmotion|medborgarförslag|e-förslag|invånarförslag|folkinitiativ"
    r"|\b(?!besluts|ändrings|tilläggs|budget)[\wåäö]{3,}s(?:förslag|initiativ)(?:et)?,?\s+(?:nr|nummer)\b",
    re.IGNORECASE,
)
"""A motion or a proposal from the inhabitants, in any form of the word; a municipality's own name for these is known by
its number ("Bodarpsförslag nr 12")."""
