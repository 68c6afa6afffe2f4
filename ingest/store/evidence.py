"""What the articles tell about the names of a family, read from the rows when ``resolve`` asks for it.

A name is judged by ``ARTICLES_READ`` articles, those with the smallest keys: bounded, and chosen by content, so that
the order in which articles came plays no part. Rows that are not settled yet came since names were last compared: the
same question about the settled ones alone gives what was known then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, TextClause, bindparam, text

from onrecord.ingest.forms import courtesy_sex
from onrecord.ingest.identities import Company, Family, Named, Short, Typed

ARTICLES_READ = 50
# In so many of them at least, and in half, somebody stands who is constant company.
CONSTANT = 3
_AT_ONCE = 500
# Beside so many names an article is found by reading all.
_MOST = 1000

_READ = """SELECT article_id, name, is_settled FROM article_entities
    WHERE name_key = :key AND is_short = 0 {} ORDER BY article_entity_key LIMIT :most"""
_NOW, _BEFORE = _READ.format(""), _READ.format("AND is_settled = 1")
_SPECIFIC = "other.type NOT IN ('group', 'unnamed') AND other.is_short = 0 AND other.form NOT LIKE 'iso %'"
_COMPANY = f"""SELECT other.type, other.form, count(DISTINCT other.article_id), max(other.name) FROM ({{}}) AS read
    JOIN article_entities AS other ON other.article_id = read.article_id
    WHERE {_SPECIFIC} GROUP BY other.type, other.form"""
_WRITTEN_NOW, _WRITTEN_BEFORE = text(_NOW), text(_BEFORE)
_COMPANY_NOW, _COMPANY_BEFORE = text(_COMPANY.format(_NOW)), text(_COMPANY.format(_BEFORE))
_NAMED = text(
    f"SELECT article_id, type, form, name FROM article_entities AS other WHERE article_id IN :articles AND {_SPECIFIC}"
).bindparams(bindparam("articles", expanding=True))
_SHORTS = """SELECT article_entity_key, article_id, name FROM article_entities AS short
    WHERE type = :type AND form = :surname AND is_short = 1 {} ORDER BY article_entity_key"""
_ALL = text(_SHORTS.format(""))
_NEW = text(_SHORTS.format("AND is_settled = 0"))
_BESIDE = text(
    _SHORTS.format(
        f"""AND is_settled = 1 AND EXISTS (SELECT 1 FROM article_entities AS other
        WHERE other.article_id = short.article_id AND {_SPECIFIC} AND (other.type, other.form) IN :beside)"""
    )
).bindparams(bindparam("beside", expanding=True))


class StoredEvidence:
    """The evidence about one family (see ``identities.Evidence``); what was read once is kept.

    In: ``names``, every name that was met: the same ones come again and again, and each is kept once.
    """

    def __init__(self, connection: Connection, family: Family, names: dict[tuple[str, str], Named]) -> None:
        self._connection = connection
        self._type = family.type
        self._forms = {form.form: form for form in family.forms}
        self._names = names
        self._written: dict[str, str] = {}
        self._companies: dict[str, Company] = {}

    def written(self, form: str) -> str:
        """The fullest way of writing a name."""
        if form not in self._written:
            self._written[form] = _fullest(self._rows(_WRITTEN_NOW, form))
        return self._written[form]

    def company(self, form: str) -> Company:
        """Whom a name is named with."""
        if form not in self._companies:
            self._companies[form] = self._company(self._rows(_COMPANY_NOW, form), Named(self._type, form))
        return self._companies[form]

    def company_of(self, form: str, name: Typed) -> Company:
        """Whom a name is named with under another type."""
        return self._company(self._connection.execute(_COMPANY_NOW, _read(name.key)).all(), Named(name.type, form))

    def changed(self, form: str) -> frozenset[Named] | None:
        """Who came into a name's company, or left it; None where the name is also written otherwise."""
        now = self._rows(_WRITTEN_NOW, form)
        if all(row.is_settled for row in now):
            return frozenset()
        before = self._rows(_WRITTEN_BEFORE, form)
        if before and _fullest(before) != _fullest(now):
            return None
        earlier, company = self._company(self._rows(_COMPANY_BEFORE, form), Named(self._type, form)), self.company(form)
        return (earlier.names ^ company.names) | (earlier.constant ^ company.constant)

    def shorts(self, surname: str, beside: frozenset[Named] | None) -> Iterator[Short]:
        """The articles that give a surname only: the new ones and those beside some names, or all."""
        given: dict[str, object] = {"type": self._type, "surname": surname}
        if beside is None or len(beside) > _MOST:
            found = self._connection.execute(_ALL, given).all()
        else:
            found = self._connection.execute(_NEW, given).all()
            if beside:
                pairs = [tuple(name) for name in sorted(beside)]
                found = [*found, *self._connection.execute(_BESIDE, given | {"beside": pairs})]
        sexes: dict[int, set[str]] = defaultdict(set)
        for _, article, name in found:
            sexes[article].add(courtesy_sex(name))
        for start in range(0, len(found), _AT_ONCE):
            some = found[start : start + _AT_ONCE]
            named = self._named([article for _, article, _ in some])
            for key, article, name in some:
                sex = courtesy_sex(name)
                has_rival = bool(sex) and len(sexes[article] - {""}) > 1
                yield Short(surname, key, frozenset(named[article]), named[article], sex, has_rival)

    def _company(self, found: Sequence[Any], own: Named) -> Company:
        rows = [(self._name(kind, name), count, called) for kind, name, count, called in found]
        counts = {name: count for name, count, _ in rows}
        # The form stands in every article that was read.
        most = max(CONSTANT, counts.pop(own, 0) / 2)
        constant = frozenset(name for name, count in counts.items() if count >= most)
        return Company(frozenset(counts), constant, {name: called for name, _, called in rows})

    def _named(self, articles: Sequence[int]) -> Mapping[int, Mapping[Named, str]]:
        """The names that stand in each of some articles, with the way it writes them."""
        named: dict[int, dict[Named, str]] = defaultdict(dict)
        for article, kind, form, called in self._connection.execute(_NAMED, {"articles": articles}).all():
            name = self._name(kind, form)
            named[article][name] = max(called, named[article].get(name, ""))
        return named

    def _name(self, kind: str, form: str) -> Named:
        known = self._names.get((kind, form))
        return known or self._names.setdefault((kind, form), Named(kind, form))

    def _rows(self, query: TextClause, form: str) -> Sequence[Any]:
        key = self._forms[form].key if form in self._forms else None
        return self._connection.execute(query, _read(key)).all()


def _read(key: str | None) -> Mapping[str, object]:
    return {"key": key, "most": ARTICLES_READ}


def _fullest(rows: Iterable[Any]) -> str:
    return max((str(row.name) for row in rows), key=lambda name: (len(name), name))
