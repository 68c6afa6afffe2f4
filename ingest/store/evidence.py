"""What the articles tell about the names of a family, read from the rows when ``resolve`` asks for it.

A name is judged by ``ARTICLES_READ`` articles, those with the smallest keys: bounded, and chosen by content, so that the
order in which articles came plays no part. Rows that are not settled yet came since names were last compared: the same
question about the settled ones alone gives what was known then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, text

from onrecord.ingest.identities import Company, Family, Named, Short

ARTICLES_READ = 50
# In so many of them at least, and in half, somebody stands who is constant company.
CONSTANT = 3
_AT_ONCE = 500
# Beside so many names an article is found by reading all.
_MOST = 1000

_WINDOW = """SELECT article_id, name, is_settled FROM article_entities
    WHERE name_key = :key AND is_short = 0 {} ORDER BY article_entity_key LIMIT :most"""
_NOW = text(_WINDOW.format(""))
_BEFORE = text(_WINDOW.format("AND is_settled = 1"))
_SPECIFIC = "type NOT IN ('group', 'unnamed') AND is_short = 0 AND form NOT LIKE 'iso %'"
_NAMED = text(
    f"SELECT article_id, type, form FROM article_entities WHERE article_id IN :articles AND {_SPECIFIC}"
).bindparams(bindparam("articles", expanding=True))
_SHORTS = """SELECT article_entity_key, article_id FROM article_entities AS short
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

    ``names`` holds every name that was met: the same ones come again and again, and each is kept once.
    """

    def __init__(self, connection: Connection, family: Family, names: dict[Named, Named]) -> None:
        self._connection = connection
        self._type = family.type
        self._forms = {form.form: form for form in family.forms}
        self._names = names
        self._windows: dict[str, Sequence[Row[Any]]] = {}
        self._companies: dict[str, Company] = {}
        self._beside: dict[int, frozenset[Named]] = {}

    def written(self, form: str) -> str:
        """The fullest way of writing a name."""
        return _fullest(self._window(form))

    def company(self, form: str) -> Company:
        """Whom a name is named with."""
        if form not in self._companies:
            self._companies[form] = self._company(form, self._window(form)) if form in self._forms else _NOBODY
        return self._companies[form]

    def changed(self, form: str) -> frozenset[Named] | None:
        """Who came into a name's company, or left it; None where the name is also written otherwise."""
        window, known = self._window(form), self._forms[form]
        if all(row.is_settled for row in window):
            return frozenset()
        earlier = self._rows(_BEFORE, known.key) if known.before is not None else ()
        if earlier and _fullest(earlier) != _fullest(window):
            return None
        before, now = self._company(form, earlier), self.company(form)
        return (before.names ^ now.names) | (before.constant ^ now.constant)

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
        for start in range(0, len(found), _AT_ONCE):
            some = found[start : start + _AT_ONCE]
            named = self._named(article for _, article in some)
            yield from (Short(surname, key, named[article]) for key, article in some)

    def _company(self, form: str, window: Iterable[Row[Any]]) -> Company:
        articles = {row.article_id for row in window}
        self._beside |= self._named(articles - self._beside.keys())
        counts = Counter(name for article in articles for name in self._beside[article])
        # The form stands in every article that was read.
        most = max(CONSTANT, counts.pop(Named(self._type, form), 0) / 2)
        return Company(frozenset(counts), frozenset(name for name, count in counts.items() if count >= most))

    def _named(self, articles: Iterable[int]) -> dict[int, frozenset[Named]]:
        """The names that stand in each of some articles."""
        wanted = sorted(set(articles))
        found: dict[int, list[Named]] = {article: [] for article in wanted}
        for article, kind, form in self._connection.execute(_NAMED, {"articles": wanted}) if wanted else ():
            name = Named(kind, form)
            found[article].append(self._names.setdefault(name, name))
        return {article: frozenset(names) for article, names in found.items()}

    def _window(self, form: str) -> Sequence[Row[Any]]:
        if form not in self._windows:
            self._windows[form] = self._rows(_NOW, self._forms[form].key)
        return self._windows[form]

    def _rows(self, query: Any, key: str) -> Sequence[Row[Any]]:
        return self._connection.execute(query, {"key": key, "most": ARTICLES_READ}).all()


_NOBODY = Company(frozenset(), frozenset())


def _fullest(window: Iterable[Row[Any]]) -> str:
    return max((row.name for row in window), key=lambda name: (len(name), name))
