"""Teams of the North American leagues and colleges by their names, from data/reference/teams.tsv: the Tar Heels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cache

from onrecord.ingest.forms import folded
from onrecord.ingest.reference import table

# An organisation of this name is a government more often than a team.
_GOVERNMENTS = frozenset({"washington"})


def teams(names: Collection[str]) -> Mapping[str, str]:
    """Which of the organisations of one article are teams, each with its full name.

    In: folded names. Out: the names of teams among them. A team is told by its full name, by a nickname nobody else
    goes by, or by a nickname beside the place or college it plays for; then each of its names is it.
    Unsure: what could be two teams (New York, the Giants) is left out.

    >>> teams({"tar heels", "north carolina", "ncaa"})
    {'north carolina': 'north carolina tar heels', 'tar heels': 'north carolina tar heels'}
    """
    found: dict[str, set[str]] = defaultdict(set)
    for team in {team for name in names for team in _by_name().get(name, ())}:
        full, place, nickname, alone = team
        called = {name for name in names if team in _by_name().get(name, ())}
        if called & {full, _one(full), *alone} or {place, nickname} <= called:
            for name in called:
                found[name].add(full)
    return {name: full for name in sorted(found) for full in found[name] if len(found[name]) == 1}


@cache
def _by_name() -> Mapping[str, frozenset[tuple[str, str, str, tuple[str, ...]]]]:
    """Each name with the teams that go by it: full name, place, nickname and the names nobody else goes by."""
    named = defaultdict(set)
    for row in table("teams.tsv"):
        place, nickname = folded(row["place"]), folded(row["nickname"])
        full, alone = f"{place} {nickname}", tuple(folded(name) for name in row["alone"].split(";") if name)
        team = (full, place, nickname, alone)
        for name in (full, nickname, *alone):
            named[name].add(team)
            named[_one(name)].add(team)
        if place not in _GOVERNMENTS:
            named[place].add(team)
    return {name: frozenset(found) for name, found in named.items()}


def _one(name: str) -> str:
    """One of the team: an Indianapolis Colt."""
    return name.removesuffix("s")
