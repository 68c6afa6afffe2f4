"""What people are called besides their names: the title in front and the apposition behind."""

from __future__ import annotations

import re

from onrecord.ingest.spans import Span

# Title words directly in front of a name; small joining words may stand between them (Secretary of State John Roe).
_BEFORE = re.compile(r"((?:[\w’'.-]+ ){1,6})$")
_BEHIND = re.compile(
    r",? (?:an?|the|his|her|its|their)? ?((?:[\w’'-]+ ){0,5}[\w’'-]+)(?= (?:of|for|at|in|who|said|told|says)\b|[,.;)])"
)
_OFFICES = frozenset(
    (
        "president chancellor premier minister secretary senator governor mayor congressman congresswoman lawmaker "
        "representative ambassador commissioner general admiral colonel commander officer chief chairman chairwoman "
        "chair director spokesman spokeswoman spokesperson professor doctor judge justice prosecutor lawyer "
        "attorney analyst economist author journalist reporter editor candidate nominee leader king queen prince "
        "pope bishop archbishop coach captain manager executive founder owner head sheriff detective candidate "
        "teacher student researcher scientist billionaire businessman businesswoman activist strategist adviser "
        "advisor aide ceo actor actress singer official"
    ).split()
)
_DOERS = ("er", "or", "ist", "ian", "man", "woman", "person", "ee", "ant")


def is_person(noun: str) -> bool:
    """True for a noun that means people rather than a body of them: official, sources, leader; not junta, ministry."""
    single = noun.removesuffix("s")
    return single in _OFFICES or single in {"source", "individual"} or single.endswith(_DOERS)


def is_office(word: str) -> bool:
    """True for the noun of an office or occupation, in any case: President, lawyer."""
    return word.lower() in _OFFICES


def offices_of(text: str, name: Span) -> frozenset[str]:
    """The offices and occupations one naming of a person carries: of "President Roe, a former judge," president, judge.

    In: the settled text and the span of a personal name. Out: office nouns in lower case.
    Unsure: words that are no known office count for nothing.
    """
    before = _BEFORE.search(text, max(0, name.start - 60), name.start)
    behind = _BEHIND.match(text, name.end, name.end + 80)
    words: list[str] = []
    if before is not None:
        words += before.group(1).lower().split()[-3:]
    if behind is not None and text[name.end : name.end + 1] == ",":
        words += behind.group(1).lower().split()
    return frozenset(words) & _OFFICES
