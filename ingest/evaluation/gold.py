"""Articles labelled by hand: one JSON object a line, read with an error that names the line where it is unusable."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from onrecord.ingest.errors import OnrecordError
from onrecord.ingest.spans import Span


class GoldError(OnrecordError):
    """The labels cannot be used: which line, what was found, what was expected."""


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """One thing said, as labelled: the mention beside it (empty: none), the words that introduce it, what is said."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldName:
    """A name with its type. ``is_nested``: inside a longer one; neither missed nor spurious."""

    span: Span
    type: str
    is_nested: bool


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One labelled article.

    ``names``: None where names were not labelled. ``regions``: the stretches in which all names are labelled, or None
    for the whole text. ``discard``: stretches whose quotes nobody judged; what is found there does not count.
    """

    id: str
    text: str
    quotes: tuple[GoldQuote, ...]
    names: tuple[GoldName, ...] | None
    regions: tuple[Span, ...] | None
    discard: tuple[Span, ...]


def read_gold(lines: Iterable[bytes], name: str) -> tuple[GoldArticle, ...]:
    """Read labelled articles.

    In: lines of UTF-8 JSON, ``{"id", "text", "attributions": [{"source", "cue", "content"}]}``, each of the last three
    a list of [start, end]; optionally ``"mentions": [{"start", "end", "type"}]``, ``"regions"`` and ``"discard"``.
    Other keys are passed over. ``name``: of the file, for errors. Out: the articles in order.
    Offsets: half-open Unicode code points into the text as given.
    Errors: GoldError for a line that is no such object, an id given twice, a span outside the text, and no line at all.
    """
    articles: dict[str, GoldArticle] = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                article = _article(line)
            except _UnusableError as problem:
                raise GoldError(f"{name}, line {number}: {problem}") from None
            if article.id in articles:
                raise GoldError(
                    f"{name}, line {number}: the id {article.id!r} a second time; each article needs its own."
                )
            articles[article.id] = article
    if not articles:
        raise GoldError(f"{name}: no article found; a JSON object a line expected.")
    return tuple(articles.values())


class _UnusableError(Exception):
    """What is wrong with one line, without the place."""


def _article(line: bytes) -> GoldArticle:
    try:
        given = json.loads(line)
    except ValueError as error:
        raise _UnusableError(f"no JSON ({error}); one object a line expected.") from None
    if not isinstance(given, dict):
        raise _UnusableError("no JSON object; {...} expected.")
    text = _needed(given, "text", str)
    names = given.get("mentions")
    regions = given.get("regions")
    return GoldArticle(
        id=str(_needed(given, "id", str | int)),
        text=text,
        quotes=tuple(_quote(item, text) for item in _needed(given, "attributions", list)),
        names=None if names is None else tuple(_name(item, text) for item in _needed(given, "mentions", list)),
        regions=None if regions is None else _spans(given, "regions", text),
        discard=_spans(given, "discard", text),
    )


def _needed(given: dict[str, Any], key: str, kind: Any) -> Any:
    value = given.get(key)
    if not isinstance(value, kind) or isinstance(value, bool):
        shown = "nothing" if key not in given else json.dumps(value)[:40]
        expected = {str: "a string", list: "a list"}.get(kind, "a string or a number")
        raise _UnusableError(f'"{key}": {shown} found, {expected} expected.')
    return value


def _quote(item: Any, text: str) -> GoldQuote:
    if not isinstance(item, dict):
        raise _UnusableError('"attributions": a list of objects with source, cue and content expected.')
    content = _spans(item, "content", text)
    if not content:
        raise _UnusableError('an attribution without "content"; at least one [start, end] expected.')
    return GoldQuote(_spans(item, "source", text), _spans(item, "cue", text), content)


def _name(item: Any, text: str) -> GoldName:
    if not isinstance(item, dict):
        raise _UnusableError('"mentions": a list of objects with start, end and type expected.')
    span = _span([item.get("start"), item.get("end")], "mentions", text)
    return GoldName(span, _needed(item, "type", str), bool(item.get("nested")))


def _spans(item: dict[str, Any], key: str, text: str) -> tuple[Span, ...]:
    value = item.get(key)
    if value is None:
        return ()
    if not isinstance(value, list):
        raise _UnusableError(f'"{key}": a list of [start, end] expected.')
    return tuple(_span(pair, key, text) for pair in value)


def _span(pair: Any, key: str, text: str) -> Span:
    match pair:
        case [int(start), int(end)] if 0 <= start < end <= len(text):
            return Span(start, end)
        case _:
            shown = json.dumps(pair)[:40]
            raise _UnusableError(
                f'"{key}": {shown} found, [start, end] within 0..{len(text)} expected, start before end.'
            )
