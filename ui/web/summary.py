"""What is said about an answer: how it was found, what was searched, and plainly when there is no decision."""

from __future__ import annotations

from corpus.decision import Status
from search.answer import Answer, Coverage
from ui.texts import Texts
from ui.web.dates import written
from ui.web.markup import Markup, join, tag


def coverage_line(coverage: Coverage, texts: Texts, *, searched: str | None = None) -> str:
    """What was searched (all, unless `searched` says otherwise) and what could not be read, in one sentence or two."""
    searched = searched or texts.count("coverage.searched", coverage.documents)
    if coverage.first and coverage.last:
        searched += texts("coverage.period", first=written(coverage.first, texts), last=written(coverage.last, texts))
    missing = []
    if coverage.failed:
        missing.append(texts.count("coverage.failed", coverage.failed))
    if coverage.unread_pages:
        missing.append(texts.count("coverage.unread", coverage.unread_pages))
    if not missing:
        return f"{searched}. {texts('coverage.complete')}"
    return f"{searched}. {texts('coverage.missing', what=texts('date.and').join(missing))}"


def route_line(answer: Answer, texts: Texts) -> str:
    """How the answer was found and how long it took."""
    seconds = f"{answer.seconds:.2f}".replace(".", "," if texts.language == "sv" else ".")
    return texts(f"route.{answer.route.value}") + " " + texts("route.seconds", seconds=seconds)


def held(coverage: Coverage, texts: Texts) -> str:
    """What the collection holds, before anything is asked."""
    return coverage_line(coverage, texts, searched=texts.count("coverage.held", coverage.documents))


def answer_head(answer: Answer, texts: Texts, *, within: int | None = None) -> Markup:
    """The lines above the cards: what was found, or that nothing was, and what was searched; `within` is how many
    papers the filters left, None where there are no filters."""
    found = answer.answerable and bool(answer.decisions or answer.hits)
    heading = _found_words(answer, texts) if found else texts("ask.nothing")
    advice = (
        None if found else tag("p", texts("ask.nothing_why" if answer.hits else "ask.nothing_near"), class_="advice")
    )
    lines = [tag("h2", heading), advice, _list_goes_on(answer, texts), _facts(answer, texts, within)]
    return tag("div", join(lines), class_="answer-head" if found else "answer-head nothing", role="status")


def _found_words(answer: Answer, texts: Texts) -> str:
    adopted = sum(decision.status == Status.ADOPTED for decision in answer.decisions)
    proposed = len(answer.decisions) - adopted
    if not answer.decisions:
        return _found_among_hits(answer, texts)
    if not adopted:
        return texts.count("ask.proposals", proposed)
    decisions = texts.count("ask.decisions", adopted)
    if not proposed:
        return decisions
    both = texts.count("ask.and_decisions", adopted)
    return texts("ask.both", decisions=both, proposals=texts.count("ask.and_proposals", proposed))


def _found_among_hits(answer: Answer, texts: Texts) -> str:
    """Many decisions answer no demand (a rate, a plan): they stand among the hits, and the heading says so."""
    statuses = {hit.status for hit in answer.hits}
    if Status.ADOPTED in statuses:
        return texts("ask.decision_among_hits")
    return texts("ask.proposal_among_hits" if Status.PROPOSED in statuses else "ask.no_decision_but_hits")


def _list_goes_on(answer: Answer, texts: Texts) -> Markup | None:
    """That a listing goes on beyond what is shown, or ends before it."""
    shown = len(answer.hits)
    if answer.listed is None or answer.listed == shown:
        return None
    ends = answer.listed < shown
    said = texts("ask.list_ends", n=answer.listed) if ends else texts("ask.list_goes_on", n=shown, all=answer.listed)
    return tag("p", said, class_="list-goes-on")


def _facts(answer: Answer, texts: Texts, within: int | None) -> Markup:
    coverage = answer.coverage
    searched = None
    if within is not None:
        searched = texts("coverage.within", n=texts.number(within), all=texts.number(coverage.documents))
    return tag(
        "p",
        tag("span", coverage_line(coverage, texts, searched=searched), class_="coverage"),
        " ",
        tag("span", route_line(answer, texts), class_="route"),
        class_="answer-facts",
    )
