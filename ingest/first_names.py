"""Whether a first name is a man's or a woman's, from data/reference/first_names.tsv."""

from __future__ import annotations

from functools import cache

from onrecord.ingest.forms import folded
from onrecord.ingest.reference import table


def sex_of(name: str) -> str:
    """The sex that a person's name tells: "male", "female", or "" where it tells none.

    In: a full name as written. The first word decides, or where that is an initial, the next.
    Unsure: "" for one word alone (most often a surname) and for names that men and women have.

    >>> sex_of("Mary Roe"), sex_of("J. Robert Roe"), sex_of("Leslie Roe")
    ('female', 'male', '')
    """
    given = folded(name).replace(".", " ").split()[:-1]
    first = next((word for word in given if len(word) > 1), "")
    return _sexes().get(first, "")


def is_a_womans(name: str) -> bool:
    """True for a woman's first name alone, which is seldom a surname, as a man's is: Melanie; not Clinton."""
    return _sexes().get(folded(name)) == "female"


@cache
def _sexes() -> dict[str, str]:
    return {row["name"]: row["sex"] for row in table("first_names.tsv")}
