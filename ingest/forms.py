"""Forms of a name: how two spellings of one name are made alike, and what its parts are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

# The same names come again and again: so many of them are folded once.
_KEPT = 20_000
# British spellings in the names of organisations, as the Americans have them.
_SPELLINGS = {"defence": "defense", "centre": "center", "organisation": "organization", "programme": "program"}
_WORD = re.compile(r"\w+(?:['’.&-]\w+)*\.?")
# Letters with full stops between them: U.S., H.R
_SPACED = re.compile(r"(?:\w\.)+\w?")
# What stands in front of the name of a place, in a headline written large: In Leeds, At Hope Clinic.
_WHERE = frozenset("in at of near from outside inside".split())
_APOSTROPHE = str.maketrans("‘’ʼ`", "''''")

# Endings that tell the legal form, not the name (after ISO 20275, the English and most common European ones).
LEGAL_FORMS = frozenset(
    (
        "inc corp co ltd llc llp plc lp ag gmbh sa se spa nv bv ab as oy kg kgaa sarl srl pty company corporation "
        "incorporated limited holdings group"
    ).split()
)
# Offices that newspapers write in front of a personal name, at the end of whatever else they say about it.
TITLES = frozenset(
    (
        "ceo cfo coo chairman chairwoman president minister secretary ambassador spokesman spokeswoman spokesperson "
        "chancellor senator congressman congresswoman director officer coach judge sheriff prosecutor commissioner "
        "mayor striker quarterback receiver linebacker tackle actor actress singer author speaker leader whip"
    ).split()
)
# A title that runs into the name for want of a blank: Gov.Jane Roe.
_RUN_IN = re.compile(r"\b(Gov|Sen|Rep|Gen|Col|Dr|Mr|Mrs|Ms|Prof|Rev|Lt|Sgt|Capt)\.(?=[^\W\d_])")
_PARTICLES = frozenset("al bin de del della di du el ibn la le ten ter van von".split())
# Words in front of or behind a personal name that are no part of it.
HONORIFICS = frozenset(
    (
        "mr mrs ms miss mx dr prof professor sir dame lord lady madam rev fr sen senator rep representative gov "
        "governor president gen general col colonel maj major capt captain lt lieutenant sgt sergeant adm admiral "
        "judge justice"
    ).split()
)
# What people are called by in front of their surname, with the sex that it tells.
COURTESIES = {"mr": "male", "sir": "male"} | dict.fromkeys(("mrs", "ms", "miss", "dame"), "female")
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


@lru_cache(_KEPT)
def folded(name: str) -> str:
    """The name without case, accents, outer articles and punctuation: two spellings of one name are then equal.

    >>> folded("The Côte d’Ivoire")
    "cote d'ivoire"
    """
    text = unicodedata.normalize("NFKD", name.translate(_APOSTROPHE)).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c))
    words = [word.replace(".", "") if _SPACED.fullmatch(word) else word.rstrip(".") for word in _WORD.findall(text)]
    if len(words) > 1 and words[0] in {"the", "a", "an"}:
        words = words[1:]
    if words and words[-1].endswith("'s"):
        words[-1] = words[-1][:-2]
    return " ".join(words)


def place_core(name: str) -> str:
    """The folded name of a place or building alone: without the preposition in front, nor where it lies; spelt one way.

    >>> place_core("At Hope Health Centre in Leeds")
    'hope health center'
    """
    words = [_SPELLINGS.get(word, word) for word in folded(name).split()]
    while len(words) > 1 and words[0] in _WHERE:
        words = words[1:]
    return " ".join(words).partition(" in ")[0]


def as_name(written: str) -> str:
    """The name as written, on one line: a line end inside it is a blank."""
    return " ".join(written.split())


@lru_cache(_KEPT)
def person_parts(name: str) -> tuple[str, ...]:
    """The folded words of a personal name without honorifics: first name first, surname last.

    A generation is a part of the surname (roe-jr): father and son are two, and the son has more to his name.
    Unsure: a name of honorifics only ("the General") gives them back, so that nothing becomes nameless.
    """
    named = _RUN_IN.sub(r"\1. ", name)
    if any(word[0].isupper() for word in named.split()):
        # What is written small in front of a name is no part of it, but for a particle.
        while not (first := named.partition(" "))[0][:1].isupper() and first[2] and first[0] not in _PARTICLES:
            named = first[2]
    words = tuple(folded(named).split())
    core = tuple(word for word in words if word not in GENERATIONS)
    titles = [place for place, word in enumerate(core[:-2], 1) if word in TITLES]
    core = core[titles[-1] :] if titles else core
    while len(core) > 1 and core[0] in HONORIFICS | TITLES:
        core = core[1:]
    generation = next((word for word in words[1:] if word in GENERATIONS), None)
    if core and generation:
        core = (*core[:-1], f"{core[-1]}-{generation}")
    return core or words


def courtesy_sex(name: str) -> str:
    """The sex that a name's courtesy title tells, or "".

    >>> courtesy_sex("Mrs. Roe")
    'female'
    """
    first, _, rest = name.partition(" ")
    return COURTESIES.get(first.rstrip(".").lower(), "") if rest else ""


def organisation_core(name: str) -> str:
    """The folded name without legal forms at its end: Airbus Group and Airbus are alike; Group alone stays.

    The two countries that stand in front of most offices are written short (us air force), and words that the
    British and the Americans spell otherwise are spelt one way.

    >>> organisation_core("Tata Motors Ltd.")
    'tata motors'
    """
    words = folded(name).split()
    if len(words) > 2 and words[:2] in (["united", "states"], ["united", "kingdom"]):
        words = [words[0][0] + words[1][0], *words[2:]]
    words = [_SPELLINGS.get(word, word) for word in words]
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words = words[:-1]
    return " ".join(words)


def initials(name: str, *, every: bool = False) -> str:
    """The initials of the words that count, upper case: of "Islamic State of Iraq" ISI.

    Words written small (of, and, the) do not count, unless the name has none written large. ``every``: for a folded
    name, where joining words alone do not count.
    """
    words = re.findall(r"[^\W_]+", name)
    large = [word for word in words if word not in {"of", "and", "the", "for", "in"}] if every else []
    large = large or [word for word in words if word[0].isupper()] or words
    return "".join(word[0] for word in large).upper()


def is_acronym(name: str) -> bool:
    """True for a name of two to six capitals, full stops aside, that may stand for a longer one: IS, U.N., JNIM."""
    bare = name.replace(".", "")
    return 2 <= len(bare) <= 6 and bare.isalpha() and bare.isupper()


def fullest(counts: Mapping[str, int]) -> str:
    """The name that tells most: most words (initials and titles aside), then most used, then longest, then by alphabet.

    In: names as written, with how often each is used. A name used for one naming in twenty or fewer is none to go by.
    """
    total = sum(counts.values())
    used = [name for name, count in counts.items() if count * 20 > total] or list(counts)
    return min(used, key=lambda name: (-_full_words(name), -counts[name], -len(name), name))


def _full_words(name: str) -> int:
    return sum(len(part) > 1 for part in person_parts(name))
