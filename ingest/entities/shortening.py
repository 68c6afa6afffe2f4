"""Short forms of the names of organisations, facilities, events and works: Northrop, the Colts, the Church, the A380.

A short form goes to the one longer name of its article that it shortens; where it could shorten two, it stays apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.ingest.entities.countries import country_named, country_of_people

_PAPERS = frozenset("times post journal tribune herald globe guardian telegraph chronicle observer gazette".split())
# What an article calls an organisation by when it has said which: the Church, the Department, the Post.
_HEADS = _PAPERS | frozenset(
    (
        "church department ministry court commission committee council agency bureau university college bank union "
        "party army navy association federation foundation institute centre center hospital parliament corporation "
        "club museum"
    ).split()
)
# Behind the name of one organisation these words begin the name of another: Acme and the Acme Foundation.
_OTHERS = _PAPERS | frozenset(
    (
        "foundation corps records party police university school college museum ventures research capital bank union "
        "news press open cup prize award county city street avenue museum festival "
        "newsletter podcast blog playbook"
    ).split()
)
# Part of the name of many, and short for none of them.
_NEVER = frozenset(
    (
        "house senate white congress democrats republicans conservatives liberals officials leaders lawmakers "
        "judiciary intelligence oversight states"
    ).split()
)
# A number in front of a product makes some of them of it: 24 A320s, the first A380.
_COUNTING = frozenset("first second third two three four five six ten".split())
# Lands that are no countries of the list: England is not short for its bank.
_LANDS = frozenset("england scotland wales ireland america europe africa asia".split())
_DIRECTIONS = frozenset("north south east west northern southern eastern western new central united national".split())


def shortened(cores: Iterable[str], *, by_end_only: bool = False) -> Mapping[str, str]:
    """Each name with the longest name it is short for, or itself.

    In: folded names of one type and article, without legal forms; ``by_end_only`` for products, whose first words tell
    the maker or the series (Acme Pro is no Acme).
    Unsure: a name that could be short for two different ones is left as it is.
    """
    taken: dict[str, str] = {}
    for short in sorted(set(cores), key=lambda core: (-len(core.split()), core)):
        longer = {taken[name] for name in taken if shortens(short, name, by_end_only=by_end_only)}
        taken[short] = longer.pop() if len(longer) == 1 else short
    return taken


def shortens(short: str, name: str, *, by_end_only: bool = False) -> bool:
    """True where ``short`` is what ``name`` may be called for short (both folded, without legal forms)."""
    words, whole = short.split(), name.replace("'s ", " ").split()
    if not 0 < len(words) < len(whole) or short in _DIRECTIONS | _NEVER:
        return False
    if whole[-len(words) :] == words:
        before = whole[-len(words) - 1]
        if before == "and" or before in _COUNTING or (before.isdigit() and _is_counted(words[-1])):
            return False
        return by_end_only or _is_end(words, whole)
    if by_end_only or whole[len(words)] == "and":
        return False
    if _is_people(whole[0]) and whole[1 : 1 + len(words)] == words and len(words) > 1:
        return True  # Italian Supreme Court of Cassation, Supreme Court
    return whole[: len(words)] == words and _is_beginning(words, whole)


def _is_counted(last: str) -> bool:
    """True for what a number may count (24 A320s), not for what it is the type of (a 70 Gull)."""
    return last.endswith("s") or any(c.isdigit() for c in last)


def _is_end(words: list[str], whole: list[str]) -> bool:
    """Two words or more, the plural of a team, a head noun, or a type number; not the last word of any name."""
    last = words[-1]
    if len(words) > 1:
        return True
    before = whole[-2]
    return (
        last in _HEADS
        or any(c.isdigit() for c in last)
        or any(c.isdigit() for c in before)
        or last in {"force", "forces"}
        or (last.endswith("s") and not last.endswith("ss") and len(last) > 3 and before not in {"of", "and", "for"})
        or (len(whole) == 2 and _is_people(before))
        or country_named(before) is not None
        or (before == "of" and last not in _LANDS and country_named(last) is None and not _is_people(last))
    )


def _is_beginning(words: list[str], whole: list[str]) -> bool:
    """A first word that is no country, people or direction, unless what follows makes another organisation."""
    following = whole[len(words)]
    if following in {"of", "for"}:
        return words[0] in _HEADS or len(words) > 1
    # A number makes it what the organisation builds: Acme is not short for the Acme G70.
    if following in _OTHERS or words[-1] in {"of", "and", "for"} or any(c.isdigit() for c in following):
        return False
    if len(words) > 1:
        return len(whole) - len(words) <= 2 or following in {"in", "at"} | _HEADS
    return (
        len(words[0]) > 1
        and words[0] not in _DIRECTIONS
        and country_named(words[0]) is None
        and not _is_people(words[0])
    )


def _is_people(word: str) -> bool:
    return country_of_people(word) is not None
