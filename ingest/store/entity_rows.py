"""Entities and statements of a batch: found again by key, or added; names and counts brought up to date."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, select, text, update

from onrecord.ingest.forms import fullest
from onrecord.ingest.identities import Resolved
from onrecord.ingest.store.insert import AT_ONCE, insert_rows, next_id, table_of
from onrecord.ingest.store.quote_rows import ParagraphIds, words_of
from onrecord.schema import Entity, EntityName, Statement

_ADD_NAME = text(
    "INSERT INTO entity_names (entity_id, name, mention_count) VALUES (:entity_id, :name, :mention_count) "
    "ON CONFLICT (entity_id, name) DO UPDATE SET mention_count = entity_names.mention_count + excluded.mention_count"
)


def store_entities(connection: Connection, batch: Sequence[Resolved]) -> list[list[int]]:
    """Make sure that every entity of a batch has a row, with its names and counts.

    Out: for each article, the row numbers of its entities in the article's order.
    """
    known = _known(connection, Entity, {identity.key for one in batch for identity in one.identities})
    new: dict[str, tuple[object, ...]] = {}
    first = next_id(connection, Entity)
    for one in batch:
        for entity, identity in zip(one.analysis.entities, one.identities, strict=True):
            if identity.key not in known:
                number = known[identity.key] = first + len(new)
                place = identity.latitude, identity.longitude
                links = entity.country, identity.geonames_id, identity.wikidata_id, *place
                new[identity.key] = (number, identity.key, entity.name, entity.type, *links, 0, 0, 0)
    insert_rows(connection, Entity, new.values())
    ids = [[known[identity.key] for identity in one.identities] for one in batch]
    _count(connection, batch, ids)
    return ids


def _count(connection: Connection, batch: Sequence[Resolved], ids: Sequence[Sequence[int]]) -> None:
    names: dict[int, Counter[str]] = defaultdict(Counter)
    added: dict[int, Counter[str]] = defaultdict(Counter)
    for one, numbers in zip(batch, ids, strict=True):
        for entity, number in zip(one.analysis.entities, numbers, strict=True):
            names[number].update(dict(entity.names))
        for number in set(numbers):
            added[number]["article"] += 1
        for mention in one.analysis.mentions:
            added[numbers[mention.entity]]["mention"] += 1
        for speaker in one.analysis.speakers:
            if speaker.entity is not None:
                added[numbers[speaker.entity]]["quote"] += 1
    rows = [
        {"entity_id": number, "name": name, "mention_count": count}
        for number, counts in names.items()
        for name, count in counts.items()
    ]
    if not rows:
        return
    connection.execute(_ADD_NAME, rows)
    entities = table_of(Entity).c
    connection.execute(
        update(Entity)
        .where(entities.entity_id == bindparam("number"))
        .values(
            article_count=entities.article_count + bindparam("article"),
            mention_count=entities.mention_count + bindparam("mention"),
            quote_count=entities.quote_count + bindparam("quote"),
        ),
        [
            {"number": number, "article": c["article"], "mention": c["mention"], "quote": c["quote"]}
            for number, c in added.items()
        ],
    )
    rename(connection, sorted(names))


def rename(connection: Connection, numbers: Sequence[int]) -> None:
    """Call each entity by the fullest of all its names.

    A country keeps the name of the reference list, and a source nobody names its first full description.
    """
    for start in range(0, len(numbers), AT_ONCE):
        some = numbers[start : start + AT_ONCE]
        counts: dict[int, Counter[str]] = defaultdict(Counter)
        query = (
            select(EntityName.entity_id, EntityName.name, EntityName.mention_count)
            .join(Entity)
            .where(
                EntityName.entity_id.in_(some),
                Entity.type != "unnamed",
                (Entity.type != "place") | Entity.iso_code.is_(None),
            )
        )
        for number, name, count in connection.execute(query):
            counts[number][name] = count
        renamed = [{"number": number, "fullest": fullest(names)} for number, names in counts.items()]
        if renamed:
            entities = table_of(Entity).c
            connection.execute(
                update(Entity).where(entities.entity_id == bindparam("number")).values(name=bindparam("fullest")),
                renamed,
            )


def store_statements(connection: Connection, batch: Sequence[Resolved]) -> dict[str, int]:
    """Make sure that every utterance of a batch has a row, with its counts. Out: the row number of each key."""
    quotes: dict[str, Counter[int]] = defaultdict(Counter)
    words: dict[str, str] = {}
    for number, one in enumerate(batch):
        article = one.analysis.article
        for quote, key in zip(one.analysis.quotes, one.statements, strict=True):
            if key is not None:
                quotes[key][number] += 1
                words.setdefault(key, words_of(quote, article.text, ParagraphIds(article, 0)))
    known = _known(connection, Statement, words)
    first = next_id(connection, Statement)
    new = [key for key in words if key not in known]
    known |= {key: number for number, key in enumerate(new, first)}
    insert_rows(connection, Statement, ((known[key], key, words[key], 0, 0) for key in new))
    if quotes:
        statements = table_of(Statement).c
        connection.execute(
            update(Statement)
            .where(statements.statement_id == bindparam("number"))
            .values(
                quote_count=statements.quote_count + bindparam("quote"),
                article_count=statements.article_count + bindparam("article"),
            ),
            [{"number": known[key], "quote": c.total(), "article": len(c)} for key, c in quotes.items()],
        )
    return known


def _known(connection: Connection, model: type[Entity | Statement], keys: Iterable[str]) -> dict[str, int]:
    """The row numbers of the keys that are stored already. Both tables begin with (id, key)."""
    number, key = table_of(model).columns.values()[:2]
    found: dict[str, int] = {}
    wanted = sorted(keys)
    for start in range(0, len(wanted), AT_ONCE):
        query = select(key, number).where(key.in_(wanted[start : start + AT_ONCE]))
        found.update((row[0], row[1]) for row in connection.execute(query))
    return found
