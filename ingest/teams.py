"""Teams of the North American leagues and colleges by their names, from data/reference/teams.tsv: the Tar Heels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.ingest.forms import folded
from onrecord.ingest.reference import table

# An organisation of this name is a government more often than a team.
_GOVERNMENTS = frozenset({"washington"})


@dataclass(frozen=True, slots=True)
class _Team:
    """A team by its folded names; ``alone``: the nicknames nobody else goes by."""

    place: str
    nickname: str
    alone: frozenset[str]

    @property
    def full(self) -> str:
        return f"{self.place} {self.nickname}"

    def is_told_by(self, names: Collection[str]) -> bool:
        """Whether an article that uses these of its names means it."""
        told = {self.full, _one(self.full), *self.alone}
        return not told.isdisjoint(names) or {self.place, self.nickname} <= set(names)


def teams(names: Collection[str]) -> Mapping[str, str]:
    """Which of the organisations of one article are teams, each with its full name.

    In: folded names. Out: the names of teams among them. A team is told by its full name, by a nickname nobody else
    goes by, or by a nickname beside the place or college it plays for; then each of its names is it.
    Unsure: what could be two teams (New York, the Giants) is left out.

    >>> teams({"tar heels", "north carolina", "ncaa"})
    {'north carolina': 'north carolina tar heels', 'tar heels': 'north carolina tar heels'}
    """
    called: dict[_Team, set[str]] = defaultdict(set)
    for name in names:
        for team in _by_name().get(name, ()):
            called[team].add(name)
    found: dict[str, set[str]] = defaultdict(set)
    for team, its_names in called.items():
        if team.is_told_by(its_names):
            for name in its_names:
                found[name].add(team.full)
    return {name: found[name].pop() for name in sorted(found) if len(found[name]) == 1}


@cache
def _by_name() -> Mapping[str, frozenset[_Team]]:
    """Each name with the teams that go by it."""
    named: dict[str, set[_Team]] = defaultdict(set)
    for row in table("teams.tsv"):
        alone = frozenset(folded(name) for name in row["alone"].split(";") if name)
        team = _Team(folded(row["place"]), folded(row["nickname"]), alone)
        for name in {team.full, team.nickname, *alone}:
            named[name].add(team)
            named[_one(name)].add(team)
        if team.place not in _GOVERNMENTS:
            named[team.place].add(team)
    return {name: frozenset(found) for name, found in named.items()}


def _one(name: str) -> str:
    """One of the team: an Indianapolis Colt."""
    return name.removesuffix("s")
