"""Where everything came from: the runs, the files they read, and what they could not read or decide."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from onrecord.schema.base import Base, forward, table


class IngestRun(Base):
    """One run of ``onrecord ingest``."""

    __tablename__ = "ingest_runs"
    __table_args__ = table("One row is one run of onrecord ingest: when, with which versions, and what it added.")

    ingest_run_id: Mapped[int] = mapped_column(primary_key=True, comment="Row number of the run.")
    started_at: Mapped[str] = mapped_column(comment="When the run began (UTC).")
    finished_at: Mapped[str | None] = mapped_column(comment="When it ended (UTC); empty if it was interrupted.")
    program_version: Mapped[str] = mapped_column(comment="Version of onrecord.")
    reader_version: Mapped[str] = mapped_column(comment="Name and digest of the model that read the articles.")
    article_count: Mapped[int] = mapped_column(comment="Articles the run added.")
    unchanged_count: Mapped[int] = mapped_column(comment="Articles it met that were stored already.")
    updated_count: Mapped[int] = mapped_column(comment="Those of them whose metadata the run brought up to date.")
    quote_count: Mapped[int] = mapped_column(comment="Quotes the run added.")
    finding_count: Mapped[int] = mapped_column(comment="Findings the run added.")

    documents: Mapped[list[Document]] = relationship(back_populates="ingest_run", order_by="Document.document_id")


class Document(Base):
    """One file as it lay on disk."""

    __tablename__ = "documents"
    __table_args__ = table(
        "One row is one file that articles were read from; equal files under two paths are two.",
        UniqueConstraint("sha256", "path"),
        Index(None, "path"),
    )

    document_id: Mapped[int] = mapped_column(primary_key=True, comment="Row number of the file.")
    sha256: Mapped[str] = mapped_column(comment="SHA-256 of the file's bytes.")
    ingest_run_id: Mapped[int] = mapped_column(
        ForeignKey("ingest_runs.ingest_run_id"), comment="The run that first read it."
    )
    path: Mapped[str] = mapped_column(comment="Path as it was given to the run.")
    format: Mapped[str] = mapped_column(comment="What the file was read as.")
    byte_count: Mapped[int] = mapped_column(comment="Size of the file in bytes.")

    ingest_run: Mapped[IngestRun] = relationship(back_populates="documents")


class Finding(Base):
    """Something that could not be read or decided."""

    __tablename__ = "findings"
    __table_args__ = table(
        "One row is something that could not be read or decided, with what to do about it.",
        forward(),
        Index(None, "article_id"),
    )

    finding_id: Mapped[int] = mapped_column(primary_key=True, comment="Row number of the finding.")
    finding_key: Mapped[str] = mapped_column(unique=True, comment="Stable identity: path, place, code and message.")
    ingest_run_id: Mapped[int] = mapped_column(
        ForeignKey("ingest_runs.ingest_run_id"), comment="The run that first met it."
    )
    article_id: Mapped[int | None] = mapped_column(
        ForeignKey("articles.article_id"), comment="The article concerned; empty where no article could be read."
    )
    path: Mapped[str] = mapped_column(comment="The file concerned, as it was given.")
    code: Mapped[str] = mapped_column(comment="Short, stable name of the kind of finding.")
    message: Mapped[str] = mapped_column(comment="What was found, what was expected, what to do.")
    start_char: Mapped[int | None] = mapped_column(comment="Where it begins in the article's text, if it has a place.")
    end_char: Mapped[int | None] = mapped_column(comment="Where it ends (exclusive).")
