"""How names of many articles became one entity: what each article says by itself, what it was joined to and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from onrecord.schema.base import Base, one_of, table
from onrecord.schema.entities import ENTITY_TYPES

if TYPE_CHECKING:
    from onrecord.schema.articles import Article
    from onrecord.schema.entities import Entity

# Of a large corpus few rows: settling finds what came without looking at all.
UNSETTLED = text("is_settled = 0")
DECISION_KINDS = ("same", "different", "rename", "type", "link")


class ArticleEntity(Base):
    """One entity of one article, and the entity of the world it is taken for."""

    __tablename__ = "article_entities"
    __table_args__ = table(
        "One row is one person, organisation, place ... as one article names it, the entity it is taken for, and why.",
        one_of("type", ENTITY_TYPES),
        CheckConstraint("is_short IN (0, 1)", name="is_short"),
        CheckConstraint("is_settled IN (0, 1)", name="is_settled"),
        CheckConstraint("score BETWEEN 0 AND 1", name="score"),
        Index(None, "article_id"),
        Index(None, "entity_id", "article_id"),
        Index(None, "name_key", "article_entity_key"),
        Index(None, "form", "type", "is_short"),
        Index(None, "type", "form", "is_short", "article_id", sqlite_where=UNSETTLED, postgresql_where=UNSETTLED),
    )

    article_entity_id: Mapped[int] = mapped_column(primary_key=True, comment="Row number.")
    article_entity_key: Mapped[str] = mapped_column(
        unique=True, comment="Stable identity, made from article, type and name."
    )
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.article_id"), comment="The article.")
    entity_id: Mapped[int] = mapped_column(ForeignKey("entities.entity_id"), comment="The entity it is taken for.")
    name_key: Mapped[str] = mapped_column(comment="Stable identity of type and name; the same in all articles.")
    type: Mapped[str] = mapped_column(comment="What it is, as entities.type.")
    name: Mapped[str] = mapped_column(comment="The fullest name the article uses.")
    form: Mapped[str] = mapped_column(comment="The name as it is compared: without case, accents, titles, legal form.")
    is_short: Mapped[int] = mapped_column(comment="1 where the name does not tell who it is: a bare surname.")
    is_settled: Mapped[int] = mapped_column(comment="1 once it has been compared with other articles.")
    reason: Mapped[str] = mapped_column(comment="Why it is taken for that entity.")
    score: Mapped[float] = mapped_column(comment="How sure, 0 to 1, that it is that entity.")

    article: Mapped[Article] = relationship()
    entity: Mapped[Entity] = relationship()


class EntityTitle(Base):
    """What an article calls somebody besides the name."""

    __tablename__ = "entity_titles"
    __table_args__ = table(
        "One row is a title, office or occupation as an article writes it beside a name.",
        with_rowid=False,
    )

    article_entity_id: Mapped[int] = mapped_column(
        ForeignKey("article_entities.article_entity_id"), primary_key=True, comment="Whose, in which article."
    )
    title: Mapped[str] = mapped_column(primary_key=True, comment="The words as written, such as Defense Secretary.")

    article_entity: Mapped[ArticleEntity] = relationship()


class EntityAlias(Base):
    """Two names that articles use for one entity."""

    __tablename__ = "entity_aliases"
    __table_args__ = table(
        "One row is a short or other name and the name it stands for, with the number of articles that use both.",
        one_of("type", ENTITY_TYPES),
        Index(None, "type", "form"),
        with_rowid=False,
    )

    type: Mapped[str] = mapped_column(primary_key=True, comment="What both are, as entities.type.")
    alias: Mapped[str] = mapped_column(primary_key=True, comment="The other name; of a person, also the surname.")
    form: Mapped[str] = mapped_column(primary_key=True, comment="The name it stands for, as article_entities.form.")
    article_count: Mapped[int] = mapped_column(comment="Articles that use both for one entity.")


class Decision(Base):
    """What a person decided about entities; it outlives every ingest."""

    __tablename__ = "decisions"
    __table_args__ = table(
        "One row is a decision by a person that the program follows at every ingest: two entities are the same or "
        "different, one is called or typed otherwise, or is an item of Wikidata or of another list.",
        one_of("kind", DECISION_KINDS),
        CheckConstraint("(kind IN ('rename', 'type', 'link')) = (other_key IS NULL)", name="other_key"),
        CheckConstraint("(kind IN ('same', 'different')) = (value IS NULL)", name="value"),
    )

    decision_id: Mapped[int] = mapped_column(primary_key=True, comment="Row number; decisions apply in this order.")
    kind: Mapped[str] = mapped_column(comment="same, different, rename, type or link.")
    entity_key: Mapped[str] = mapped_column(comment="The entity, by entities.entity_key.")
    other_key: Mapped[str | None] = mapped_column(
        comment="The other one: an entity_key, or the name_key or article_entity_key of what is to be split off."
    )
    value: Mapped[str | None] = mapped_column(
        comment="The new name or type; of a link, the item in Wikidata or an address elsewhere."
    )
    decided_by: Mapped[str] = mapped_column(comment="Who decided.")
    decided_at: Mapped[str] = mapped_column(comment="When: UTC, ISO 8601.")
    reason: Mapped[str] = mapped_column(comment="Why, in the words of whoever decided.")
    undone_at: Mapped[str | None] = mapped_column(comment="When it was taken back; empty while it holds.")
