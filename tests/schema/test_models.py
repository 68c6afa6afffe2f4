"""The models read like the sentences people would say about articles, quotes and speakers."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from onrecord.schema import Article, Author, Entity, Mention, Outlet, Paragraph, Quote, Statement, open_database


def test_quotes_of_a_person_are_one_line(session: Session) -> None:
    """The example of the README: who said what, by the speaker's name."""
    quotes = session.scalars(select(Quote).where(Quote.speaker.has(name="Mara Ndjaména")).order_by(Quote.quote_id))
    assert [quote.text for quote in quotes] == [
        "“The harbour stays open,” [...] “It always will.”",
        "the ferry would\nsail again in May",
        "“The harbour stays open,”",
    ]


def test_article_gives_its_text_and_what_is_in_it(session: Session) -> None:
    """From an article to its text, quotes, paragraphs, authors, outlet, metadata and file."""
    article = session.scalars(select(Article).where(Article.article_key == "article-1")).one()
    assert article.text == (
        "Harbour stays open\n\n“The harbour stays open,” Mara Ndjaména said. “It always will.”\n\n"
        "Ndjaména, who chairs the council, said the ferry would\nsail again in May."
    )
    assert [quote.start_char for quote in article.quotes] == [20, 124]
    assert [paragraph.kind for paragraph in article.paragraphs] == ["title", "body", "body"]
    assert [author.name for author in article.authors] == ["Ida Lund"]
    assert article.outlet is not None
    assert article.outlet.name == "Coast Courier"
    assert [(field.name, field.value) for field in article.fields] == [("published", "Jan 2026")]
    assert article.document.ingest_run.program_version == "0.1.0"


def test_offsets_of_every_row_lead_to_its_words(session: Session) -> None:
    """Half-open code points into ``article.text`` give a quote's pieces, its cue, its speaker's words and mentions."""
    for quote in session.scalars(select(Quote)):
        whole = quote.article.text
        assert [span.text for span in quote.spans] == [whole[span.start_char : span.end_char] for span in quote.spans]
        assert quote.cue == whole[quote.cue_start_char : quote.cue_end_char]
        assert quote.speaker_as_written == whole[quote.speaker_start_char : quote.speaker_end_char]
    for mention in session.scalars(select(Mention)):
        assert mention.text == mention.paragraph.article.text[mention.start_char : mention.end_char]


def test_speaker_gives_names_mentions_and_quotes(session: Session) -> None:
    """From a quote to its speaker, to every name of that speaker, most used first, and to all else they said."""
    quote = session.scalars(select(Quote).where(Quote.quote_id == 2)).one()
    assert quote.speaker is not None
    assert [name.name for name in quote.speaker.names] == ["Mara Ndjaména", "Ndjaména"]
    assert [mention.text for mention in quote.speaker.mentions] == ["Mara Ndjaména", "Ndjaména", "Mara\nNdjaména"]
    assert [other.quote_id for other in quote.speaker.quotes] == [1, 2, 3]


def test_statement_joins_articles(session: Session) -> None:
    """One utterance leads to its quotes in all articles."""
    statement = session.scalars(select(Statement)).one()
    assert {quote.article.article_key for quote in statement.quotes} == {"article-1", "article-2"}


def test_outlet_and_author_lead_to_articles(session: Session) -> None:
    """Publishers and writers lead to what they published and wrote."""
    assert [article.article_id for article in session.scalars(select(Outlet)).one().articles] == [1, 2]
    assert [article.article_id for article in session.scalars(select(Author)).one().articles] == [1]


def test_paragraph_leads_to_its_mentions(session: Session) -> None:
    """A paragraph knows who is named in it."""
    paragraph = session.scalars(select(Paragraph).where(Paragraph.paragraph_id == 13)).one()
    assert [mention.entity.name for mention in paragraph.mentions] == ["Mara Ndjaména"]


def test_row_shows_itself_briefly(session: Session) -> None:
    """At a prompt a row is its number, its stable key and its name or kind, not its whole text."""
    assert repr(session.get(Entity, 1)) == "Entity(entity_id=1, entity_key='mara', name='Mara Ndjaména')"
    assert repr(session.get(Quote, 3)) == "Quote(quote_id=3, quote_key='article-2-24', kind='direct')"


def test_view_said_answers_in_plain_sql(session: Session) -> None:
    """``said`` gives speaker, words, cue and article without a join, and a row for every quote."""
    rows = session.execute(text("SELECT quote, cue, article_title, outlet FROM said WHERE speaker = 'Mara Ndjaména'"))
    assert ("“The harbour stays open,”", "said", "Ferry to sail in May 😀", "Coast Courier") in [*map(tuple, rows)]
    assert session.scalar(text("SELECT count(*) FROM said")) == 4


def test_readers_read_beside_a_writer(corpus: Path) -> None:
    """A reader does not wait for whoever writes, and sees the state before."""
    writer, reader = open_database(corpus, for_writing=True), open_database(corpus)
    with writer.begin() as writing, reader.connect() as reading:
        writing.execute(text("UPDATE entities SET quote_count = 99"))
        assert reading.scalar(text("SELECT max(quote_count) FROM entities")) == 3
        reading.rollback()
    writer.dispose()
    reader.dispose()


def test_a_reader_of_a_file_that_is_not_there_is_told_so(tmp_path: Path) -> None:
    """A path written wrongly makes no empty file; the error says what makes a corpus."""
    with pytest.raises(FileNotFoundError, match="no such corpus; onrecord ingest"):
        open_database(tmp_path / "corups.db")
    assert list(tmp_path.iterdir()) == []
