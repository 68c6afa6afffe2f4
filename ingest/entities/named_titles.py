"""Whose name stands at the end of a title that goes on behind its head: Secretary of State Jane Roe.

The head of such a mention is "Secretary", and what follows would be taken for more about a secretary nobody names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.ingest.entities.nouns import ANY_PERSON, ENDS, SEX, Phrase
from onrecord.ingest.entities.offices import is_office, is_person
from onrecord.ingest.entities.relatives import RELATIVE
from onrecord.ingest.forms import HONORIFICS, TITLES, person_parts
from onrecord.ingest.records import Mention
from onrecord.ingest.spans import Span

_KIN = re.compile(RELATIVE)
_WORD = re.compile(r"[\w’'.&-]+")
# A description, a comma, "the" and up to four words that describe again: One councillor, the veteran Jane Roe.
_APPOSED = re.compile(r",\s*(?:(?:the|an?)\s+(?:[\w’'.-]+\s+){0,4}|(?:[A-Z][\w.'’-]*\s+){0,3})")
_JOINING = frozenset({"of", "to", "for", "at"})
# What an office may be of, where it is written small.
_BODIES = frozenset(
    "state staff police defense defence research communications operations policy mission security".split()
)
# They end like words for people and are none.
_NO_PEOPLE = frozenset(
    "exchequer interior labor labour center chamber border power water order harbor harbour counter weather".split()
)
_BEHIND = re.compile(r"\s*(?:$|[,;:()\[\]—–\n]|--|- |(\w+))")


def is_title_of(text: str, taken: Phrase, mention: Mention, inside: Iterable[Mention]) -> bool:
    """True where the words from the head of a phrase to a personal name in it are one title, which the person has.

    In: the settled text, a phrase for one person, the naming and all namings in the phrase. The head is an office or
    occupation; behind it stands what it is of, to, for or at (Head of the Food Board), or a second one (actor and
    writer).
    Unsure: False, so that it stays a description. What tells of another: somebody else's name or title behind the head
    (aide to President Jane Roe), an owner, a name that is only a part of something (the Jane Roe campaign), a surname
    alone but for titles written large, an article before two offices (the mayor and police chief Jane Roe).
    """
    head = taken.noun
    if not (is_office(head) or is_person(head)) or _KIN.fullmatch(head) or not _ends(text, taken, mention):
        return False
    between = Span(taken.head.end, mention.span.start)
    if any(one.type in {"person", "group"} and one.span.meets(between) for one in inside):
        return False
    words = _WORD.findall(text, between.start, between.end)
    if " ".join(words) != " ".join(text[between.start : between.end].split()) or len(words) < 2:
        return False
    is_large = text[taken.head.start].isupper()
    if len(person_parts(mention.span.of(text))) == 1 and not (is_large and words[0] == "of"):
        return False
    joining, *rest = words
    if joining == "and":
        return _is_second_office(text, taken, rest)
    return joining in _JOINING and _is_body(rest)


def is_apposed(text: str, described: int, mention: Mention, end: int) -> bool:
    """True where a name stands behind a whole description that ends at ``described``, a title between them or not.

    Words written small between them are a description of the same person: "one councillor, the veteran Jane Roe".
    Unsure: False, as for "the mayor, the friend of Jane Roe" or "the mayor, the man Jane Roe met".
    """
    if described > mention.span.start:
        return False
    between = _APPOSED.fullmatch(text, described, mention.span.start)
    if between is None:
        return False
    words = _WORD.findall(between.group())
    if not words or words[0][0].isupper():
        return True
    following = _BEHIND.match(text, mention.span.end, end)
    return (
        len(person_parts(mention.span.of(text))) > 1
        and following is not None
        and (following.group(1) or "of") in ENDS
        and not any(word in ENDS or word.endswith(("s", "’", "'")) for word in words[1:])
    )


def _ends(text: str, taken: Phrase, mention: Mention) -> bool:
    """True where nothing is made of the name: the phrase is over, or says more about the person behind it."""
    if mention.span.start <= taken.head.end or mention.span.end > taken.span.end:
        return False
    following = _BEHIND.match(text, mention.span.end, taken.span.end)
    return following is not None and (following.group(1) is None or following.group(1) in ENDS - {"and", "or"})


def _is_second_office(text: str, taken: Phrase, words: list[str]) -> bool:
    """True for two offices of one person: no article in front, and no title as one is addressed by."""
    starts = text[taken.description.start : taken.head.end].split()
    is_address = text[taken.head.start].isupper() and taken.noun in HONORIFICS
    last = words[-1].rstrip(".").lower()
    return (
        starts[0].lower() not in {"the", "a", "an", "one", "his", "her", "their", "its"}
        and not is_address
        and not (len(words) == 1 and last in HONORIFICS)
        and not words[-1].endswith("s")
        and not any(word in ENDS for word in words)
    )


def _is_body(words: list[str]) -> bool:
    """True for what an office may be of: words written large, or some that mean no person, and no owner."""
    names = [word for word in words if word not in {"the", "of", "and", "for", "to"}]
    return (
        bool(names)
        and words[-1] == names[-1]
        and not any(
            word.endswith(("'s", "’s", "’", "'")) or not (word[0].isupper() or word in _BODIES) or _is_of_a_person(word)
            for word in names
        )
    )


def _is_of_a_person(word: str) -> bool:
    single = word.rstrip(".").lower()
    known = single in HONORIFICS or single in TITLES or single in SEX or single in ANY_PERSON
    return known or (is_person(single) and single not in _NO_PEOPLE)
