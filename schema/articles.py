"""Articles, their paragraphs, and who published and wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from onrecord.schema.base import Base, forward, one_of, table

if TYPE_CHECKING:
    from onrecord.schema.entities import Mention
    from onrecord.schema.provenance import Document
    from onrecord.schema.quotes import Quote

PARAGRAPH_KINDS = ("title", "byline", "dateline", "body", "heading", "caption", "credit", "boilerplate")
AUTHOR_ROLES = ("author", "contributor")
FIELD_SOURCES = ("table", "sidecar", "front_matter", "record", "header", "option", "file_name", "text")


class Outlet(Base):
    """A publisher, as the articles' metadata name it."""

    __tablename__ = "outlets"
    __table_args__ = table("One row is one outlet that says it published an article. A cited agency is no outlet.")

    outlet_id: Mapped[int] = mapped_column(primary_key=True, comment="Row number of the outlet.")
    name: Mapped[str] = mapped_column(unique=True, comment="Name as the metadata give it.")

    articles: Mapped[list[Article]] = relationship(back_populates="outlet", order_by="Article.article_id")


class Author(Base):
    """A person whom a byline or a credit line names as having written an article."""

    __tablename__ = "authors"
    __table_args__ = table("One row is one name that stands in a byline, or in a credit line for reporting or writing.")

    author_id: Mapped[int] = mapped_column(primary_key=True, comment="Row number of the author.")
    name: Mapped[str] = mapped_column(unique=True, comment="Name as the article gives it.")

    articles: Mapped[list[Article]] = relationship(
        secondary="article_authors", order_by="Article.article_id", viewonly=True
    )


class ArticleAuthor(Base):
    """Who wrote which article, in the byline's order, and who contributed to it."""

    __tablename__ = "article_authors"
    __table_args__ = table(
        "One row links an article to one of its authors, in the byline's order, or to somebody who contributed to it.",
        Index(None, "author_id"),
        one_of("role", AUTHOR_ROLES),
        with_rowid=False,
    )

    article_id: Mapped[int] = mapped_column(ForeignKey("articles.article_id"), primary_key=True, comment="The article.")
    ordinal: Mapped[int] = mapped_column(primary_key=True, comment="Place among them, from 1; authors come first.")
    author_id: Mapped[int] = mapped_column(ForeignKey("authors.author_id"), comment="The author.")
    role: Mapped[str] = mapped_column(
        comment="author: named in the byline or, where it names nobody, in a credit line for reporting or writing; "
        "contributor: named in a credit line beside them."
    )


class ArticleField(Base):
    """One piece of metadata and which line or tag says so."""

    __tablename__ = "article_fields"
    __table_args__ = table(
        "One row is one piece of an article's metadata as written, with who says so; what was not chosen is kept.",
        one_of("source", FIELD_SOURCES),
        CheckConstraint("is_chosen IN (0, 1)", name="is_chosen"),
        with_rowid=False,
    )

    article_id: Mapped[int] = mapped_column(ForeignKey("articles.article_id"), primary_key=True, comment="The article.")
    ordinal: Mapped[int] = mapped_column(primary_key=True, comment="Order in which the sources are believed, from 1.")
    name: Mapped[str] = mapped_column(
        comment="What it tells: title, byline, outlet, published, url, dateline_place ..."
    )
    value: Mapped[str] = mapped_column(comment="The value as written.")
    source: Mapped[str] = mapped_column(
        comment="Who says so: table, sidecar, front_matter, record (a key or tag of the file), header, option, "
        "file_name or text."
    )
    line: Mapped[int | None] = mapped_column(comment="Line of the article's text that says so, from 1.")
    is_chosen: Mapped[int] = mapped_column(
        comment="1 where this value stands in articles, 0 where a better source won."
    )


class Article(Base):
    """One article. ``article.text`` is its whole text, ``article.quotes`` what is said in it."""

    __tablename__ = "articles"
    __table_args__ = table(
        "One row is one news article. What nobody says is empty: nothing is guessed.",
        Index(None, "text_key"),
        Index(None, "document_id", "number"),
        Index(None, "outlet_id"),
        Index(None, "published"),
        Index(None, "url"),
        Index(None, "url_key"),
        Index(None, "previous_article_id"),
    )

    article_id: Mapped[int] = mapped_column(primary_key=True, comment="Row number of the article.")
    article_key: Mapped[str] = mapped_column(
        unique=True,
        comment="Stable identity, made from address, outlet and text as they were when it was stored; without an "
        "address, from the title that its file gives, too.",
    )
    text_key: Mapped[str] = mapped_column(
        comment="The same for all articles of the same words, such as agency copy in several outlets."
    )
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.document_id"), comment="The file it was read from.")
    number: Mapped[int] = mapped_column(comment="Place among the file's articles, from 1.")
    title: Mapped[str | None] = mapped_column(comment="Headline, where the file or its metadata give one.")
    byline: Mapped[str | None] = mapped_column(comment="The byline as written.")
    outlet_id: Mapped[int | None] = mapped_column(ForeignKey("outlets.outlet_id"), comment="Who published it.")
    published: Mapped[str | None] = mapped_column(comment="Publication date in ISO 8601, as precise as it was given.")
    url: Mapped[str | None] = mapped_column(comment="Address of the original, as given.")
    url_key: Mapped[str | None] = mapped_column(
        comment="The address as it is compared: without scheme, www., last slash, place in the page and tracking."
    )
    language: Mapped[str | None] = mapped_column(
        comment="Language (BCP 47), as the metadata say or, where they do not or plainly err, as the text shows."
    )
    word_count: Mapped[int] = mapped_column(comment="Words in title and body.")
    previous_article_id: Mapped[int | None] = mapped_column(
        ForeignKey("articles.article_id"),
        comment="The version read before from the same address, or from the same place of the same file; "
        "its words were others.",
    )

    document: Mapped[Document] = relationship()
    outlet: Mapped[Outlet | None] = relationship(back_populates="articles")
    authors: Mapped[list[Author]] = relationship(
        secondary="article_authors",
        secondaryjoin="and_(Author.author_id == ArticleAuthor.author_id, ArticleAuthor.role == 'author')",
        order_by="ArticleAuthor.ordinal",
        viewonly=True,
    )
    contributors: Mapped[list[Author]] = relationship(
        secondary="article_authors",
        secondaryjoin="and_(Author.author_id == ArticleAuthor.author_id, ArticleAuthor.role == 'contributor')",
        order_by="ArticleAuthor.ordinal",
        viewonly=True,
    )
    fields: Mapped[list[ArticleField]] = relationship(order_by="ArticleField.ordinal", viewonly=True)
    paragraphs: Mapped[list[Paragraph]] = relationship(back_populates="article", order_by="Paragraph.ordinal")
    quotes: Mapped[list[Quote]] = relationship(back_populates="article", order_by="Quote.start_char")

    @property
    def text(self) -> str:
        """The settled text, up to the end of the last paragraph; all offsets of the article count into it."""
        return "".join(part for paragraph in self.paragraphs for part in (paragraph.gap, paragraph.text))


class Paragraph(Base):
    """One block of an article's text. The text of the corpus is stored here and only here."""

    __tablename__ = "paragraphs"
    __table_args__ = table(
        "One row is one block of an article's text, with its kind and the rule that decided it. Nothing is left out.",
        UniqueConstraint("article_id", "ordinal"),
        one_of("kind", PARAGRAPH_KINDS),
        forward(),
        CheckConstraint("end_char - start_char = length(text)", name="text_fills_span"),
    )

    paragraph_id: Mapped[int] = mapped_column(primary_key=True, comment="Row number of the paragraph.")
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.article_id"), comment="The article it stands in.")
    ordinal: Mapped[int] = mapped_column(comment="Place in the article, from 1.")
    kind: Mapped[str] = mapped_column(
        comment="title, byline, dateline, body, heading, caption, credit or boilerplate; "
        "quotes and names are read from title and body. A line that its outlet repeats (rule outlet_repeats) was body "
        "until that was seen, and keeps what was read from it."
    )
    rule: Mapped[str] = mapped_column(comment="What decided the kind.")
    start_char: Mapped[int] = mapped_column(comment="Where it begins in the article's text, in code points from 0.")
    end_char: Mapped[int] = mapped_column(comment="Where it ends (exclusive).")
    gap: Mapped[str] = mapped_column(comment="White space between the paragraph before and this one, as it stood.")
    text: Mapped[str] = mapped_column(comment="The words, unchanged.")

    article: Mapped[Article] = relationship(back_populates="paragraphs")
    mentions: Mapped[list[Mention]] = relationship(back_populates="paragraph", order_by="Mention.start_char")
