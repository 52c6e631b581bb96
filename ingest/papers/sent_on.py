"""Whether an item takes a petition in and sends it on: "tar emot motionen och skickar den till kommunstyrelsen"."""

from __future__ import annotations

import re

from ingest.papers.bodies import mentions

_PETITION = (
    r"(?:motion(?:en|erna)?|(?:medborgar|invånar|e-|ledamots)(?:förslag|motion|initiativ)(?:et|en)?|(?:folk)?initiativet"
    r"|interpellation(?:en|erna)?)\b"
)
_VIA = r"(?:vidare)?skicka|(?:över|vidare)?sänd|(?:över)?lämna|remittera|hänskjut|hänvisa|vidarebefordra"
_SENDS = rf"\b(?:(?:{_VIA})\w*|går?\b)"
_THE = r"(?:(?:den|det|de|dessa|samtliga|båda|inkomna|inlämnade|föreliggande)\s+)*"
_TO = r"(?:\s+(?:den|det|dem|dessa|denna|över|vidare|samtliga))*\s+till\s+"
_SENT_ON = re.compile(
    rf"(?:^|\batt\s+|\bemot\s+|\b(?:anmäler|mottar|för)\s+){_THE}{_PETITION}"
    rf"(?P<between>(?:[^.;]|\.\s+(?=De[nt]?\s)){{0,80}}?){_SENDS}{_TO}"
    rf"|{_SENDS}\s+(?:över\s+)?{_PETITION}(?P<after>[^.;]{{0,60}}?)\s+till\s+",
    re.IGNORECASE,
)
_NOT_ITSELF = re.compile(r"\b(?:svar|yttrande|handlingarna|protokollet|skrivelse)", re.IGNORECASE)
"""What else then may be what is sent: "Motionen läggs till handlingarna och svaret skickas till nämnden"."""


def is_sent_on(text: str) -> bool:
    """Whether a petition itself is sent on to a body, whatever was done with it first."""
    return any(
        not _NOT_ITSELF.search(sent["between"] or sent["after"] or "")
        and any(named.start == sent.end() for named in mentions(text))
        for sent in _SENT_ON.finditer(text)
    )
