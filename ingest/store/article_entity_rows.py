"""The rows of one article's entities, and what its names stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, text

from onrecord.ingest.identities import Resolved
from onrecord.ingest.store.article_rows import Row
from onrecord.ingest.store.quote_rows import EntityIds

_ADD_ALIAS = text(
    "INSERT INTO entity_aliases (type, alias, form, article_count) VALUES (:type, :alias, :form, :count) "
    "ON CONFLICT (type, alias, form) "
    "DO UPDATE SET article_count = entity_aliases.article_count + excluded.article_count"
)


def article_entity_rows(resolved: Resolved, article_id: int, entities: EntityIds) -> Iterator[Row]:
    """The rows of ``article_entities``; they are compared with other articles when the run ends."""
    pairs = zip(resolved.analysis.entities, resolved.identities, strict=True)
    for number, (entity, identity) in enumerate(pairs):
        yield (
            entities.first_id + number,
            identity.local_key,
            article_id,
            entities.ids[number],
            identity.name_key,
            entity.type,
            entity.name,
            identity.form,
            int(identity.is_short),
            0,
            identity.reason,
            1.0,
        )


def title_rows(resolved: Resolved, entities: EntityIds) -> Iterator[Row]:
    """The rows of ``entity_titles``."""
    for number, entity in enumerate(resolved.analysis.entities, entities.first_id):
        for title in entity.titles:
            yield number, title


def store_aliases(connection: Connection, batch: Sequence[Resolved]) -> None:
    """Count which names the articles of a batch use for one entity; a person's surname counts as one of them."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for one in batch:
        found: set[tuple[str, str, str]] = set()
        for entity, identity in zip(one.analysis.entities, one.identities, strict=True):
            if identity.is_short:
                continue
            found |= {(entity.type, alias, identity.form) for alias in identity.aliases}
            if entity.type == "person":
                found.add(("person", identity.form.split()[-1], identity.form))
        counts.update(found)
    rows = [
        {"type": kind, "alias": alias, "form": form, "count": count}
        for (kind, alias, form), count in sorted(counts.items())
    ]
    if rows:
        connection.execute(_ADD_ALIAS, rows)
