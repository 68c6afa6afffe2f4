"""Short first names and the whole ones they stand for, from data/reference/nicknames.tsv."""

from __future__ import annotations

from functools import cache

from onrecord.ingest.reference import table


def first_names_agree(one: str, other: str) -> bool:
    """True for two folded first names that are equal, one the initial of the other, or one short for the other.

    >>> first_names_agree("bill", "william")
    True
    """
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    lists = _whole_names()
    return other in lists.get(one, ()) or one in lists.get(other, ())


@cache
def _whole_names() -> dict[str, frozenset[str]]:
    """Each short first name with the whole names it stands for."""
    return {row["short"]: frozenset(row["names"].split(";")) for row in table("nicknames.tsv")}
