"""The names that may be one entity, read from the rows: what ``resolve`` compares.

A family of people is a surname. A family of organisations is what articles themselves tie together: a short name, the
names it stands for, their other short names. A name that articles take for things of several types touches the
families of all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, TextClause, bindparam, text

from onrecord.ingest.identities import Family, Form, Joined, Named, Typed
from onrecord.ingest.records import EntityType
from onrecord.ingest.store.evidence import StoredEvidence
from onrecord.ingest.store.given import about
from onrecord.ingest.store.homonyms import homonyms

_AT_ONCE = 500

# Each name that is not settled yet, with the number of articles that it came in as a full name.
_ADDED = text(
    """SELECT type, form, count(DISTINCT CASE is_short WHEN 0 THEN article_id END) FROM article_entities
    WHERE is_settled = 0 GROUP BY type, form"""
)
_BY_ALIAS = text(
    "SELECT alias, form, article_count FROM entity_aliases WHERE type = :type AND alias IN :names ORDER BY alias, form"
).bindparams(bindparam("names", expanding=True))
_BY_FORM = text(
    "SELECT alias, form, article_count FROM entity_aliases WHERE type = :type AND form IN :names ORDER BY alias, form"
).bindparams(bindparam("names", expanding=True))
# All namings by a full name are taken for one entity, but where people decided; so the first one tells of all.
_FIRST = """SELECT first.form, first.name_key, first.is_settled, e.entity_key, first.reason, first.score
    FROM given JOIN article_entities AS first ON first.article_entity_id = (
        SELECT min(a.article_entity_id) FROM article_entities AS a
        WHERE a.type = :type AND a.form = given.form AND a.is_short = 0
    ) JOIN entities AS e ON e.entity_id = first.entity_id ORDER BY first.form"""


class Families:
    """Reads families from the rows of a connection.

    In: ``spoken``, by type the names that people decided about: their families are decided afresh.
    """

    def __init__(self, connection: Connection, spoken: Mapping[EntityType, set[str]]) -> None:
        self._connection = connection
        self._spoken = spoken
        self._added = _added(connection)
        self._names: dict[tuple[str, str], Named] = {}
        self._types: dict[str, tuple[Typed, ...]] = {}
        # What each full name was taken for until now, by its key, where nobody but the program decided.
        self.before: dict[str, Joined] = {}

    def touched(self) -> Iterator[Family]:
        """The families of all names that came since families were last compared, and of those people decided about.

        A name that is tied to no other and has one type is no family.
        """
        names = {kind: set(self._added.get(kind, ())) | self._spoken.get(kind, set()) for kind in self._kinds()}
        seen: dict[EntityType, set[str]] = defaultdict(set)
        while names:
            for kind in sorted(names):
                seen[kind] |= names[kind]
                for family in self._of(kind, names[kind]):
                    seen[kind].update(form.form for form in family.forms)
                    yield family
            names = {kind: new for kind, shared in self._shared().items() if (new := shared - seen[kind])}

    def evidence(self, family: Family) -> StoredEvidence:
        """What articles tell about a family."""
        return StoredEvidence(self._connection, family, self._names)

    def _kinds(self) -> set[EntityType]:
        return self._added.keys() | self._spoken.keys()

    def _shared(self) -> Mapping[EntityType, set[str]]:
        """By type, the names that have others, as far as is known."""
        shared: dict[EntityType, set[str]] = defaultdict(set)
        for form, types in self._types.items():
            for typed in types:
                shared[typed.type].add(form)
        return shared

    def _of(self, kind: EntityType, names: Iterable[str]) -> Iterator[Family]:
        """The families that some names of a type belong to."""
        if kind == "person":
            for some in _parts(sorted({name.split()[-1] for name in names if name})):
                yield from self._people(some)
        else:
            yield from self._tied(kind, sorted(names))

    def _people(self, surnames: Sequence[str]) -> Iterator[Family]:
        """One family a surname that somebody has in full."""
        aliases: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
        for alias, form, count in self._rows(_BY_ALIAS, "person", surnames):
            if form.split()[-1] == alias:
                aliases[alias].append((alias, form, count))
        full = sorted(form for found in aliases.values() for _, form, _ in found)
        for some in _parts(full):
            for alias, form, count in self._rows(_BY_FORM, "person", some):
                if " " in alias:
                    aliases[form.split()[-1]].append((alias, form, count))
        spoken = {name.split()[-1] for name in self._spoken.get("person", ()) if name}
        forms: dict[str, list[Any]] = defaultdict(list)
        self._types |= homonyms(self._connection, full)
        for row in self._first("person", full):
            forms[row.form.split()[-1]].append(row)
        for surname, rows in forms.items():
            yield self._family("person", rows, aliases[surname], is_afresh=surname in spoken)

    def _tied(self, kind: EntityType, names: Sequence[str]) -> Iterator[Family]:
        """Families of what is no person: closed over the aliases that articles use."""
        ties: dict[tuple[str, str], int] = {}
        known, new = set(names), list(names)
        while new:
            found: set[str] = set()
            for some in _parts(new):
                for query in (_BY_ALIAS, _BY_FORM):
                    for alias, form, count in self._rows(query, kind, some):
                        ties[alias, form] = count
                        found |= {alias, form}
            new = sorted(found - known)
            known |= found
        called: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
        for (alias, form), count in sorted(ties.items()):
            called[alias].append((alias, form, count))
        types = homonyms(self._connection, known)
        self._types |= types
        tied = {name for pair in ties for name in pair}
        for members in _closed(tied | (types.keys() & known), ties):
            aliases = [alias for name in members for alias in called[name]]
            is_afresh = not self._spoken.get(kind, set()).isdisjoint(members)
            yield self._family(kind, self._first(kind, members), aliases, is_afresh=is_afresh)

    def _family(
        self,
        kind: EntityType,
        rows: Iterable[Any],
        aliases: Sequence[tuple[str, str, int]],
        *,
        is_afresh: bool,
    ) -> Family:
        added = self._added.get(kind, {})
        forms = []
        for form, key, is_settled, entity, reason, score in rows:
            before = entity if is_settled else None
            forms.append(Form(form, key, before, added.get(form, 0), self._types.get(form, ())))
            if not is_afresh:
                self.before[key] = Joined(key, entity, reason, score)
        return Family(kind, tuple(forms), tuple(aliases), is_afresh)

    def _first(self, kind: EntityType, names: Sequence[str]) -> Iterator[Any]:
        """The first naming by each full name, in the order of names."""
        return about(self._connection, _FIRST, names, type=kind)

    def _rows(self, query: TextClause, kind: str, names: Sequence[str]) -> Sequence[Any]:
        return self._connection.execute(query, {"type": kind, "names": list(names)}).all()


def _added(connection: Connection) -> dict[EntityType, dict[str, int]]:
    added: dict[EntityType, dict[str, int]] = defaultdict(dict)
    for kind, form, count in connection.execute(_ADDED):
        added[kind][form] = count
    return added


def _parts(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """Some names at a time: a statement takes a limited number of values."""
    for start in range(0, len(names), _AT_ONCE):
        yield names[start : start + _AT_ONCE]


def _closed(names: Iterable[str], ties: Iterable[tuple[str, str]]) -> Iterator[list[str]]:
    """The sets of names that ties connect, each in order."""
    beside: dict[str, set[str]] = {name: set() for name in names}
    for one, other in ties:
        beside[one].add(other)
        beside[other].add(one)
    seen: set[str] = set()
    for name in sorted(beside):
        if name not in seen:
            members, open_ends = {name}, [name]
            while open_ends:
                fresh = beside[open_ends.pop()] - members
                members |= fresh
                open_ends += fresh
            seen |= members
            yield sorted(members)
