"""Links that were decided on, written into the entities: an item of Wikidata for a person or an organisation.

A decision names an entity by a key made of its name; the name may have been joined to another entity since. The link
goes where the name went, and nowhere where it went to several. Countries and their peoples have the items of the
reference list and are left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, Engine, bindparam, text

from onrecord.ingest.identities import Linkable

_GONE = "NOT EXISTS (SELECT 1 FROM entities AS own WHERE own.entity_key = d.entity_key)"
# Each decision with the entity it speaks of; a link on the very key of an entity comes last and wins.
_PLACED = text(
    f"""SELECT d.decision_id, d.value, d.undone_at IS NULL AS holds, e.entity_id, 1 AS is_own, d.decided_at
    FROM decisions AS d JOIN entities AS e ON e.entity_key = d.entity_key WHERE d.kind = 'link'
    UNION SELECT d.decision_id, d.value, d.undone_at IS NULL, a.entity_id, 0, d.decided_at
    FROM decisions AS d JOIN article_entities AS a ON a.name_key = d.entity_key AND a.is_short = 0
    WHERE d.kind = 'link' AND {_GONE}
    UNION SELECT d.decision_id, d.value, d.undone_at IS NULL, a.entity_id, 0, d.decided_at
    FROM decisions AS d JOIN article_entities AS a ON a.article_entity_key = d.entity_key
    WHERE d.kind = 'link' AND {_GONE}
    ORDER BY is_own, decided_at, decision_id"""
)
# Whatever is greater than nothing is not NULL, and the index finds it.
_LINKED = text("SELECT entity_id, wikidata_id FROM entities WHERE wikidata_id > '' AND iso_code IS NULL")
_LINK = text("UPDATE entities SET wikidata_id = :item WHERE entity_id = :number AND iso_code IS NULL")
_LINKABLE = text(
    """SELECT e.entity_id, e.entity_key, e.name, e.type, e.quote_count, a.name
    FROM entities AS e JOIN article_entities AS a ON a.entity_id = e.entity_id AND a.is_short = 0
    WHERE e.type IN :types AND e.iso_code IS NULL
    GROUP BY e.entity_id, e.entity_key, e.name, e.type, e.quote_count, e.mention_count, a.name
    ORDER BY e.quote_count DESC, e.mention_count DESC, e.entity_key, a.name"""
).bindparams(bindparam("types", expanding=True))


def follow_links(connection: Connection) -> None:
    """Give every entity the item of Wikidata that holds for it, and take away what holds no more."""
    wanted = {number: value for number, value, holds in _placed(connection) if holds and value.startswith("Q")}
    stored = {row.entity_id: row.wikidata_id for row in connection.execute(_LINKED)}
    changed = [
        {"number": number, "item": wanted.get(number)}
        for number in sorted(wanted.keys() | stored.keys())
        if wanted.get(number) != stored.get(number)
    ]
    if changed:
        connection.execute(_LINK, changed)


def linkable(engine: Engine, types: Sequence[str]) -> list[Linkable]:
    """The entities of some types that have a full name, most quoted first, with the links they have or had."""
    with engine.connect() as connection:
        links: dict[bool, dict[int, list[str]]] = {True: defaultdict(list), False: defaultdict(list)}
        for number, value, holds in _placed(connection):
            links[holds][number].append(value)
        named: dict[int, tuple[str, str, str, int]] = {}
        names: dict[int, list[str]] = defaultdict(list)
        for number, key, name, kind, quotes, written in connection.execute(_LINKABLE, {"types": list(types)}):
            named[number] = key, name, kind, quotes
            names[number].append(written)
    return [
        Linkable(key, name, kind, tuple(names[number]), quotes, tuple(links[True][number]), tuple(links[False][number]))
        for number, (key, name, kind, quotes) in named.items()
    ]


def _placed(connection: Connection) -> Iterator[tuple[int, str, bool]]:
    """The row number of an entity, a link, and whether it holds; of decisions that speak of one entity only."""
    rows = connection.execute(_PLACED).all()
    entities: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        entities[row.decision_id].add(row.entity_id)
    yield from ((row.entity_id, row.value, bool(row.holds)) for row in rows if len(entities[row.decision_id]) == 1)
