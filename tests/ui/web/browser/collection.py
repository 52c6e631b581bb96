"""The papers that the browser tests read: a part of the sample collection, and two made by hand."""

from __future__ import annotations

import shutil
from pathlib import Path

DOCUMENTS = Path(__file__).resolve().parents[4] / "corpus" / "documents"

SAMPLE = (
    "motion-bekampa-prostitutionen-svar.pdf",
    "motion-mp-tryggare-skolvagar.pdf",
    "motion-mp-tryggare-skolvagar-svar.pdf",
    "protokoll-ks-2021-08-31-164.pdf",
    "protokoll-kf-2021-09-28-201.pdf",
    "motion-c-bygg-mer-i-tra.pdf",
    "motion-c-bygg-mer-i-tra-svar.pdf",
    "handlingsplan-for-giftfri-forskola-2019-2022-2019.pdf",
    "handlingsplan-for-giftfri-vardag-i-forskola-och-skola-2023-2026-2023.pdf",
)

LATER = "motion-s-klimatsmarta-trabyggen.pdf"
"""Uploaded while somebody else searches; also the new motion whose precedents are looked for."""

HOSTILE_TITLE = "<script>alert(1)</script> och <img src=x onerror=alert(2)>"


def write_papers(folder: Path) -> None:
    """Copy the sample and make a PDF whose title and text are hostile."""
    folder.mkdir(parents=True)
    for name in SAMPLE:
        shutil.copyfile(DOCUMENTS / name, folder / name)
    lines = [HOSTILE_TITLE, "Handlingen handlar om luftskepp och zeppelinare."]
    (folder / "ond.pdf").write_bytes(tiny_pdf(lines, title=HOSTILE_TITLE))
    (folder / "trasig.pdf").write_bytes(b"%PDF-1.7\nslut")


def tiny_pdf(lines: list[str], *, title: str) -> bytes:
    """A PDF of one page with a title and lines of Helvetica, the first of them large."""

    def text(words: str) -> bytes:
        return b"(" + words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252") + b")"

    shown = b"".join(
        b"BT /F1 %d Tf 60 %d Td %s Tj ET\n" % (20 if n == 0 else 11, 760 - 40 * n, text(line))
        for n, line in enumerate(lines)
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%sendstream" % (len(shown), shown),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title %s >>" % text(title),
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, start)
    )
