"""The head of a mention: the word by which two mentions of a speaker are held to be the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.ingest.evaluation.words import WORD
from onrecord.ingest.spans import Span

_BREAK = re.compile(r"[,;:()\[\]—–]|--| - ")
# What ends the first noun phrase of a mention, and is passed over in front of it ("according to X").
_STOPS = frozenset(
    (
        "of for in at on from with by to about as who whom whose which that and or but nor than after before during "
        "while when where said says told is was were are has have had including among against inside outside within "
        "near like between behind under over through via"
    ).split()
)
_STARTS = frozenset({"that", "who", "which", "like"})


def head_of(text: str, spans: Sequence[Span]) -> Span | None:
    """The last word of the first noun phrase: "Smith" of "John Smith, a farmer of Ohio".

    In: the text and the spans of one mention. Out: the head's span, or None where the spans hold no word.
    Unsure: a phrase ends at the first comma, dash or bracket, preposition, relative, conjunction or common verb.
    """
    for span in spans:
        head = _head(text, [Span(*match.span()) for match in WORD.finditer(text, span.start, span.end)])
        if head is not None:
            return head
    return None


def _head(text: str, words: Sequence[Span]) -> Span | None:
    head: Span | None = None
    for span in words:
        word = span.of(text).lower()
        if head is None:
            if word in _STOPS and word not in _STARTS and span != words[-1]:
                continue
        elif word in _STOPS or _BREAK.search(text[head.end : span.start]):
            break
        head = span
    return head
