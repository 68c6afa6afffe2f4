"""Chants and cries: "he said, prompting chants of ..." tells what others shouted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.ingest.quotes.sources import without

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.ingest.language.reading import Content
    from onrecord.ingest.spans import Span

_CRY = re.compile(r"(?P<noun>\b(?:chants?|cries|shouts?|cheers|jeers|yells))(?P<of>\s+of)?\s*:?$")
_OF = re.compile(r"\s+of\b")
# From whoever cries to the noun: theirs, or a verb of crying; and from the words cried to whoever stands behind.
_THEIRS = re.compile(
    r"\s*(?:['’]s?)?\s*(?:\w+ly\s+|loud\s+)?(?:(?:has|have|had)\s+)?"
    r"(?:(?:(?:broke|broken|breaks?|burst|bursts|erupt(?:s|ed)?|launch(?:es|ed)?)\s+(?:out\s+)?in(?:to)?|led|leads?|"
    r"began|begins?|started|starts?|raised|took\s+up|joined(?:\s+in)?|(?:answered|responded|replied)\s+with)\s+|"
    r"to\s+(?:\w+\s+)?)?(?:the\s+|a\s+)?"
)
_FROM = re.compile(r"[\s\"”’']*(?:coming\s+)?(?:from|by)\s+")


def without_bystanders(text: str, contents: Iterable[Content]) -> tuple[Content, ...]:
    """Contents that were chanted, without the sources that only stand in the sentence.

    In: the settled text and the contents.
    Out: the contents in order. Where the likeliest cue is a noun ("chants of", "cries of"), only who stands directly
    before it ("the crowd's chants of", "fans broke into chants of") or behind "from" is a source; what others weighed
    goes to nobody.
    Unsure: nobody. A verb ("the crowd chanted", "fans shout") is a cue like any other.
    """
    return tuple(_by_criers(text, content) for content in contents)


def _by_criers(text: str, content: Content) -> Content:
    noun = _noun(text, content)
    return content if noun is None else without(content, lambda span: not _cries(text, span, content, noun))


def _noun(text: str, content: Content) -> int | None:
    """Where the noun of a cry begins in the likeliest cue, if the content stands behind it."""
    cue = content.cues[0].span if content.cues else None
    if cue is None or content.span.start < cue.end:
        return None
    match = _CRY.search(cue.of(text))
    if match is None or (match["of"] is None and _OF.match(text, cue.end) is None):
        return None
    return cue.start + match.start("noun")


def _cries(text: str, source: Span, content: Content, noun: int) -> bool:
    if source.end <= noun:
        return _THEIRS.fullmatch(text, source.end, noun) is not None
    behind = _FROM.match(text, content.span.end)
    return behind is not None and behind.end() == source.start
