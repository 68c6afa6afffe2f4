"""Transcripts and interviews: a label at the start of a paragraph says who speaks ("PENCE: ...", "Q: ... A: ...")."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.ingest.language.reading import Candidate
from onrecord.ingest.quotes.emphasis import without_loose
from onrecord.ingest.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST_TURNS = 4  # fewer labelled paragraphs are a list or a headline, not a conversation
SURE = 0.9  # turns of a recognised transcript are seldom wrong

# A short name in capitals, or Q and A, or one to four capitalised words; then a colon, then what is said. A transcript
# that is quoted whole opens each turn with a mark. Markdown sets the label in asterisks, with its colon or without,
# or the whole turn.
_STARS = r"(?:\*{1,3}|_{1,3})?"
_LABEL = re.compile(
    rf"{_STARS}[\"“‘]?(?P<label>[QA]|[A-Z][A-Z.’'\-]+(?: [A-Z][A-Z.’'\-]+){{0,4}}|"
    r"[A-Z](?:[^\W_]|[.’'\-])+(?: [A-Z](?:[^\W_]|[.’'\-])+){0,3})"
    rf"{_STARS}(?: \([^)]{{1,40}}\))?{_STARS}:{_STARS}\s+{_STARS}(?=[^\s*])"
)

_SPOKEN = re.compile(r"[^\W\d]{2,}\W+[^\W\d]+")  # two words; a figure behind a name is a table, not speech


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in one paragraph. ``speaker``: the label."""

    paragraph: Span
    speaker: Candidate
    said: Span
    score: float = SURE


def turns_of(text: str, read: Sequence[Span]) -> tuple[Turn, ...]:
    """The turns of a transcript; none where the article is not one.

    In: the settled text and the paragraphs read.
    Out: one turn for every labelled paragraph, if there are at least LEAST_TURNS of them, at least two speakers, and
    each counted label comes twice with words behind it: "Ingredients:" comes once, a table has figures.
    Unsure: nothing. A paragraph without a label belongs to nobody here.
    """
    labelled = [
        (span, match)
        for span in read
        if (match := _LABEL.match(text, span.start, span.end)) and _SPOKEN.search(text, match.end(), span.end)
    ]
    often = {label for label, count in Counter(match["label"] for _, match in labelled).items() if count >= 2}
    turns = [(span, match) for span, match in labelled if match["label"] in often]
    if len(turns) < LEAST_TURNS or len(often) < 2:
        return ()
    return tuple(
        Turn(span, Candidate(Span(*match.span("label")), 1.0), without_loose(text, Span(match.end(), span.end)))
        for span, match in turns
    )
