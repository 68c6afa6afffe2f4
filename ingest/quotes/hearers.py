"""Who is told and who hears is no speaker: "the court was told", "inquest hears", "City denies risk, MPs told"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.ingest.quotes.sources import without
from onrecord.ingest.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.ingest.language.reading import Content

# Bodies and people before whom evidence is given: what they hear are others' words.
_HEARING = (
    r"courts?|inquests?|tribunals?|jury|juries|jurors?|judges?|magistrates?|inquiry|inquiries|hearings?|trials?|"
    r"panels?|committees?|subcommittees?|commissions?|MPs|MSPs|peers|lawmakers|senators"
)
_BODY = re.compile(rf"(?:.*\b)?(?:{_HEARING})", re.IGNORECASE | re.DOTALL)
_WORD = re.compile(r"\w")
_PRONOUN = re.compile(r"I|you|he|she|it|we|they|who|which|that", re.IGNORECASE)
# Where the body sits ("the inquest in Leeds"), and what stands before the verb.
_PLACED = r"(?:\s+(?:in|at|into)\s+[\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3})?"
_ALSO = r"(?:\s+(?:has|had|have|also|then|later|previously|often|\w+ly)){0,4}"
_WAS_TOLD = re.compile(rf"{_PLACED}{_ALSO}\s+(?:is|are|was|were|be|been|being){_ALSO}\s+told\b")
_HEARD = re.compile(rf"{_PLACED}{_ALSO}\s+(?:hears?|heard)\b")
# "Told" with nobody behind it who is told: at the end, or before what somebody is to do.
_TOLD = re.compile(
    r"\s+told(?:\s*(?:[.!?;\n]|$)|\s+to\s+(?!(?:the|an?|his|her|its|our|us|me|reporters|journalists|media)\b)[a-z])"
)
_TOLD_OF = re.compile(r"\s+told\s+(?:that|of|how|about)\b")
# The same as the end of what is said: ", the inquest hears".
_TAIL = re.compile(
    rf"\s*[,–—-]\s*(?:(?:the|an?)\s+)?(?:[\w’'-]+\s+){{0,2}}?(?:{_HEARING}){_ALSO}"
    rf"(?:\s+(?:hears?|heard)|(?:\s+(?:is|are|was|were|been))?{_ALSO}\s+told)\.?",
    re.IGNORECASE,
)


def without_hearers(text: str, contents: Iterable[Content]) -> tuple[Content, ...]:
    """Contents without the sources that only listen.

    In: the settled text and the contents.
    Out: the contents in order. A mention that is told or hears something where it stands is nobody's source; what it
    weighed goes to nobody. Whoever is told counts ("Roe was told", "residents told to leave"); who hears counts where
    evidence is given before them (courts, juries, committees): "Roe heard" may be Roe's own account. A clause such as
    ", the inquest hears" at the end of a content is no part of it.
    Unsure: "told" with a word behind it that may be who is told leaves the source as it is, and so does a cue that
    stands elsewhere ("Roe was told of it and said ...").
    """
    return tuple(_heard(text, content) for content in contents)


def _heard(text: str, content: Content) -> Content:
    span = content.span
    for tail in _TAIL.finditer(text, span.start, span.end):
        if tail.end() == span.end and tail.start() > span.start:
            span = Span(span.start, tail.start())
    cue = next((one.span for one in content.cues[:1] if _WORD.search(one.span.of(text))), None)
    return without(replace(content, span=span), lambda source: _hears(text, source, cue))


def _hears(text: str, mention: Span, cue: Span | None) -> bool:
    """True where the mention is the subject of a verb of hearing, or of being told, and no other verb is the cue."""
    words = mention.of(text)
    verbs = [_WAS_TOLD]
    if not _PRONOUN.fullmatch(words):
        verbs.append(_TOLD)
    if _BODY.fullmatch(words):
        verbs += [_HEARD, _TOLD_OF]
    heard = [found for verb in verbs if (found := verb.match(text, mention.end))]
    return any(cue is None or cue.meets(Span(*found.span())) for found in heard)
