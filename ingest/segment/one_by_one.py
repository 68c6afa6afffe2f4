"""Which of the names that a page or row gives one by one are people's: not agencies, desks, places or the outlet.

A page says "author" of whoever it has the text from. Its words stay in the byline; authors are people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from onrecord.ingest.segment.authors import person_in

_WORD = re.compile(r"[^\W_]+")
_MARKED = re.compile(r"[\"“”„«»‘]")
# How names of papers, offices and companies end in scripts without capitals.
_BODIES: Final = (
    "社", "新聞", "新闻", "報", "报", "网", "網", "部", "局", "台", "電視", "デジタル", "編集", "ニュース",
    "뉴스", "신문", "일보", "편집국", "समाचार", "न्यूज़", "डेस्क",
)  # fmt: skip


def people_among(names: Iterable[str], outlets: Iterable[str]) -> tuple[str, ...]:
    """Those of the names that are people's, as written and in their order, each once.

    In: names that something else parted; what the article's outlet is called, in all forms that are known.
    Unsure: one word in a script with capitals, and whatever the outlet is called, is nobody; a name in a script
    without capitals is a person's unless its end is that of an office or a paper.
    """
    own = [_words(outlet) for outlet in outlets]
    return tuple(dict.fromkeys(name for name in names if _is_person(name) and not _is_own(_words(name), own)))


def _is_person(name: str) -> bool:
    if not any(sign.isupper() or sign.islower() for sign in name):
        return not name.strip().endswith(_BODIES)
    return person_in(_MARKED.sub("", name).strip()) is not None


def _is_own(name: frozenset[str], outlets: Iterable[frozenset[str]]) -> bool:
    """True where every word of a name is one of the outlet's; single letters tell nothing."""
    said = {word for word in name if len(word) > 1 or not word.isascii()}
    return any(said <= outlet for outlet in outlets if outlet)


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.casefold()))
