"""A home that can be filled to any size with made documents: words of real papers shuffled, three documents a case."""

from __future__ import annotations

import os
import random
import re
from hashlib import sha256
from itertools import islice
from pathlib import Path

import numpy as np

from bench.hashed_stages import DIM, hashed_stages
from corpus.case import Case
from corpus.catalogue import Catalogue
from corpus.document import Document, DocumentType
from corpus.home import Home
from corpus.paragraph import Kind, Paragraph, Place
from corpus.passage import Facets, Passage, PassageKind
from corpus.stored import PlacedFile, Understood
from corpus.writer import Writer, embed_key
from ingest.batch.pipeline import bring_up_to_date

PASSAGES = 50
WORDS = 45
"""Words a passage: the sample's passages have 45 on average."""
A_TRANSACTION = 40


class MadeCollection:
    """Papers and home below a folder; `fill` adds documents until the home holds so many passages."""

    def __init__(self, folder: Path, sample: Path) -> None:
        """Begin with one real paper, so that the home is one that a batch has made."""
        self.papers, self.home = folder / "papers", Home(folder / "home")
        self.papers.mkdir()
        first = sorted(sample.glob("motion-v-bostad-forst-svar*"))[0]
        (self.papers / "first.pdf").write_bytes(first.read_bytes())
        bring_up_to_date([self.papers], self.home, hashed_stages(self.home))
        catalogue = Catalogue.open(self.home)
        texts = (paragraph.text for document in catalogue.documents() for paragraph in document.paragraphs)
        self._words = sorted({word for text in texts for word in re.findall(r"\w+", text)})
        self._made = 0

    def fill(self, passages: int) -> None:
        """Add made documents until there are about so many passages."""
        held = len(Catalogue.open(self.home).passage_ids())
        wanted = iter(range(self._made, self._made + max(0, passages - held) // PASSAGES))
        with Writer.open(self.home) as writer:
            while some := list(islice(wanted, A_TRANSACTION)):
                with writer.transaction():
                    for number in some:
                        self._add(writer, number)
                self._made += len(some)

    def _add(self, writer: Writer, number: int) -> None:
        path = self._file(number)
        document, passages = self._document(number, path)
        status = path.stat()
        writer.put_files(
            (
                PlacedFile(
                    str(path), str(self.papers), document.file, status.st_size, status.st_mtime_ns, document.sha256
                ),
            )
        )
        writer.put_document(Understood(document, document, "bench", _keys(number)))
        writer.put_passages(document.sha256, passages)
        rows = np.random.default_rng(number).standard_normal((PASSAGES, DIM)).astype(np.float32)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        keyed = zip(passages, rows.astype("<f2"), strict=True)
        writer.put_vectors("hash", DIM, ((embed_key(p.embed_text), row.tobytes()) for p, row in keyed))
        if number % 3 == 2:
            files = tuple(f"made/{n}.pdf" for n in (number - 2, number - 1, number))
            writer.put_cases((Case(f"XX {number}", "Ärende", None, (f"XX {number}",), files, (), (), (), ()),))

    def _file(self, number: int) -> Path:
        """A file on disk and its kept bytes."""
        path = self.papers / "made" / f"{number}.pdf"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(f"%PDF made {number}".encode())
        os.utime(path, (1.6e9, 1.6e9))
        self.home.kept(sha256(path.read_bytes()).hexdigest()).write_bytes(path.read_bytes())
        return path

    def _document(self, number: int, path: Path) -> tuple[Document, tuple[Passage, ...]]:
        chance = random.Random(number)
        texts = [" ".join(chance.choices(self._words, k=WORDS)) for _ in range(PASSAGES)]
        place = (Place(1, (70.0, 100.0, 500.0, 112.0)), Place(1, (70.0, 114.0, 480.0, 126.0)))
        document = Document(
            file=f"made/{number}.pdf",
            sha256=sha256(path.read_bytes()).hexdigest(),
            type=DocumentType.OVRIGT,
            title=f"Handling {number}",
            date=f"{2000 + number % 25}-01-01",
            pages=3,
            page_sizes=((595.0, 842.0),) * 3,
            paragraphs=tuple(Paragraph(n, Kind.PARAGRAPH, text, place) for n, text in enumerate(texts, 1)),
        )
        facets = Facets(document.type.value, document.date, ("Kommunstyrelsen",))
        passages = tuple(
            Passage(PassageKind.TEXT, document.file, (n,), text, tuple(text.lower().split()), facets)
            for n, text in enumerate(texts, 1)
        )
        return document, passages


def _keys(number: int) -> frozenset[str]:
    """Ten keys of its own, and one with the other papers of its case."""
    return frozenset((f"dnr:XX {number // 3}", *(f"krav:{number}:{n}" for n in range(10))))
