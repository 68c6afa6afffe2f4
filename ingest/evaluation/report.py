"""The figures written down: as a table for people, as an object for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from onrecord.ingest.evaluation.compare import Compared, Misread
from onrecord.ingest.evaluation.figures import Prf
from onrecord.ingest.evaluation.intervals import Interval, Measured
from onrecord.ingest.evaluation.tally import KINDS

EXCERPT = 110  # characters of a line that are shown
NAME = 34  # characters of a speaker
OF_EACH = 5  # quotes of each sort that are shown for an article

_LEGEND = """\
right    quote and speaker: at least half of the words, and the mention beside it; precision, recall, F1
found    at least half of the words (F1);  exact    the same words (F1)
speaker  right mention beside a found quote, where the labels have one;  cue  shares a word with the labelled one
A quote is counted by its pieces inside paragraphs; marks and punctuation do not matter."""


def as_text(result: Measured, articles: Sequence[Compared], worst: int) -> str:
    """Write the figures as a table, and the articles with most errors below; several lines, no line end behind."""
    return "\n".join([*_quotes(result), *_confidence(result), *_names(result), *_to_read(articles, worst)])


def as_json(result: Measured, articles: Sequence[Compared], worst: int) -> dict[str, Any]:
    """Write the same as an object: figures 0 to 1, unrounded."""
    return {
        "articles": result.article_count,
        "quotes": {kind: asdict(result.figures[kind]) for kind in KINDS},
        "intervals": {kind: asdict(interval) for kind, interval in result.intervals.items()},
        "confidence": asdict(result.confidence),
        "names": None if result.names is None else {type_: asdict(prf) for type_, prf in result.names.items()},
        "worst": [
            {
                "id": article.id,
                "missed": list(article.missed),
                "spurious": list(article.spurious),
                "wrong_speaker": [asdict(misread) for misread in article.misread],
            }
            for article in _worst(articles, worst)
        ],
    }


def _quotes(result: Measured) -> Iterator[str]:
    noun = "article" if result.article_count == 1 else "articles"
    yield f"Quotes of {result.article_count:,} {noun}, in percent (95% interval in brackets):"
    yield ""
    yield "kind      labels  found    right P     R    F1                found   exact  speaker    cue"
    for kind in KINDS:
        row = result.figures[kind]
        intervals = result.intervals.get(kind)
        end_to_end = f"{_prf(row.end_to_end)} {_brackets(intervals.end_to_end_f1 if intervals else None)}"
        yield (
            f"{kind:8}{row.gold:8,}{row.found:7,}   {end_to_end} {_percent(row.near.f1):>7} {_percent(row.exact.f1):>7}"
            f"  {_percent(row.speaker):>7}{_percent(row.cue):>7}"
        )
    yield ""
    yield _LEGEND


def _confidence(result: Measured) -> Iterator[str]:
    yield ""
    yield "How sure, and how often right, in percent:"
    yield ""
    yield "confidence   found   right"
    for one in result.confidence.classes:
        yield f"{_percent(one.confidence):>10}{one.found:8,}{_percent(one.right):>8}"
    yield f"expected calibration error {result.confidence.error:.3f}"


def _names(result: Measured) -> Iterator[str]:
    if result.names is None:
        return
    yield ""
    yield "Names, same span and type, in percent:"
    yield ""
    yield "type           P     R    F1"
    for type_, figures in result.names.items():
        yield f"{type_:10}{_prf(figures)}"


def _to_read(articles: Sequence[Compared], worst: int) -> Iterator[str]:
    listed = _worst(articles, worst)
    if listed:
        yield ""
        yield "Articles with most errors:"
    for article in listed:
        yield ""
        yield (
            f"{article.id}: {len(article.missed)} missed, {len(article.spurious)} spurious, "
            f"{len(article.misread)} with the wrong speaker"
        )
        yield from _some("missed", article.missed)
        yield from _some("spurious", article.spurious)
        yield from _some("speaker", [_told(misread) for misread in article.misread])


def _told(misread: Misread) -> str:
    found, expected = (_short(who, NAME) if who else "nobody" for who in (misread.found, misread.expected))
    return f"{_short(misread.words, NAME)} | {found}, not {expected}"


def _worst(articles: Sequence[Compared], worst: int) -> list[Compared]:
    """The articles with most errors, most first; none without an error."""
    with_errors = [article for article in articles if article.error_count]
    return sorted(with_errors, key=lambda article: -article.error_count)[:worst]


def _some(label: str, quotes: Sequence[str]) -> Iterator[str]:
    for quote in quotes[:OF_EACH]:
        yield f"  {label:9} {_short(quote, EXCERPT)}"
    if len(quotes) > OF_EACH:
        yield f"  {'':9} and {len(quotes) - OF_EACH} more"


def _short(text: str, length: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"


def _prf(figures: Prf) -> str:
    return " ".join(f"{_percent(value):>5}" for value in (figures.precision, figures.recall, figures.f1))


def _percent(value: float) -> str:
    return f"{100 * value:.1f}"


def _brackets(interval: Interval | None) -> str:
    return f"({_percent(interval.low):>4}-{_percent(interval.high):>5})" if interval else f"{'':12}"
