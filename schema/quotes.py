"""What is said: quotes, their pieces, and the utterances behind them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from onrecord.schema.base import Base, forward, one_of, table

if TYPE_CHECKING:
    from onrecord.schema.articles import Article, Paragraph
    from onrecord.schema.entities import Entity

QUOTE_KINDS = ("direct", "mixed", "indirect")
# fmt: off
CUE_CLASSES = (
    "says", "announces", "reveals", "claims", "admits", "confirms", "denies", "declines", "warns", "accuses",
    "criticises", "praises", "supports", "opposes", "asks", "answers", "demands", "advises", "promises", "suggests",
    "calls",  # up to here speech; what follows is thought, felt or shown
    "thinks", "expects", "knows", "wants", "plans", "fears", "feels", "shows", "seems",
)
# fmt: on
ATTRIBUTIONS = ("named", "pronoun", "description", "continued", "none")


class Statement(Base):
    """One utterance, quoted in one or more articles."""

    __tablename__ = "statements"
    __table_args__ = table(
        "One row is one utterance: the same words between quotation marks, in one article or in several."
    )

    statement_id: Mapped[int] = mapped_column(primary_key=True, comment="Row number of the statement.")
    statement_key: Mapped[str] = mapped_column(unique=True, comment="Stable identity, made from the words.")
    text: Mapped[str] = mapped_column(comment="The words, as the first quote stored has them.")
    quote_count: Mapped[int] = mapped_column(comment="Quotes of it.")
    article_count: Mapped[int] = mapped_column(comment="Articles that quote it.")

    quotes: Mapped[list[Quote]] = relationship(back_populates="statement", order_by="Quote.quote_id")


class Quote(Base):
    """One thing said."""

    __tablename__ = "quotes"
    __table_args__ = table(
        "One row is one thing somebody is reported to have said or thought, with who, how we know and how sure.",
        one_of("kind", QUOTE_KINDS),
        one_of("attribution", ATTRIBUTIONS),
        one_of("cue_class", CUE_CLASSES),
        forward(),
        forward("speaker_"),
        forward("cue_"),
        CheckConstraint("(cue IS NULL) <= (cue_class IS NULL)", name="class_has_cue"),
        CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
        CheckConstraint("(attribution = 'none') <= (speaker_id IS NULL)", name="none_has_no_speaker"),
        Index(None, "article_id", "start_char"),
        Index(None, "speaker_id"),
        Index(None, "statement_id"),
        Index(None, "paragraph_id"),
        Index(None, "article_entity_id"),
    )

    quote_id: Mapped[int] = mapped_column(primary_key=True, comment="Row number of the quote.")
    quote_key: Mapped[str] = mapped_column(unique=True, comment="Stable identity, made from article and place.")
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.article_id"), comment="The article it stands in.")
    paragraph_id: Mapped[int] = mapped_column(
        ForeignKey("paragraphs.paragraph_id"), comment="The paragraph it begins in."
    )
    kind: Mapped[str] = mapped_column(
        comment="direct: all words between quotation marks, or in a transcript; mixed: some; indirect: none, a "
        "report of what was said."
    )
    text: Mapped[str] = mapped_column(
        comment="The words with their marks; [...] stands between pieces that other words of the article divide."
    )
    start_char: Mapped[int] = mapped_column(comment="Where it begins in the article's text.")
    end_char: Mapped[int] = mapped_column(comment="Where it ends (exclusive).")
    cue: Mapped[str | None] = mapped_column(comment="The words that introduce it, such as said or according to.")
    cue_start_char: Mapped[int | None] = mapped_column(comment="Where the cue begins.")
    cue_end_char: Mapped[int | None] = mapped_column(comment="Where the cue ends (exclusive).")
    cue_class: Mapped[str | None] = mapped_column(
        comment="What kind of report the cue announces: says, denies, warns, asks, thinks, plans ...; "
        "empty where there is no cue or the list of cues does not know it."
    )
    speaker_as_written: Mapped[str | None] = mapped_column(
        comment="The words beside the quote that name its speaker; empty where none do."
    )
    speaker_start_char: Mapped[int | None] = mapped_column(comment="Where those words begin.")
    speaker_end_char: Mapped[int | None] = mapped_column(comment="Where those words end (exclusive).")
    speaker_id: Mapped[int | None] = mapped_column(
        ForeignKey("entities.entity_id"), comment="Who said it; empty where that cannot be told."
    )
    attribution: Mapped[str] = mapped_column(
        comment="How the speaker was found: named, pronoun, description, continued (from the quote before) or none."
    )
    attribution_reason: Mapped[str] = mapped_column(comment="The same as a sentence.")
    continues_quote_id: Mapped[int | None] = mapped_column(
        ForeignKey("quotes.quote_id"), comment="The quote it goes on from, where nobody is named beside it."
    )
    confidence: Mapped[float] = mapped_column(comment="How sure, 0 to 1, that these are words of this speaker.")
    statement_id: Mapped[int | None] = mapped_column(
        ForeignKey("statements.statement_id"),
        comment="The utterance it quotes; empty for indirect and very short ones.",
    )
    article_entity_id: Mapped[int | None] = mapped_column(
        ForeignKey("article_entities.article_entity_id"), comment="The speaker as this article alone has it."
    )

    article: Mapped[Article] = relationship(back_populates="quotes")
    paragraph: Mapped[Paragraph] = relationship()
    speaker: Mapped[Entity | None] = relationship(back_populates="quotes")
    statement: Mapped[Statement | None] = relationship(back_populates="quotes")
    continues: Mapped[Quote | None] = relationship(remote_side=[quote_id])
    spans: Mapped[list[QuoteSpan]] = relationship(back_populates="quote", order_by="QuoteSpan.ordinal")


class QuoteSpan(Base):
    """One contiguous piece of a quote."""

    __tablename__ = "quote_spans"
    __table_args__ = table(
        'One row is one contiguous piece of a quote inside one paragraph: "A," she said, "B" has two.',
        forward(),
        Index(None, "paragraph_id"),
        with_rowid=False,
    )

    quote_id: Mapped[int] = mapped_column(ForeignKey("quotes.quote_id"), primary_key=True, comment="The quote.")
    ordinal: Mapped[int] = mapped_column(primary_key=True, comment="Place among the quote's pieces, from 1.")
    paragraph_id: Mapped[int] = mapped_column(
        ForeignKey("paragraphs.paragraph_id"), comment="The paragraph the piece stands in."
    )
    start_char: Mapped[int] = mapped_column(comment="Where the piece begins in the article's text.")
    end_char: Mapped[int] = mapped_column(comment="Where it ends (exclusive).")

    quote: Mapped[Quote] = relationship(back_populates="spans")
    paragraph: Mapped[Paragraph] = relationship()

    @property
    def text(self) -> str:
        """The piece as written."""
        offset = self.paragraph.start_char
        return self.paragraph.text[self.start_char - offset : self.end_char - offset]


def quote_text(pieces: Iterable[tuple[int, str]]) -> str:
    """The ``text`` of a quote, from its pieces.

    In: each piece's paragraph (its number) and words, in text order. Out: the words; ``[...]`` stands for what divides
    two pieces of one paragraph, a line break for the end of a paragraph.
    """
    parts: list[str] = []
    previous: int | None = None
    for paragraph, words in pieces:
        if previous is not None:
            parts.append(" [...] " if paragraph == previous else "\n")
        parts.append(words)
        previous = paragraph
    return "".join(parts)
