"""What somebody asks the municipality to do, by the words that papers have for it."""

from __future__ import annotations

import re

PETITION = re.compile(r"\bmotion|medborgarförslag|e-förslag|invånarförslag|folkinitiativ", re.IGNORECASE)
"""A motion or a proposal from the inhabitants, in any form of the word."""
