"""How a run of indexing is shown: a bar with what is done, what is left, and in the end what came of it."""

from __future__ import annotations

from ingest.batch.report import Progress, Report
from ui.texts import Texts
from ui.web.indexing import Job
from ui.web.markup import Markup, tag


def job_view(job: Job, texts: Texts) -> Markup:
    """The run as it stands; empty before the first."""
    if job.running:
        return _running(job.progress, texts)
    if job.error:
        return tag("p", job.error, class_="error", role="alert")
    return _ended(job.report, texts) if job.report else Markup("")


def time_left(seconds: float | None, texts: Texts) -> str:
    """How long is left, in words that do not promise more than is known."""
    if seconds is None:
        return texts("job.unknown")
    if seconds < 60:
        return texts("job.under_a_minute")
    return texts.count("job.minutes", round(seconds / 60))


def _running(progress: Progress | None, texts: Texts) -> Markup:
    if progress is None:
        return tag("div", tag("p", texts("job.starting")), tag("progress", aria_label=texts("job.bar")), class_="job")
    done, total = progress.documents, progress.documents_total
    known = total > 0
    bar = tag("progress", value=done if known else None, max=total if known else None, aria_label=texts("job.bar"))
    words = texts("job.done_of", done=done, total=total) if known else texts(f"job.phase_{progress.phase.name.lower()}")
    return tag(
        "div",
        tag("p", words, " · ", time_left(progress.eta, texts)),
        bar,
        tag("p", progress.file, class_="file") if progress.file else None,
        class_="job",
    )


def _ended(report: Report, texts: Texts) -> Markup:
    counts = texts(
        "job.report", added=report.added, changed=report.changed, removed=report.removed, unchanged=report.unchanged,
        documents=report.documents,
    )  # fmt: skip
    failed = [tag("li", tag("strong", one.file), ": ", one.error, " ", one.hint, lang="sv") for one in report.failed]
    return tag(
        "div",
        tag("p", tag("strong", texts("job.ended")), " ", counts),
        tag("p", texts.count("job.failed", len(failed))) if failed else None,
        tag("ul", *failed) if failed else None,
        class_="job", role="status",
    )  # fmt: skip
