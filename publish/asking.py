"""What people type into the search box, read as a full-text query; what was not understood is said in words.

ferry winter        both words, anywhere, in any form of accent and case
"the last ferry"    these words in this order
repair*             words that begin so
-norway -"old pier" without these
ferry OR boat       either
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Longer questions are cut: nobody types them, and each word costs time.
LONGEST = 400
# A single letter with a star finds a good part of the corpus, which takes as long and helps nobody.
SHORTEST_BEGINNING = 2

# Known from other search boxes. In capitals only: "or" may be a word that is looked for.
_OPERATORS = frozenset({"OR", "AND", "NOT"})
_PART = re.compile(
    r"""(?P<minus>[-−–])?
    (?: ["“”„«»] (?P<phrase>[^"“”„«»]*) (?P<end>["“”„«»]|$) (?P<phrase_star>\*)?
      | (?P<word>[^\s"“”„«»]+) )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question understood.

    ``expression``: for FTS5's MATCH; empty where there is nothing to look for. ``notes``: sentences for the reader
    about what was read otherwise than typed.
    """

    expression: str
    notes: tuple[str, ...] = ()


def read(typed: str) -> Asked:
    """What was typed, as an FTS5 expression that cannot be wrong.

    In: anything. Out: every word and phrase is quoted, so that no character has a meaning of its own for FTS5.
    Unsure: a quotation mark without its partner takes the rest as a phrase, and a note says so.
    Source: SQLite FTS5, section 3 (https://www.sqlite.org/fts5.html#full_text_query_syntax).
    """
    notes = []
    if len(typed) > LONGEST:
        notes.append(f"The question was cut after {LONGEST} characters.")
    wanted: list[list[str]] = []
    unwanted: list[str] = []
    joined = refused = False
    for part in _PART.finditer(typed[:LONGEST]):
        words, star = part["phrase"], bool(part["phrase_star"])
        if words is None:
            words = part["word"]
            if words in _OPERATORS:
                joined, refused = words == "OR" and bool(wanted), words == "NOT"
                continue
            star = words.endswith("*")
            words = words.rstrip("*")
        elif not part["end"]:
            notes.append("A quotation mark has no partner; everything after it was read as one phrase.")
        if not _has_token(words):
            continue
        if star and len(words.strip()) < SHORTEST_BEGINNING:
            star = False
            notes.append(f"A star needs at least {SHORTEST_BEGINNING} letters before it; {words}* was read as {words}.")
        term = '"' + words.replace('"', '""').replace("\0", " ") + '"' + ("*" if star else "")
        if part["minus"] or refused:
            unwanted.append(term)
        elif joined:
            wanted[-1].append(term)
        else:
            wanted.append([term])
        joined = refused = False
    return _together(wanted, unwanted, notes, asked=bool(typed.strip()))


def _together(wanted: list[list[str]], unwanted: list[str], notes: list[str], *, asked: bool) -> Asked:
    if not wanted:
        if unwanted:
            notes.append("Say at least one word to look for: words with a minus sign only take away.")
        elif asked:
            notes.append("There is no word to look for: search finds words and numbers, not signs.")
        return Asked("", tuple(notes))
    expression = " AND ".join(either[0] if len(either) == 1 else f"({' OR '.join(either)})" for either in wanted)
    if unwanted:
        expression = f"({expression}) NOT ({' OR '.join(unwanted)})"
    return Asked(expression, tuple(notes))


def plain(words: str) -> str:
    """Words without accents and capitals, so that Tomas finds Tomás (as full-text search has it)."""
    parts = unicodedata.normalize("NFKD", words)
    return "".join(character for character in parts if not unicodedata.combining(character)).casefold()


def _has_token(words: str) -> bool:
    # What FTS5's unicode61 tokenizer takes for part of a word: letters, numbers, private use.
    kinds = {unicodedata.category(character) for character in words}
    return "Co" in kinds or any(kind[0] in "LN" for kind in kinds)
