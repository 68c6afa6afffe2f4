"""Who is introduced as somebody's relative: "her husband, John Roe", "Ann Roe, his daughter,"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.ingest.forms import person_parts
from onrecord.ingest.language.reading import Name

# What a relative is called, with the sex that tells.
MALE = r"husband|widower|fiancé|(?:step|half-|grand)?(?:son|brother|father)|uncle|nephew|dad"
FEMALE = r"wife|widow|fianc[ée]e|(?:step|half-|grand)?(?:daughter|sister|mother)|aunt|niece|mom|mum"
RELATIVE = rf"(?:{MALE}|{FEMALE}|spouse|partner|fiance|twin|cousin)(?:-in-law)?"
# Between the word and the name: a comma, and a title of up to two words.
UP_TO_NAME = r",?(?:\s[A-Z][a-z]*\.?){0,2}\s+$"

_BEFORE_NAME = re.compile(rf"\b{RELATIVE}{UP_TO_NAME}")
_BEHIND_NAME = re.compile(rf",\s(?:his|her|their|the|\w+['’]s)\s(?:[\w-]+\s){{0,2}}?{RELATIVE}\b")
_SOMEBODYS = re.compile(rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|\w+['’]s)\s(?:[\w-]+\s){{0,2}}?{RELATIVE}\b(?!,?\s[A-Z])")
_BEFORE, _BEHIND = 60, 80  # characters looked at
_NEAR = 400  # characters that a relative without a name may stand before the name


def relatives(text: str, names: Sequence[Name]) -> frozenset[str]:
    """The names, as written, that come as somebody's relatives.

    In: the settled text and its personal names in text order. Out: those beside which a word for a relative stands
    somewhere, and those shortly before whose first naming a relative is told of without a name ("his daughter said"),
    where somebody else of the surname was named before.
    Unsure: nobody's relative.
    """
    found, first = set(), dict[str, int]()
    for name in names:
        form, start, end = name.span.of(text), name.span.start, name.span.end
        if _BEFORE_NAME.search(text, max(0, start - _BEFORE), start) or _BEHIND_NAME.match(text, end, end + _BEHIND):
            found.add(form)
        parts = person_parts(form)
        if form not in first and len(parts) > 1:
            namesakes = {other: person_parts(other) for other in first}
            earlier = [first[other] for other, its in namesakes.items() if its[-1] == parts[-1] and its != parts]
            if earlier and _SOMEBODYS.search(text, max(min(earlier), start - _NEAR), start):
                found.add(form)
        first.setdefault(form, start)
    return frozenset(found)
