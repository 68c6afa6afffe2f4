"""Noun phrases that tell who is speaking: their head word, whether they name one or many, a person or not.

A rule reading of the mention beside a quote; no parser is needed for what newspapers write there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.ingest.spans import Span

_ASIDE = re.compile(r"[,;:()\[\]—–]|\s(?:--|-|who|whom|whose|which|that)\s")
_WORD = re.compile(r"\w+(?:['’.&-]\w+)*")
# What a name is called for short, where more words of the phrase follow: Food Board (FB) spokesman.
_IN_BRACKETS = re.compile(r"\s\([A-Z][\w.&-]*\)(?=\s\w)")

# A noun phrase ends before the first of these: what follows says more about it (the head of the US Africa Command).
ENDS = frozenset(
    (
        "of for in at on from with by about as who whom whose which that and or but nor than after before during "
        "while when where said says told is was were are has have had including among against inside outside within "
        "near like between behind under over through via to"
    ).split()
)
_DETERMINERS = frozenset(
    (
        "the a an this that these those his her its their our my your some several many most all both each every "
        "one two three four five another other any no"
    ).split()
)
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
OTHER = frozenset({"another", "other", "different", "second", "third"})

PRONOUNS: dict[str, str] = (
    dict.fromkeys(("he", "him", "himself"), "male")
    | dict.fromkeys(("she", "her", "herself"), "female")
    | dict.fromkeys(("they", "them", "themselves", "both", "others", "some", "many"), "plural")
    | dict.fromkeys(("it", "itself", "which"), "thing")
    | dict.fromkeys(("who", "that", "whom"), "relative")
    | dict.fromkeys(("i", "we", "me", "us", "you", "my", "our"), "speaking")
)

# Nouns that may take up any single person, and any group of people, named before.
ANY_PERSON = frozenset(["person", "man", "woman", "source", "individual"])
ANY_PEOPLE = frozenset(["people", "sources"])
# Nouns that only one of he and she takes up.
SEX: dict[str, str] = dict.fromkeys(
    (
        "man boy guy father dad son brother husband boyfriend grandfather grandson uncle nephew widower king prince "
        "duke spokesman chairman businessman congressman policeman fireman cameraman salesman actor monk"
    ).split(),
    "male",
) | dict.fromkeys(
    (
        "woman girl mother mom mum daughter sister wife girlfriend grandmother granddaughter aunt niece widow queen "
        "princess duchess spokeswoman chairwoman businesswoman congresswoman policewoman saleswoman actress nun"
    ).split(),
    "female",
)
RELATIVES = frozenset({"who", "whom", "which", "that"})
_PLURAL_WITHOUT_S = frozenset(
    "people police men women staff leadership military press media public authorities".split()
)
_SINGULAR_WITH_S = frozenset("press congress news boss politics series campus caucus times".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention taken apart.

    ``description``: the words that describe, without what is told about them (", who ..."). ``head``: span of the head
    word. ``core``: the words up to it in lower case, without determiner.
    ``is_definite``: it takes up something known ("the official"). ``is_other``: it says that it is somebody else
    ("another official"). ``is_plural``: it names many.
    """

    span: Span
    description: Span
    head: Span
    core: tuple[str, ...]
    is_definite: bool
    is_other: bool
    is_plural: bool

    @property
    def noun(self) -> str:
        """The head word, folded, plural or not as written."""
        return self.core[-1]


def phrase(text: str, span: Span, names: Sequence[Span] = ()) -> Phrase | None:
    """Take a mention apart.

    In: the settled text, the mention's span, and the names that stand in it: none is taken apart (the Board of Trade's
    head is not "Board" where a spokesman follows). Out: the phrase, or None where the span holds no word.
    Unsure: the last word before the first break (comma, dash, bracket, preposition, relative) counts as the head.
    Source: the head rule of the attribution literature, e.g. Pareti 2015, section 3.2.
    """
    shorts = [short.span() for name in names if (short := _IN_BRACKETS.match(text, name.end, span.end))]
    words = [
        word
        for word in _WORD.finditer(text, span.start, span.end)
        if not any(start < word.start() < end for start, end in shorts)
    ]
    kept: list[re.Match[str]] = []
    for word in words:
        if kept and not any(name.start <= kept[-1].start() and word.end() <= name.end for name in names):
            start = next((end for begin, end in shorts if begin == kept[-1].end()), kept[-1].end())
            if _breaks(text[start : word.start()], word.group()):
                break
        kept.append(word)
    if not kept:
        return None
    lowered = tuple(word.group().lower().replace("’", "'") for word in kept)
    determined = sum(1 for _ in _leading(lowered))
    core = lowered[determined:] or lowered[-1:]
    head = kept[-1]
    noun = core[-1].removesuffix("'s")
    aside = _ASIDE.search(text, head.end(), span.end)
    return Phrase(
        span=span,
        description=Span(kept[0].start(), aside.start() if aside else max(head.end(), words[-1].end())),
        head=Span(head.start(), head.end()),
        core=(*core[:-1], noun),
        is_definite=lowered[0] in DEFINITE,
        is_other=not OTHER.isdisjoint(lowered[:2]),
        is_plural=noun in _PLURAL_WITHOUT_S
        or (noun.endswith("s") and not noun.endswith("ss") and noun not in _SINGULAR_WITH_S),
    )


def _breaks(gap: str, word: str) -> bool:
    return bool(re.search(r"[,;:()\[\]—–]|--| - ", gap)) or word.lower() in ENDS


def _leading(words: tuple[str, ...]) -> list[str]:
    found = []
    for word in words:
        if word not in _DETERMINERS:
            break
        found.append(word)
    return found
