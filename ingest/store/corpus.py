"""The corpus as it is written: runs, batches of articles, findings.

A batch is one transaction: after a crash it is there whole or not at all, and the next run goes on behind it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from sqlalchemy import Connection, Engine, func, select, update

from onrecord.ingest.identities import Resolved
from onrecord.ingest.records import Article as ArticleRecord
from onrecord.ingest.records import Finding
from onrecord.ingest.store.articles import store_articles
from onrecord.ingest.store.findings import store_findings
from onrecord.ingest.store.insert import insert_rows, next_id, table_of
from onrecord.ingest.store.known import Known, known
from onrecord.ingest.store.redescribing import drop_unnamed, redescribe
from onrecord.ingest.store.repeated_lines import flag_repeated_lines, outlets_of, unsettled_outlets
from onrecord.ingest.store.settling import Join, settle
from onrecord.schema import Article, Entity, IngestRun, Quote

NOTHING_UPDATED: Final[Mapping[int, ArticleRecord]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run added. ``articles_updated``: those of the unchanged whose metadata were brought up to date."""

    articles_added: int = 0
    articles_unchanged: int = 0
    articles_updated: int = 0
    quotes_added: int = 0
    findings_added: int = 0


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a corpus holds. ``quotes``: by kind. ``speakers``: people and others with a name who are quoted."""

    articles: int
    quotes: dict[str, int]
    speakers: int


class Corpus:
    """A database at the newest revision, opened to be added to by one run.

    In: the engine; when the run began (UTC, ISO 8601) and the versions of program and reader.
    """

    def __init__(self, engine: Engine, started_at: str, program_version: str, reader_version: str) -> None:
        self._engine = engine
        self._added = RunSummary()
        self._outlets: set[int] = set()  # whose articles came or are told otherwise
        with engine.begin() as connection:
            self._run_id = next_id(connection, IngestRun)
            row = (self._run_id, started_at, None, program_version, reader_version, 0, 0, 0, 0, 0)
            insert_rows(connection, IngestRun, [row])

    def known(self, article: ArticleRecord) -> Known | None:
        """The stored article that this one is, or None (see ``known``)."""
        with self._engine.connect() as connection:
            return known(connection, article)

    def add(
        self,
        batch: Sequence[Resolved],
        findings: Sequence[Finding] = (),
        unchanged: int = 0,
        updated: Mapping[int, ArticleRecord] = NOTHING_UPDATED,
    ) -> None:
        """Store articles, and what was found on the way, in one transaction.

        In: the articles, of which those that another run has stored meanwhile are left alone; findings (those of the
        analyses are taken from there); how many more articles were met that are stored already; of these, by row
        number, those that are told otherwise now.
        Errors: sqlalchemy.exc.DBAPIError where the disk is full or the file is gone; nothing of the batch is kept.
        """
        with self._engine.begin() as connection:
            new = [one for one in batch if known(connection, one.analysis.article) is None]
            ids = store_articles(connection, self._run_id, new)
            self._outlets |= outlets_of(connection, updated)
            for article_id, article in updated.items():
                redescribe(connection, article_id, article)
                ids[article.key] = article_id
            if updated:
                drop_unnamed(connection)
            self._outlets |= outlets_of(connection, ids.values())
            everything = [*findings, *(f for one in new for f in one.analysis.findings)]
            added = RunSummary(
                self._added.articles_added + len(new),
                self._added.articles_unchanged + unchanged + len(batch) - len(new),
                self._added.articles_updated + len(updated),
                self._added.quotes_added + sum(len(one.analysis.quotes) for one in new),
                self._added.findings_added + store_findings(connection, self._run_id, everything, ids),
            )
            self._write_run(connection, added, None)
        self._added = added

    def finish(self, finished_at: str, join: Join) -> RunSummary:
        """Settle what depends on more than one article, and close the run. Out: what it added.

        That is which lines an outlet repeats, and which entities are one, by ``join`` (see ``resolve``).
        """
        with self._engine.begin() as connection:
            flag_repeated_lines(connection, self._outlets | unsettled_outlets(connection))
            settle(connection, join)
            self._write_run(connection, self._added, finished_at)
        return self._added

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def _write_run(self, connection: Connection, added: RunSummary, finished_at: str | None) -> None:
        connection.execute(
            update(IngestRun)
            .where(table_of(IngestRun).c.ingest_run_id == self._run_id)
            .values(
                finished_at=finished_at,
                article_count=added.articles_added,
                unchanged_count=added.articles_unchanged,
                updated_count=added.articles_updated,
                quote_count=added.quotes_added,
                finding_count=added.findings_added,
            )
        )

    def holdings(self) -> Holdings:
        """What the corpus holds now."""
        named = select(func.count()).select_from(Entity).where(Entity.quote_count > 0, Entity.type != "unnamed")
        with self._engine.connect() as connection:
            kinds = connection.execute(select(Quote.kind, func.count()).group_by(Quote.kind))
            return Holdings(
                articles=connection.scalar(select(func.count()).select_from(Article)) or 0,
                quotes={str(kind): int(count) for kind, count in kinds},
                speakers=connection.scalar(named) or 0,
            )
