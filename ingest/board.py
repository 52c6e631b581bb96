"""How a board's short name is written before a § ("Kf § 61", "Ksau § 8"): for pages and papers alike."""

from __future__ import annotations

_WORDS = "Se|Jfr|Enl|Från|Till|Mot|Av|Vid|Med|Om|Och|Samt|Under|Över|Även|För|Per|På|Det|Den|Ny|Nya|Nr|Dnr|Lag|Kap|Bil"

BOARD = rf"(?!(?:{_WORDS})\b)[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{1,4}}"
"""A pattern for two to five letters, the first a capital, that are no word found before a § in running text."""
