"""Titles and offices as an article writes them beside a personal name: Defense Secretary, head of the Harbour Board."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.ingest.entities.offices import is_office, is_person
from onrecord.ingest.forms import HONORIFICS
from onrecord.ingest.spans import Span

# What may be a title in front of a name, before it is cut to the words that belong to one.
_BEFORE = re.compile(r"(?<![\w’'.&-])((?:[\w’'.&-]+[ \u00a0]){1,10})$")
# A full stop behind one letter or a title ends no sentence, unless the next word begins one.
_ABBREVIATED = (
    r"\b(?:Mr|Mrs|Ms|Dr|St|Gov|Sen|Rep|Gen|Lt|Col|Maj|Prof|Rev|Jr|Sr|Inc|Co|Corp|Ltd|No)\."
    r"|\b[A-Z]\.(?=\w|[ ](?!(?:The|He|She|It|They|We|But|And|In|On|At|His|Her|Their|That|This|There|As|If|When)\b))"
)
_BEHIND = re.compile(
    rf", (?:(?:now|then|currently|once) )?(?:(?:an?|the|its|his|her|their) )?"
    rf"((?>(?:{_ABBREVIATED}|[^,.;:()\[\]\n\"“”]){{3,80}}))(?=[,.;)])"
)
_CLOSED = (
    "a an the this that these those it its he him his she her they them their we our you your i who whom whose "
    "which what as at after before but by from if in into on onto over under since so to until when where while "
    "with without within about above across against along among around behind below beside between beyond during "
    "despite except inside like near off outside per plus than through throughout toward towards upon via even "
    "yet both either neither nor or not only just also still then now once again perhaps maybe though although "
    "because unless whether why how here there meanwhile however instead is are was were be been being has have "
    "had do does did can could will would may might must shall should each every some any no none sorry yes well "
    "today yesterday tomorrow"
)
_DATES = (
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday"
)
_NO_TITLE = frozenset(f"{_CLOSED} {_DATES} and for of".split())
# Small words in front of an office that belong to it; any other is likely a verb.
_QUALIFIES = frozenset(
    (
        "former acting interim deputy vice assistant associate senior junior chief prime first foreign finance "
        "defence defense interior justice health education trade transport labour labor energy agriculture "
        "environment home economy state federal national security police fire press campaign party opposition "
        "majority minority executive managing general attorney district lead presidential vice-presidential crown "
        "house senate council city county union team club world intelligence communications human rights legal "
        "political military medical "
    ).split()
)
_SAYS_MORE = re.compile(r"\s(?:of|for|at|in|on|to|with|under|who|which|and)\s")
_PAST = re.compile(r"^(?:then|ex)-")
_RELATIVE = re.compile(r"\s(?:who|whom|whose|which|that)\b.*")
_SENTENCE_ENDS = re.compile(rf"(?:{_ABBREVIATED}|U\.S\.)|([.])", re.IGNORECASE)


def titles_of(text: str, name: Span, others: Sequence[Span] = ()) -> tuple[str, ...]:
    """The titles one naming of a person carries, as written.

    In: the settled text, the span of a personal name, and the names of anybody and anything that stand before it
    nearby. Out: the title in front and the one behind a comma, without article, those that are there.
    Unsure: words without an office or occupation that is known are none. What stands in front is cut behind somebody
    else's name, behind a sentence's end and where two things are named beside one another (Congress and President).
    """
    found = []
    before = _BEFORE.search(text, max(0, name.start - 100), name.start)
    if before is not None:
        words = _in_front(text, before.start(1), name.start, others)
        if words and words[-1].lower() not in _NO_TITLE and _ends_well([_PAST.sub("", word) for word in words]):
            found.append(" ".join(words))
    behind = _BEHIND.match(text, name.end, name.end + 100)
    if behind is not None:
        title = _RELATIVE.sub("", behind.group(1))
        head = _SAYS_MORE.split(title)[0].split()
        if head and is_office(head[-1]) and not any(word.lower() in _NO_TITLE for word in head):
            found.append(" ".join(title.split()))
    return tuple(found)


def _in_front(text: str, start: int, end: int, others: Sequence[Span]) -> list[str]:
    """The words in front of a name that may be its title."""
    for other in others:
        if other.end <= end and other.end > start and text.startswith(" and ", other.end):
            start = other.end + len(" and ")
    for match in _SENTENCE_ENDS.finditer(text, start, end):
        if match.group(1) is not None:
            start = match.end()
    words = text[start:end].split()
    words = words[next((place for place in range(len(words), 0, -1) if not _belongs(words[place - 1])), 0) :]
    while words and words[0].lower() in _NO_TITLE:
        words = words[1:]
    if len(words) > 2 and words[-2] == "and" and words[-1].rstrip(".").lower() in HONORIFICS:
        return words[-1:]
    # Whose spokesman it is (spokesman for Finance Minister), not what the office is of (Bank of Ruritania Governor).
    starts = [
        place + 1
        for place, word in enumerate(words[:-1])
        if word in {"for", "of"} and place and is_person(words[place - 1].lower())
    ]
    return words[starts[-1] :] if starts and is_office(words[-1]) and "and" not in words else words


def _belongs(word: str) -> bool:
    """True for a word that may stand inside a title: written large, joining, or one of some that are written small."""
    word = _PAST.sub("", word)
    return word[:1].isupper() or word in {"of", "the", "for", "and"} or word in _QUALIFIES or is_office(word)


def _ends_well(words: list[str]) -> bool:
    """True where the office is the last word, or what stands behind it belongs to it: Secretary of State."""
    return is_office(words[-1]) or any(is_office(word) and "of" in words[place:] for place, word in enumerate(words))
