"""What kind of report a cue announces: that somebody says, denies, warns, asks, thinks, plans ...

The classes and the words of each stand in data/reference/cues.tsv; this file only finds them in a cue as written.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import cast, get_args

from onrecord.ingest.quotes.inflection import forms
from onrecord.ingest.records import CueClass
from onrecord.ingest.reference import table

# Classes whose quotes report words that were uttered or written; the others report what is thought, felt or shown.
SPEECH_CLASSES: frozenset[CueClass] = frozenset(
    {
        "says", "announces", "reveals", "claims", "admits", "confirms", "denies", "declines", "warns", "accuses",
        "criticises", "praises", "supports", "opposes", "asks", "answers", "demands", "advises", "promises",
        "suggests", "calls",
    }
)  # fmt: skip

_TOKEN = re.compile(r"[^\W\d_]+|'(?:d|ll|re|s|ve)\b|[:—]")
_SHORT_NOT = re.compile(r"n't\b")
_WHOLE = {"'d": "would", "'ll": "will", "'re": "are", "'ve": "have"}
_NOT = frozenset({"not", "never", "without", "neither", "nor", "cannot"})
_ONESELF = frozenset("himself herself themselves itself myself ourselves yourself".split())
_AUXILIARIES = frozenset(
    (
        "be is are was were been being am have has had having do does did done will would can could may might shall "
        "get gets got getting to 's"
    ).split()
)
# Words that stand between the words of a cue without changing its class: "called again on", "made it very clear".
_FILLERS = (
    frozenset(
        (
            "a an the his her its their our my this that it also then later still now again ever even once just all "
            "yet first so very too much far more most back up out some any further previously recently"
        ).split()
    )
    | _AUXILIARIES
)
# These only carry a noun that says more: "expressed concern", "issued a warning". They count where nothing else does.
_CARRIERS = frozenset(
    (
        "express voice issue give offer share release speak talk read continue begin launch file introduce against "
        "like per : —"
    ).split()
)
# What is left of a class when its cue is negated; the rest is left as it is: who does not think so has a thought too.
_NEGATED: dict[CueClass, CueClass] = dict.fromkeys(SPEECH_CLASSES, "declines")
_NEGATED |= {"supports": "opposes", "praises": "opposes", "shows": "shows"}

# An entry of the list as a sequence of words.
_Pattern = tuple[str, ...]


@lru_cache(maxsize=4096)
def cue_class(cue: str) -> CueClass | None:
    """Say what kind of report a cue announces.

    In: the cue as written ("also said", "did not deny", "called on", "in the words of").
    Out: the class of the first listed entry in it, the longest where several begin at one word ("called for" is no
    "called"). A negated speech verb announces something left unsaid and is ``declines``.
    Unsure: None where no word of it is listed.
    Source: data/reference/cues.tsv; the classes are explained in data/README.md.
    """
    words = _words(cue)
    found = _first(words, carriers=False) or _first(words, carriers=True)
    if found is None:
        return None
    place, pattern = found
    meant = _entries()[pattern]
    if pattern[0] != "not" and _is_negated(words, place):
        return _NEGATED.get(meant, meant)
    return meant


def _words(cue: str) -> tuple[str, ...]:
    folded = _SHORT_NOT.sub(" not", cue.replace("’", "'").lower())
    return tuple(_word(match.group()) for match in _TOKEN.finditer(folded))


def _word(written: str) -> str:
    if written in _NOT:
        return "not"
    if written in _ONESELF:
        return "oneself"
    return _WHOLE.get(written, written).replace("iz", "is")  # one spelling for -ise and -ize


def _first(words: Sequence[str], *, carriers: bool) -> tuple[int, _Pattern] | None:
    for place, word in enumerate(words):
        matching = [
            pattern
            for pattern in _by_first_word().get(word, ())
            if (pattern[0] in _CARRIERS and len(pattern) == 1) == carriers and _matches(pattern, words, place)
        ]
        if matching:
            # Of two as long, the one listed in just this form: "honoured" is a feeling, "honours" is praise.
            return place, max(matching, key=lambda pattern: (len(pattern), pattern[0] == word))
    return None


def _matches(pattern: _Pattern, words: Sequence[str], place: int) -> bool:
    """True where the words from ``place`` on are those of the pattern, fillers and adverbs aside."""
    at = place
    for wanted in pattern:
        while at < len(words) and words[at] not in _forms(wanted):
            if at == place or not _is_filler(words[at]):
                return False
            at += 1
        if at == len(words):
            return False
        at += 1
    return True


def _is_negated(words: Sequence[str], place: int) -> bool:
    """True where "not" stands before the word at ``place``, with nothing but auxiliaries and adverbs between."""
    while place > 0 and _is_filler(words[place - 1]):
        place -= 1
    return place > 0 and words[place - 1] == "not"


def _is_filler(word: str) -> bool:
    return word in _FILLERS or (word.endswith("ly") and word != "only")


@cache
def _forms(word: str) -> frozenset[str]:
    return frozenset(form.replace("iz", "is") for form in forms(word))


@cache
def _entries() -> Mapping[_Pattern, CueClass]:
    known = set(get_args(CueClass))
    rows = table("cues.tsv")
    if unknown := {row["class"] for row in rows} - known:
        raise ValueError(f"cues.tsv: classes {sorted(unknown)} found, one of {sorted(known)} expected")
    return {_words(row["cue"]): cast("CueClass", row["class"]) for row in rows}


@cache
def _by_first_word() -> Mapping[str, Sequence[_Pattern]]:
    """The entries that may begin at a word, by every form of their first word."""
    found: defaultdict[str, list[_Pattern]] = defaultdict(list)
    for pattern in _entries():
        for form in _forms(pattern[0]):
            found[form].append(pattern)
    return found
