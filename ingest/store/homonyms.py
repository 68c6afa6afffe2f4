"""Names that articles take for things of several types: an organisation here, a group or a place there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, String, column, func, select, values

from onrecord.ingest.identities import Typed
from onrecord.ingest.store.insert import AT_ONCE, table_of
from onrecord.schema import ArticleEntity


def homonyms(connection: Connection, forms: Collection[str]) -> Mapping[str, tuple[Typed, ...]]:
    """Those of some names that are full names of several types, with each type, and how often articles have it.

    A place that is known by a number is apart from others of its name, and so are countries and their people, who
    share a form (``iso FR``).
    """
    rows = table_of(ArticleEntity)
    found: dict[str, list[Typed]] = defaultdict(list)
    wanted = sorted(form for form in forms if not form.startswith("iso "))
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        given = values(column("form", String), name="given").data([(form,) for form in some]).cte()
        one, other = (
            select(end(rows.c.type)).where(rows.c.form == given.c.form).scalar_subquery()
            for end in (func.min, func.max)
        )
        shared = list(connection.scalars(select(given.c.form).where(one != other)))
        query = (
            select(rows.c.form, rows.c.type, rows.c.name_key, func.count())
            .where(rows.c.form.in_(shared), rows.c.is_short == 0, rows.c.type != "unnamed")
            .group_by(rows.c.form, rows.c.type, rows.c.name_key)
            .order_by(rows.c.form, rows.c.type, rows.c.name_key)
        )
        for form, kind, key, count in connection.execute(query) if shared else ():
            found[form].append(Typed(kind, key, count))
    return {form: tuple(typed) for form, typed in found.items() if len({one.type for one in typed}) > 1}
