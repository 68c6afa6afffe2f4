"""The people, organisations, places ... of the world, and where they are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from onrecord.schema.base import Base, forward, one_of, table

if TYPE_CHECKING:
    from onrecord.schema.articles import Paragraph
    from onrecord.schema.quotes import Quote

ENTITY_TYPES = ("person", "organisation", "place", "facility", "event", "work", "group", "unnamed")


class Entity(Base):
    """One person, organisation, place ... over all articles."""

    __tablename__ = "entities"
    __table_args__ = table(
        "One row is one person, organisation, place, facility, event, work or group of the world, over all articles; "
        "or an unnamed source of one article.",
        one_of("type", ENTITY_TYPES),
        CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude"),
        CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude"),
        Index(None, "name"),
        Index(None, "quote_count"),
        Index(None, "wikidata_id"),
    )

    entity_id: Mapped[int] = mapped_column(primary_key=True, comment="Row number of the entity.")
    entity_key: Mapped[str] = mapped_column(unique=True, comment="Stable identity, made from type and name.")
    name: Mapped[str] = mapped_column(comment="The fullest name it goes by; of an unnamed source, its description.")
    type: Mapped[str] = mapped_column(
        comment="person, organisation, place, facility, event, work, group, or unnamed (a source nobody names)."
    )
    iso_code: Mapped[str | None] = mapped_column(
        comment="ISO 3166-1 alpha-2 code of the country it is or, for a group, that it points to."
    )
    geonames_id: Mapped[int | None] = mapped_column(
        comment="Number of the place in GeoNames (https://www.geonames.org)."
    )
    wikidata_id: Mapped[str | None] = mapped_column(comment="Item in Wikidata (https://www.wikidata.org).")
    latitude: Mapped[float | None] = mapped_column(comment="Degrees north, WGS 84.")
    longitude: Mapped[float | None] = mapped_column(comment="Degrees east, WGS 84.")
    article_count: Mapped[int] = mapped_column(comment="Articles that name it or quote it.")
    mention_count: Mapped[int] = mapped_column(comment="Times it is named.")
    quote_count: Mapped[int] = mapped_column(comment="Quotes it is the speaker of.")

    names: Mapped[list[EntityName]] = relationship(
        back_populates="entity", order_by="EntityName.mention_count.desc(), EntityName.name"
    )
    mentions: Mapped[list[Mention]] = relationship(
        back_populates="entity", order_by="Mention.paragraph_id, Mention.start_char"
    )
    quotes: Mapped[list[Quote]] = relationship(back_populates="speaker", order_by="Quote.quote_id")


class EntityName(Base):
    """One name an entity goes by."""

    __tablename__ = "entity_names"
    __table_args__ = table(
        "One row is one name an entity goes by, with how often; of an unnamed source, one description.",
        Index(None, "name"),
        with_rowid=False,
    )

    entity_id: Mapped[int] = mapped_column(ForeignKey("entities.entity_id"), primary_key=True, comment="The entity.")
    name: Mapped[str] = mapped_column(primary_key=True, comment="The name as written.")
    mention_count: Mapped[int] = mapped_column(comment="Times it is named so.")

    entity: Mapped[Entity] = relationship(back_populates="names")


class Mention(Base):
    """One naming of an entity. ``mention.text`` is the words, taken from the paragraph."""

    __tablename__ = "mentions"
    __table_args__ = table(
        "One row is one naming of an entity in a paragraph; the words themselves stand in the paragraph.",
        one_of("type", ENTITY_TYPES),
        forward(),
        Index(None, "entity_id", "paragraph_id"),
        Index(None, "article_entity_id"),
        with_rowid=False,
    )

    paragraph_id: Mapped[int] = mapped_column(
        ForeignKey("paragraphs.paragraph_id"), primary_key=True, comment="The paragraph it stands in."
    )
    start_char: Mapped[int] = mapped_column(primary_key=True, comment="Where it begins in the article's text.")
    end_char: Mapped[int] = mapped_column(comment="Where it ends (exclusive).")
    entity_id: Mapped[int] = mapped_column(ForeignKey("entities.entity_id"), comment="The entity it names.")
    type: Mapped[str] = mapped_column(comment="What the name is here; entities.type is what the entity is.")
    rule: Mapped[str] = mapped_column(comment="What found it.")
    article_entity_id: Mapped[int | None] = mapped_column(
        ForeignKey("article_entities.article_entity_id"), comment="The same entity as this article alone has it."
    )

    entity: Mapped[Entity] = relationship(back_populates="mentions")
    paragraph: Mapped[Paragraph] = relationship(back_populates="mentions")

    @property
    def text(self) -> str:
        """The name as written."""
        offset = self.paragraph.start_char
        return self.paragraph.text[self.start_char - offset : self.end_char - offset]
