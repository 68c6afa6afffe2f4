"""Who wrote it: the people in a byline, in order; papers, agencies, desks, roles and places are no people.

Unsure means no author: a single word ("Reuters", "Madonna") and a name that may be an outlet's are left out, and the
byline itself is kept as written.
"""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 1000  # characters of a byline that are looked at
_SEPARATOR = re.compile(
    r"\s*[;|,/\n()\[\]•·]\s*|\s+[-–—]+\s+|\s+(?:and|AND|&|with|und|et|y)\s+",
)
_PLACED = re.compile(r"\s+(?:in|for|at|of|from|IN|FOR|AT|OF|FROM)\s")
_SUFFIX = re.compile(r",\s*((?:Jr|Sr)\.?|II|III|IV|PhD|Ph\.D\.|M\.?D\.?)(?=\s*(?:,|;|and\b|$))")
_PREFIX = re.compile(r"(?i)(?:(?:written|reported)\s+)?by[:\s]\s*")

_PARTICLES: Final = frozenset(
    "de da di del della der den des do dos das du van von bin bint ibn al el la le ter ten zu zur y e abu ben".split()
)
# After these a name is over: "Jane Doe Staff Writer" is Jane Doe.
_ROLES: Final = frozenset(
    "staff special senior chief associated political foreign national diplomatic business science health sports guest "
    "contributing writer writers reporter reporters correspondent correspondents editor editors columnist contributor "
    "contributors producer analyst".split()
)
# With one of these it is no person's name.
_OUTLET_WORDS: Final = frozenset(
    "the news times post press agency agence agencies reuters ap afp upi dpa xinhua tass ria interfax yonhap kyodo ani "
    "pti ians ansa efe anadolu bloomberg cnn bbc npr pbs nbc cbs abc msnbc cnbc fox sky jazeera welle monde spiegel "
    "figaro desk bureau team newsroom board editorial magazine journal tribune herald guardian telegraph gazette "
    "chronicle observer examiner inquirer standard dispatch globe sun star network media service services today daily "
    "weekly online radio tv television channel digital wire newswire association university institute college center "
    "centre foundation company corporation inc llc ltd gmbh group admin administrator redaktion redacción rédaction "
    "department ministry office".split()
)
_PLACE_STARTS: Final = frozenset("new los las san santa hong st saint north south east west united".split())
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_]*(?:[.'’-][^\W\d_]*)*")


def people_in(byline: str) -> tuple[str, ...]:
    """The people a byline names, in order, each once.

    ``"By Jane Doe and John Roe, Reuters"`` -> ``("Jane Doe", "John Roe")``.
    In: a byline with or without its "By"; several authors may be parted by "; " as metadata do.
    Unsure: left out are names of one word, of an outlet or a desk, and (after the first) of what looks like a place.
    """
    words = _PREFIX.sub("", byline.strip()[:_LONGEST], count=1)
    people: dict[str, None] = {}
    for place, part in enumerate(parts_of(words)):
        person = person_in(part)
        if person and not (place and is_place(person)):
            people[person] = None
    return tuple(people)


def parts_of(words: str) -> tuple[str, ...]:
    """The names and affiliations that a byline strings together, in order."""
    parts = _SEPARATOR.split(_SUFFIX.sub(r" \1", words))
    return tuple(part.strip() for part in parts if part.strip())


def person_in(part: str) -> str | None:
    """The person's name that a part of a byline begins with, or None."""
    words = _PLACED.split(part, maxsplit=1)[0].split()
    role = next((at for at, word in enumerate(words) if word.lower() in _ROLES), len(words))
    name = words[:role]
    if not 2 <= len(name) <= 5 or has_outlet_word(" ".join(name)):
        return None
    if not all(_NAME_WORD.fullmatch(word) and (word[0].isupper() or word.lower() in _PARTICLES) for word in name):
        return None
    return " ".join(name) if sum(word[0].isupper() for word in name) >= 2 else None


def has_outlet_word(words: str) -> bool:
    """True for words that name a paper, an agency, a desk or another body."""
    return any(word.strip(".,'’").lower() in _OUTLET_WORDS for word in words.split())


def is_place(words: str) -> bool:
    """True for words that begin like a place's name; asked only where an affiliation may stand."""
    return words.split(maxsplit=1)[0].strip(".").lower() in _PLACE_STARTS
