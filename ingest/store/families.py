"""The names that may be one entity, read from the rows: what ``resolve`` compares.

A family of people is a surname. A family of organisations is what articles themselves tie together: a short name, the
names it stands for, their other short names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection, RowMapping, TextClause, bindparam, column, text

from onrecord.ingest.identities import Company, Family, Form, Named, Short
from onrecord.ingest.records import EntityType

# The company of a name is read from so many of its articles, those with the smallest keys: bounded, and by content.
ARTICLES_READ = 50
# In so many of them at least, and in half, somebody stands who is constant company.
CONSTANT = 3
_AT_ONCE = 500

_UNSETTLED = text("SELECT DISTINCT type, form FROM article_entities WHERE is_settled = 0 ORDER BY type, form")
_BY_ALIAS = text(
    "SELECT alias, form, article_count FROM entity_aliases WHERE type = :type AND alias IN :names ORDER BY alias, form"
).bindparams(bindparam("names", expanding=True))
_BY_FORM = text(
    "SELECT alias, form, article_count FROM entity_aliases WHERE type = :type AND form IN :names ORDER BY alias, form"
).bindparams(bindparam("names", expanding=True))
_NAMED = text(
    "SELECT DISTINCT form, name_key, name, length(name) AS long FROM article_entities "
    "WHERE type = :type AND form IN :names AND is_short = 0 ORDER BY form, long, name"
).bindparams(bindparam("names", expanding=True))
_SPECIFIC = "other.type NOT IN ('group', 'unnamed') AND other.is_short = 0 AND other.form NOT LIKE 'iso %'"
_SHORT = text(
    f"""SELECT short.form AS form, short.article_entity_key AS key, other.type AS other_type, other.form AS other_form
    FROM article_entities AS short
    LEFT JOIN article_entities AS other ON other.article_id = short.article_id AND {_SPECIFIC}
    WHERE short.type = :type AND short.form IN :names AND short.is_short = 1 ORDER BY short.article_entity_key"""
).bindparams(bindparam("names", expanding=True))
_COMPANY = text(
    f"""SELECT other.type, other.form, count(DISTINCT other.article_id) FROM (
        SELECT article_id FROM article_entities WHERE name_key = :key ORDER BY article_entity_key LIMIT {ARTICLES_READ}
    ) AS read JOIN article_entities AS other ON other.article_id = read.article_id
    WHERE {_SPECIFIC} GROUP BY other.type, other.form"""
).columns(column("type"), column("form"), column("count"))


class Families:
    """Reads families from the rows of a connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._names: dict[Named, Named] = {}

    def unsettled(self) -> dict[EntityType, list[str]]:
        """All names that came since families were last compared, by type."""
        names: dict[EntityType, list[str]] = defaultdict(list)
        for kind, form in self._connection.execute(_UNSETTLED):
            names[kind].append(form)
        return names

    def of(self, kind: EntityType, names: Sequence[str]) -> Iterator[Family]:
        """The families that some names of one type belong to; a name that is tied to no other is none."""
        if kind == "person":
            surnames = sorted({name.split()[-1] for name in names if name})
            for some in _parts(surnames):
                yield from self._people(some)
        else:
            yield from self._tied(kind, names)

    def company(self, family: Family) -> CompanyOf:
        """Whom the forms of a family are named with."""
        return CompanyOf(self._connection, family)

    def _people(self, surnames: Sequence[str]) -> Iterator[Family]:
        """One family a surname."""
        aliases: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
        for row in self._rows(_BY_ALIAS, "person", surnames):
            if row["form"].split()[-1] == row["alias"]:
                aliases[row["alias"]].append((row["alias"], row["form"], row["article_count"]))
        shorts: dict[str, list[Short]] = defaultdict(list)
        for short in self._shorts("person", surnames):
            shorts[short.form].append(short)
        full = {form for found in aliases.values() for _, form, _ in found}
        named = {form.form: form for form in self._forms("person", sorted(full))}
        for some in _parts(sorted(full)):
            for row in self._rows(_BY_FORM, "person", some):
                if " " in row["alias"]:
                    aliases[row["form"].split()[-1]].append((row["alias"], row["form"], row["article_count"]))
        for surname in surnames:
            forms = tuple(named[form] for form in sorted({form for _, form, _ in aliases[surname]}) if form in named)
            if len(forms) + len(shorts[surname]) > 1:
                yield Family("person", forms, tuple(aliases[surname]), tuple(shorts[surname]))

    def _tied(self, kind: EntityType, names: Sequence[str]) -> Iterator[Family]:
        """Families of what is no person: closed over the aliases that articles use."""
        ties: dict[tuple[str, str], int] = {}
        known, new = set(names), list(names)
        while new:
            found: set[str] = set()
            for some in _parts(new):
                for query in (_BY_ALIAS, _BY_FORM):
                    for row in self._rows(query, kind, some):
                        ties[row["alias"], row["form"]] = row["article_count"]
                        found |= {row["alias"], row["form"]}
            new = sorted(found - known)
            known |= found
        tied = {name for pair in ties for name in pair}
        for members in _closed(tied, ties):
            forms = tuple(self._forms(kind, members))
            inside = set(members)
            aliases = tuple((*pair, count) for pair, count in sorted(ties.items()) if pair[0] in inside)
            yield Family(kind, forms, aliases, tuple(self._shorts(kind, members)))

    def _forms(self, kind: str, names: Sequence[str]) -> Iterator[Form]:
        for some in _parts(names):
            # The longest way of writing a name comes last and stays.
            longest = {row["form"]: row for row in self._rows(_NAMED, kind, some)}
            for row in longest.values():
                yield Form(row["form"], row["name_key"], row["name"])

    def _shorts(self, kind: str, names: Sequence[str]) -> Iterator[Short]:
        for some in _parts(names):
            for key, rows in groupby(self._rows(_SHORT, kind, some), itemgetter("key")):
                first, *others = rows
                company = (self._named(row) for row in (first, *others) if row["other_form"] is not None)
                yield Short(first["form"], key, frozenset(company))

    def _named(self, row: RowMapping) -> Named:
        """The same names come again and again: each is kept once."""
        named = Named(row["other_type"], row["other_form"])
        return self._names.setdefault(named, named)

    def _rows(self, query: TextClause, kind: str, names: Sequence[str]) -> Iterable[RowMapping]:
        return self._connection.execute(query, {"type": kind, "names": list(names)}).mappings().all()


class CompanyOf:
    """Whom a form is named with; a function with a memory."""

    def __init__(self, connection: Connection, family: Family) -> None:
        self._connection = connection
        self._type = family.type
        self._keys = {form.form: form.key for form in family.forms}
        self._known: dict[str, Company] = {}

    def __call__(self, form: str) -> Company:
        """The names that stand in the articles of a form; none for a form that stands in none."""
        if form not in self._known:
            self._known[form] = self._read(form)
        return self._known[form]

    def _read(self, form: str) -> Company:
        key = self._keys.get(form)
        found = self._connection.execute(_COMPANY, {"key": key}).all() if key else ()
        counts = {Named(kind, name): count for kind, name, count in found}
        # The form stands in every article that was read.
        most = max(CONSTANT, counts.pop(Named(self._type, form), 0) / 2)
        return Company(frozenset(counts), frozenset(named for named, count in counts.items() if count >= most))


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
