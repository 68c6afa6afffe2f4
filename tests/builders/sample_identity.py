"""How the sample's entities came to be: what each article calls them, why they were taken for one, what was decided."""

from __future__ import annotations

from typing import Any

from sample_article import Rows, key_of

from onrecord.schema import ArticleEntity, Decision, EntityAlias, EntityTitle, Mention, Paragraph, Quote

BY_NAME = "It goes by this name."


def add_identity(rows: Rows, given: dict[str, Any]) -> None:
    """Add the entities of articles, with titles, other names and decisions; mentions and quotes point to them.

    In: the rows so far, and the part ``identity`` of the sample: ``thin`` names (by article and entity) that were
    joined on thin evidence, ``titles``, ``aliases``, ``decisions``.
    """
    thin = {(one["article"], rows.entities[one["entity"]]): one for one in given["thin"]}
    numbers: dict[tuple[int, int], int] = {}
    for entity, seen in rows.mentions.items():
        for article in sorted({article for article, _ in seen}):
            names = [name for place, name in seen if place == article]
            numbers[article, entity] = _article_entity(rows, article, entity, max(names, key=len), thin)
    articles = {row["paragraph_id"]: row["article_id"] for row in rows.rows[Paragraph.__tablename__]}
    for row in rows.rows[Mention.__tablename__]:
        row["article_entity_id"] = numbers[articles[row["paragraph_id"]], row["entity_id"]]
    for row in rows.rows[Quote.__tablename__]:
        row["article_entity_id"] = numbers.get((row["article_id"], row["speaker_id"]))
    for one in given["titles"]:
        number = numbers[one["article"], rows.entities[one["entity"]]]
        rows.add(EntityTitle, article_entity_id=number, title=one["title"])
    for one in given["aliases"]:
        rows.add(EntityAlias, **one)
    for number, one in enumerate(given["decisions"], 1):
        keys = {side: _key(rows, one[side]) if side in one else None for side in ("entity", "other")}
        rows.add(
            Decision,
            decision_id=number,
            kind=one["kind"],
            entity_key=keys["entity"],
            other_key=keys["other"],
            value=one.get("value"),
            decided_by="Ida Lund",
            decided_at=f"2026-11-21T09:00:0{number}Z",
            reason=one["why"],
            undone_at=one.get("undone"),
        )


def _article_entity(rows: Rows, article: int, entity: int, name: str, thin: dict[tuple[int, int], Any]) -> int:
    kind = list(rows.sample["entities"].values())[entity - 1]["type"]
    joined = thin.get((article, entity), {})
    name = joined.get("name", name)
    number = len(rows.rows.get(ArticleEntity.__tablename__, ())) + 1
    return rows.add(
        ArticleEntity,
        article_entity_id=number,
        article_entity_key=key_of("local", article, kind, name),
        article_id=article,
        entity_id=entity,
        name_key=key_of("entity", kind, name),
        type=kind,
        name=name,
        form=name.casefold(),
        is_short=int(bool(joined)),
        is_settled=1,
        reason=joined.get("why", BY_NAME),
        score=joined.get("score", 1.0),
    )


def _key(rows: Rows, entity: str) -> str:
    given = rows.sample["entities"][entity]
    return key_of("entity", given["type"], given["name"])
