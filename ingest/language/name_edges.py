"""The bounds of one name: without title, article and possessive, with the rest of a word the encoder cut off."""

from __future__ import annotations

import re

from onrecord.ingest.language.person_edges import person_end, person_start
from onrecord.ingest.language.reading import Name
from onrecord.ingest.spans import Span

_TITLES = frozenset(
    "mr mrs ms miss dr sir dame lord lady president vice-president premier chancellor prime minister secretary senator "
    "sen representative rep congressman congresswoman governor gov mayor judge justice general gen colonel col major "
    "maj lieutenant lt captain capt sergeant sgt admiral adm commander cmdr professor prof king queen prince princess "
    "pope archbishop bishop cardinal father rev reverend imam sheikh ayatollah rabbi chairman chairwoman director "
    "ambassador attorney sheriff detective officer coach brigadier marshal spokesman spokeswoman spokesperson".split()
)
# An article alone, and the party and state behind a name (R-Ky.), are no names.
_NO_NAME = re.compile(r"(?:[Tt]he|[Aa]n?|[DRI]-[A-Z][\w.]*)")
_LEADING = re.compile(r"(?:the|an?)\s+")  # "The Hague" has its article written large, and keeps it
_POSSESSIVE = re.compile(r"['’]s?$|(?<=s)['’]$")
_EDGES = ' \t\r\n\u00a0.,;:!?()[]{}"“”‘«»`–—-'
_STOP_LEFT_OUT = re.compile(r"(?<![A-Za-z])(?:[A-Z]\.)+[A-Z]$|(?<!\w)(?:Jr|Sr|Inc|Corp|Ltd|Bros)$")
_CUT_AT_APOSTROPHE = re.compile(r"['’](?!s\b|\s)\w[\w-]*")
_NUMBERED = re.compile(r"(?:air\s?base|base|camp|gate|terminal|pier|area|site)$", re.IGNORECASE)
_NUMBER = re.compile(r"\s\d{1,4}\b")


def trimmed(text: str, name: Name) -> Name | None:
    """The name without article, title, possessive and marks at its edges; None where nothing is left."""
    start, end = name.span.start, name.span.end
    while True:
        before = (start, end)
        while start < end and text[start] in _EDGES:
            start += 1
        while end > start and text[end - 1] in _EDGES and not _is_initial_stop(text, start, end):
            end -= 1
        if possessive := _POSSESSIVE.search(text[start:end]):
            end = start + possessive.start()
        if leading := _LEADING.match(text, start, end):
            start = leading.end()
        if name.type == "person":
            word, _, rest = text[start:end].partition(" ")
            if rest and word.rstrip(".").casefold() in _TITLES:
                start += len(word)
            start, end = person_start(text, start), person_end(text, start, end)
        if (start, end) == before:
            break
    is_name = start < end and not _NO_NAME.fullmatch(text, start, end)
    return Name(Span(start, end), name.type, name.score) if is_name else None


def _is_initial_stop(text: str, start: int, end: int) -> bool:
    """True for the full stop of "U.S." and "J. Jr." at the end of a name."""
    if text[end - 1] != ".":
        return False
    last = text[start:end].rsplit(maxsplit=1)[-1]
    return last.count(".") > 1 or last in {"Jr.", "Sr.", "Inc.", "Corp.", "Co.", "Ltd.", "Bros.", "St."}


def whole(text: str, names: list[Name]) -> list[Name]:
    """Names whose first word the encoder told apart from the rest, made one: The + Ouro Post, Ada + Obi.

    In: names in text order. Out: the same; two are one where a blank alone parts them, both have one type, and the
    first is the word "The", or one word with which the second stands as one name elsewhere in the article.
    """
    known = {(name.type, name.span.of(text)) for name in names}
    found: list[Name] = []
    for name in names:
        last = found[-1] if found else None
        if last is not None and last.type == name.type and text[last.span.end : name.span.start] == " ":
            first, both = last.span.of(text), Span(last.span.start, name.span.end)
            if first == "The" or (" " not in first and (name.type, both.of(text)) in known):
                found[-1] = Name(both, name.type, max(last.score, name.score))
                continue
        found.append(name)
    return found


def mended(text: str, names: list[Name]) -> list[Name]:
    """Names whose last word goes on behind an apostrophe, a full stop or with a number, made whole.

    In: names in text order. Out: the same, a name that begins where another was cut off at an apostrophe joined to it.
    """
    found: list[Name] = []
    for name in names:
        last = found[-1] if found else None
        if last is not None and name.span.start <= last.span.end:
            found[-1] = Name(Span(last.span.start, max(last.span.end, name.span.end)), last.type, last.score)
            continue
        written = name.span.of(text)
        end = name.span.end
        if cut := _CUT_AT_APOSTROPHE.match(text, end):
            end = cut.end()
            if text[end : end + 1] == " " and any(other.span.start == end + 1 for other in names):
                end += 1
        elif text[end : end + 1] == "." and _STOP_LEFT_OUT.search(written):
            end += 1
        elif name.type != "person" and _NUMBERED.search(written) and (number := _NUMBER.match(text, end)):
            end = number.end()
        found.append(Name(Span(name.span.start, end), name.type, name.score))
    return found
