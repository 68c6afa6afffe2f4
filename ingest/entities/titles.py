"""Titles and offices as an article writes them beside a personal name: Defense Secretary, head of the Harbour Board."""

from __future__ import annotations

import re

from onrecord.ingest.entities.offices import is_office
from onrecord.ingest.spans import Span

# Words written large in front of the name, small ones between them: Secretary of State; or an occupation written small.
_BEFORE = re.compile(r"((?:(?:[A-Z][\w’'.-]*|of|the|for|and) ){0,6}(?:former )?[A-Za-z][\w’'-]* )$")
_BEHIND = re.compile(r", ((?:an?|the|its|his|her|their) )?([^,.;:()\[\]\n\"“”]{3,80})(?=[,.;)])")
_NO_TITLE = frozenset(
    (
        "a an and as at after before but by for from if in into it its of on or over since so that the their then this "
        "to under until when where while who with january february march april may june july august september october "
        "november december monday tuesday wednesday thursday friday saturday sunday"
    ).split()
)
_SAYS_MORE = re.compile(r"\s(?:of|for|at|in|on|to|with|who|which|and)\s")


def titles_of(text: str, name: Span) -> tuple[str, ...]:
    """The titles one naming of a person carries, as written.

    In: the settled text and the span of a personal name. Out: the title in front and the one behind a comma, without
    article, those that are there.
    Unsure: words without an office or occupation that is known are none.
    """
    found = []
    before = _BEFORE.search(text, max(0, name.start - 90), name.start)
    if before is not None:
        words = before.group(1).split()
        while words and words[0].lower() in _NO_TITLE:
            words = words[1:]
        if any(is_office(word) for word in words) and words[-1].lower() not in _NO_TITLE and _ends_well(words):
            found.append(" ".join(words))
    behind = _BEHIND.match(text, name.end, name.end + 100)
    if behind is not None and is_office(_SAYS_MORE.split(behind.group(2))[0].split()[-1]):
        found.append(" ".join(behind.group(2).split()))
    return tuple(found)


def _ends_well(words: list[str]) -> bool:
    """True where the office is the last word, or what stands behind it belongs to it: Secretary of State."""
    return is_office(words[-1]) or any(is_office(word) and "of" in words[place:] for place, word in enumerate(words))
