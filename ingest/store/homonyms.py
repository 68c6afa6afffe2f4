"""Names that articles take for things of several types: an organisation here, a group or a place there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import Connection

from onrecord.ingest.identities import Typed
from onrecord.ingest.store.given import about

_SHARED = """SELECT form FROM given
    WHERE (SELECT min(type) FROM article_entities AS a WHERE a.form = given.form)
        <> (SELECT max(type) FROM article_entities AS a WHERE a.form = given.form)"""
_TYPES = """SELECT a.form, a.type, a.name_key, count(*) FROM given JOIN article_entities AS a ON a.form = given.form
    WHERE a.is_short = 0 AND a.type <> 'unnamed' GROUP BY a.form, a.type, a.name_key ORDER BY 1, 2, 3"""


def homonyms(connection: Connection, forms: Collection[str]) -> Mapping[str, tuple[Typed, ...]]:
    """Those of some names that are full names of several types, with each type, and how often articles have it.

    A place that is known by a number is apart from others of its name, and so are countries and their people, who
    share a form (``iso FR``).
    """
    found: dict[str, list[Typed]] = defaultdict(list)
    wanted = sorted(form for form in forms if not form.startswith("iso "))
    shared = [row.form for row in about(connection, _SHARED, wanted)]
    for form, kind, key, count in about(connection, _TYPES, shared):
        found[form].append(Typed(kind, key, count))
    return {form: tuple(typed) for form, typed in found.items() if len({one.type for one in typed}) > 1}
