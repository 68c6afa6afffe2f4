"""Somebody quoted by somebody: "The Bugle quoted Roe as saying" reports what Roe said."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.ingest.quotes.sources import said_by
from onrecord.ingest.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.ingest.language.reading import Content, Name

_IS_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b")
# The verb, what stands between it and the words behind, and these.
_QUOTED = re.compile(
    r"(?P<auxiliary>\b(?:(?:has|have|had|is|are|was|were|been|being|also|later|widely|often)\s+){0,6})"
    r"\b(?P<verb>quot(?:e[sd]?|ing)|cit(?:e[sd]?|ing))\s+"
    r"(?P<between>[^;:\"“”\n]{0,120}?),?\s*\bas\s+(?:saying|having\s+said|stating|telling)\b(?:\s*:)?"
)
# Between verb and "as saying" these begin no object: quoted by the paper, on Friday, last week, widely.
_NO_OBJECT = re.compile(
    r"(?:by|in|on|at|from|to|for|as|last|this|earlier|later|recently|widely|elsewhere|during|after|before|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
# When it was said is no part of who said it: Roe on Friday.
_WHEN = re.compile(
    r",?\s+(?:(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:last|this)\s+\w+|in\s+\d{4}|(?:earlier|later)\b.*)$"
)
_LAST_WORD = re.compile(r"(\w+)[.!?]\s")
_ABBREVIATED = frozenset("Mr Mrs Ms Dr St Lt Col Gen Sgt Adm Capt Maj Sen Rep Gov Prof Rev Hon".split())
_QUOTES = re.compile(r"quot(?:e[sd]?|ing)")
_EDGES = " \t\r\n\u00a0,:"


@dataclass(frozen=True, slots=True)
class _Quoting:
    """One "quoted X as saying". ``who``: X, None where no mention stands there. ``words``: from the verb on."""

    verb: Span
    words: Span
    who: Span | None


def with_quoted(text: str, names: Sequence[Name], contents: Sequence[Content]) -> tuple[Content, ...]:
    """Contents whose source is whom somebody else quotes.

    In: the settled text, the names in it, and the contents.
    Out: the contents in order. Those that lean on the verb of "quoted X as saying", or of "X was quoted (by the paper)
    as saying", are by X, and lose what they hold of these words. One that is nothing but a name behind "quotes" is left
    out: it tells whose words follow.
    Unsure: where no mention stands in X's place, contents keep their sources. Another verb than quote and cite leaves
    all as it was.
    """
    mentions = {name.span for name in names} | {one.span for content in contents for one in content.sources}
    quoting = list(_quoting(text, mentions | {content.span for content in contents}))
    named = {name.span for name in names}
    found: list[Content] = []
    for content in contents:
        one = next((one for one in quoting if _leans_on(content, one)), None)
        if one is not None:
            found.extend(_by_quoted(text, content, one))
        elif content.span not in named or not any(_QUOTES.fullmatch(cue.span.of(text)) for cue in content.cues[:1]):
            found.append(content)
    return tuple(found)


def _quoting(text: str, mentions: Iterable[Span]) -> Iterator[_Quoting]:
    """Every "quoted as saying" of a text."""
    for match in _QUOTED.finditer(text):
        between = match["between"]
        if any(len(word) > 1 and word not in _ABBREVIATED for word in _LAST_WORD.findall(between)):
            continue
        verb, words = Span(*match.span("verb")), Span(match.start("verb"), match.end())
        if _IS_PASSIVE.search(match["auxiliary"]):
            ends = len(text[: match.start()].rstrip())
            before = [span for span in mentions if span.end == ends]
            yield _Quoting(verb, words, min(before, default=None))
        elif between and not _NO_OBJECT.match(between):
            start = match.start("between")
            yield _Quoting(verb, words, Span(start, start + len(_WHEN.sub("", between))))


def _leans_on(content: Content, one: _Quoting) -> bool:
    """True where the verb is the content's cue, or the content begins in the words behind it, or is X."""
    begins = one.words.start <= content.span.start < one.words.end
    return begins or content.span == one.who or any(cue.span.meets(one.verb) for cue in content.cues[:1])


def _by_quoted(text: str, content: Content, one: _Quoting) -> list[Content]:
    """The content by X without "X as saying"; none where nothing is left."""
    start = content.span.start
    if one.words.start <= start < one.words.end:
        start = one.words.end
        while start < content.span.end and text[start] in _EDGES:
            start += 1
    if start >= content.span.end or content.span == one.who:
        return []
    content = replace(content, span=Span(start, content.span.end))
    return [content if one.who is None else said_by(content, one.who)]
