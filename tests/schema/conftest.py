"""A corpus of two short articles, written through the models as anybody would."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from onrecord.migrations import upgrade
from onrecord.schema import (
    Article,
    ArticleAuthor,
    ArticleEntity,
    ArticleField,
    Author,
    Decision,
    Document,
    Entity,
    EntityAlias,
    EntityName,
    EntityTitle,
    Finding,
    IngestRun,
    Mention,
    Outlet,
    Paragraph,
    Quote,
    QuoteSpan,
    Statement,
    fulltext,
    open_database,
)

HARBOUR = (
    ("title", "Harbour stays open"),
    ("body", "“The harbour stays open,” Mara Ndjaména said. “It always will.”"),
    ("body", "Ndjaména, who chairs the council, said the ferry would\nsail again in May."),
)
FERRY = (
    ("title", "Ferry to sail in May 😀"),
    ("body", "“The harbour stays open,” said Mara\nNdjaména."),
    ("body", "A port official said repairs were done."),
)


def article_of(number: int, document: Document, blocks: tuple[tuple[str, str], ...]) -> Article:
    """An article whose paragraphs stand one blank line apart; those of article 1 have the row numbers 11, 12 ..."""
    article = Article(
        article_id=number,
        article_key=f"article-{number}",
        text_key=f"text-{number}",
        document=document,
        number=number,
        title=blocks[0][1],
        word_count=20,
    )
    end = 0
    for ordinal, (kind, text) in enumerate(blocks, 1):
        gap = "\n\n" if ordinal > 1 else ""
        start, end = end + len(gap), end + len(gap) + len(text)
        article.paragraphs.append(
            Paragraph(
                paragraph_id=10 * number + ordinal,
                ordinal=ordinal,
                kind=kind,
                rule="given",
                start_char=start,
                end_char=end,
                gap=gap,
                text=text,
            )
        )
    return article


def place(article: Article, words: str, after: int = 0) -> tuple[Paragraph, int, int]:
    """Where ``words`` stand in the article: paragraph, start and end."""
    start = article.text.index(words, after)
    holder = next(p for p in article.paragraphs if p.start_char <= start < p.end_char)
    return holder, start, start + len(words)


def quote_of(article: Article, kind: str, pieces: tuple[str, ...], speaker: str, cue: str) -> Quote:
    """A quote of the article with its pieces, its cue and the words that name its speaker."""
    places = [place(article, piece) for piece in pieces]
    _, cue_start, cue_end = place(article, cue)
    _, speaker_start, speaker_end = place(article, speaker)
    return Quote(
        quote_key=f"{article.article_key}-{places[0][1]}",
        article=article,
        paragraph=places[0][0],
        kind=kind,
        text=" [...] ".join(pieces),
        start_char=places[0][1],
        end_char=places[-1][2],
        cue=cue,
        cue_start_char=cue_start,
        cue_end_char=cue_end,
        speaker_as_written=speaker,
        speaker_start_char=speaker_start,
        speaker_end_char=speaker_end,
        attribution="named",
        attribution_reason="Named beside the quote.",
        confidence=0.9,
        spans=[
            QuoteSpan(ordinal=ordinal, paragraph=paragraph, start_char=start, end_char=end)
            for ordinal, (paragraph, start, end) in enumerate(places, 1)
        ],
    )


def mention_of(article: Article, words: str, entity: Entity, after: int = 0) -> Mention:
    """A mention of the entity by the first such words of the article."""
    paragraph, start, end = place(article, words, after)
    return Mention(
        paragraph=paragraph, start_char=start, end_char=end, entity=entity, type=entity.type, rule="full_name"
    )


def fill(session: Session) -> None:
    """Put the two articles in."""
    run = IngestRun(
        started_at="2026-01-02T03:04:05Z",
        finished_at="2026-01-02T03:04:06Z",
        program_version="0.1.0",
        reader_version="none",
        article_count=2,
        unchanged_count=0,
        updated_count=0,
        quote_count=4,
        finding_count=1,
    )
    document = Document(sha256="0" * 64, ingest_run=run, path="harbour.txt", format="text", byte_count=300)
    harbour, ferry = article_of(1, document, HARBOUR), article_of(2, document, FERRY)
    harbour.outlet = ferry.outlet = Outlet(name="Coast Courier")
    harbour.published = "2026-01"
    author = Author(name="Ida Lund")
    mara = Entity(
        entity_key="mara", name="Mara Ndjaména", type="person", article_count=2, mention_count=3, quote_count=3
    )
    mara.names = [EntityName(name="Mara Ndjaména", mention_count=2), EntityName(name="Ndjaména", mention_count=1)]
    official = Entity(
        entity_key="official", name="A port official", type="unnamed", article_count=1, mention_count=0, quote_count=1
    )
    official.names = [EntityName(name="A port official", mention_count=1)]
    opened = Statement(statement_key="open", text="The harbour stays open", quote_count=2, article_count=2)
    first = quote_of(harbour, "direct", ("“The harbour stays open,”", "“It always will.”"), "Mara Ndjaména", "said")
    second = quote_of(harbour, "indirect", ("the ferry would\nsail again in May",), "Ndjaména, who chairs", "said the")
    third = quote_of(ferry, "direct", ("“The harbour stays open,”",), "Mara\nNdjaména", "said")
    fourth = quote_of(ferry, "indirect", ("repairs were done",), "A port official", "said repairs")
    for number, quote in enumerate((first, second, third, fourth), 1):
        quote.quote_id, quote.speaker = number, mara
    fourth.speaker, fourth.attribution = official, "description"
    first.statement = third.statement = opened
    session.add_all([harbour, ferry, author, mara, official, opened])
    session.flush()
    session.add_all(
        [
            ArticleAuthor(article_id=harbour.article_id, ordinal=1, author_id=author.author_id, role="author"),
            ArticleField(
                article_id=harbour.article_id,
                ordinal=1,
                name="published",
                value="Jan 2026",
                source="header",
                line=1,
                is_chosen=1,
            ),
            mention_of(harbour, "Mara Ndjaména", mara),
            mention_of(harbour, "Ndjaména", mara, after=second.start_char - 45),
            mention_of(ferry, "Mara\nNdjaména", mara),
            ArticleEntity(
                article_entity_id=1,
                article_entity_key="mara-1",
                article_id=harbour.article_id,
                entity=mara,
                name_key="mara",
                type="person",
                name="Mara Ndjaména",
                form="mara ndjamena",
                is_short=0,
                is_settled=1,
                reason="It goes by this name.",
                score=1.0,
            ),
            EntityTitle(article_entity_id=1, title="chair of the council"),
            EntityAlias(type="person", alias="ndjamena", form="mara ndjamena", article_count=1),
            Decision(
                kind="rename",
                entity_key="mara",
                value="Mara Ndjaména",
                decided_by="Ida Lund",
                decided_at="2026-01-03T03:04:05Z",
                reason="As she writes it.",
            ),
            Finding(
                finding_key="finding-1",
                ingest_run_id=run.ingest_run_id,
                article_id=ferry.article_id,
                path="harbour.txt",
                code="no-date",
                message="No date was found.",
                start_char=0,
                end_char=5,
            ),
        ]
    )
    session.flush()
    for index in fulltext.INDEXES:
        session.connection().exec_driver_sql(fulltext.add_rows(index), {"first": 1})


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A sound file with the two articles."""
    path = tmp_path / "corpus.db"
    upgrade(path)
    engine = open_database(path, for_writing=True)
    with Session(engine) as session:
        fill(session)
        session.commit()
    engine.dispose()
    return path


@pytest.fixture
def engine(corpus: Path) -> Iterator[Engine]:
    """The corpus, opened as a reader opens it."""
    engine = open_database(corpus)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session over the corpus."""
    with Session(engine) as session:
        yield session
