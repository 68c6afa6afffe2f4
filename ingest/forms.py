"""Forms of a name: how two spellings of one name are made alike, and what its parts are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_WORD = re.compile(r"\w+(?:['’.&-]\w+)*\.?")
_APOSTROPHE = str.maketrans("‘’ʼ`", "''''")

# Endings that tell the legal form, not the name (after ISO 20275, the English and most common European ones).
LEGAL_FORMS = frozenset(
    (
        "inc corp co ltd llc llp plc lp ag gmbh sa se spa nv bv ab as oy kg kgaa sarl srl pty company corporation "
        "incorporated limited holdings group"
    ).split()
)
# Words in front of or behind a personal name that are no part of it.
HONORIFICS = frozenset(
    (
        "mr mrs ms miss mx dr prof professor sir dame lord lady madam rev fr sen senator rep representative gov "
        "governor president gen general col colonel maj major capt captain lt lieutenant sgt sergeant adm admiral "
        "judge justice"
    ).split()
)
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


def folded(name: str) -> str:
    """The name without case, accents, outer articles and punctuation: two spellings of one name are then equal.

    >>> folded("The Côte d’Ivoire")
    "cote d'ivoire"
    """
    text = unicodedata.normalize("NFKD", name.translate(_APOSTROPHE)).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c))
    words = [word.rstrip(".") if word.count(".") <= 1 else word.replace(".", "") for word in _WORD.findall(text)]
    if len(words) > 1 and words[0] in {"the", "a", "an"}:
        words = words[1:]
    if words and words[-1].endswith("'s"):
        words[-1] = words[-1][:-2]
    return " ".join(words)


def as_name(written: str) -> str:
    """The name as written, on one line: a line end inside it is a blank."""
    return " ".join(written.split())


def person_parts(name: str) -> tuple[str, ...]:
    """The folded words of a personal name without honorifics and generations: first name first, surname last.

    Unsure: a name of honorifics only ("the General") gives them back, so that nothing becomes nameless.
    """
    words = tuple(folded(name).split())
    core = tuple(word for word in words if word not in GENERATIONS)
    while len(core) > 1 and core[0] in HONORIFICS:
        core = core[1:]
    return core or words


def organisation_core(name: str) -> str:
    """The folded name without legal forms at its end: Airbus Group and Airbus are alike; Group alone stays.

    >>> organisation_core("Tata Motors Ltd.")
    'tata motors'
    """
    words = folded(name).split()
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words = words[:-1]
    return " ".join(words)


def initials(name: str) -> str:
    """The initials of the words that count, upper case: of "Islamic State of Iraq" ISI.

    Words written small (of, and, the) do not count, unless the name has none written large.
    """
    words = re.findall(r"[^\W_]+", name)
    large = [word for word in words if word[0].isupper()] or words
    return "".join(word[0] for word in large).upper()


def is_acronym(name: str) -> bool:
    """True for a name of two to six capitals, full stops aside, that may stand for a longer one: IS, U.N., JNIM."""
    bare = name.replace(".", "")
    return 2 <= len(bare) <= 6 and bare.isalpha() and bare.isupper()


def fullest(counts: Mapping[str, int]) -> str:
    """The name that tells most: most words (initials and titles aside), then most used, then longest, then by alphabet.

    In: names as written, with how often each is used.
    """
    return min(counts, key=lambda name: (-_full_words(name), -counts[name], -len(name), name))


def _full_words(name: str) -> int:
    return sum(len(part) > 1 for part in person_parts(name))
