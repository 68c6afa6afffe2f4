"""The sample of ``sample.yaml`` as a corpus: its articles, and what is known of all of them together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sample_article import Rows, key_of
from sample_identity import add_identity
from sqlalchemy import Connection

from onrecord.schema import (
    Article,
    Base,
    Entity,
    EntityName,
    Finding,
    IngestRun,
    Quote,
    create_all,
    fulltext,
    open_database,
)


class Build(Rows):
    """All rows of the sample, written in one go."""

    def world(self) -> None:
        """Entities with their counts, the run, and what could not be read."""
        for key, number in self.entities.items():
            given = self.sample["entities"][key]
            seen = self.mentions.get(number, [])
            self.add(
                Entity,
                entity_id=number,
                entity_key=key_of("entity", given["type"], given["name"]),
                name=given["name"],
                type=given["type"],
                iso_code=given.get("iso_code"),
                geonames_id=given.get("geonames_id"),
                wikidata_id=given.get("wikidata_id"),
                latitude=given.get("latitude"),
                longitude=given.get("longitude"),
                article_count=len({article for article, _ in seen}),
                mention_count=len(seen),
                quote_count=sum(row["speaker_id"] == number for row in self.rows[Quote.__tablename__]),
            )
            for name in dict.fromkeys(name for _, name in seen):
                self.add(EntityName, entity_id=number, name=name, mention_count=sum(n == name for _, n in seen))
        for number, finding in enumerate(self.sample["findings"], 1):
            self.add(
                Finding,
                finding_id=number,
                finding_key=key_of("finding", number),
                ingest_run_id=1,
                article_id=None,
                start_char=None,
                end_char=None,
                **finding,
            )
        self.add(
            IngestRun,
            ingest_run_id=1,
            started_at="2026-11-21T08:00:00Z",
            finished_at="2026-11-21T08:00:07Z",
            program_version="0.1.0",
            reader_version="sample 0000",
            article_count=len(self.rows[Article.__tablename__]),
            unchanged_count=0,
            updated_count=0,
            quote_count=len(self.rows[Quote.__tablename__]),
            finding_count=len(self.rows[Finding.__tablename__]),
        )

    def write(self, connection: Connection) -> None:
        """Every row, parents before children, then the full text."""
        for table in Base.metadata.sorted_tables:
            if rows := self.rows.get(table.name):
                connection.execute(table.insert(), rows)
        for index in fulltext.INDEXES:
            connection.exec_driver_sql(fulltext.add_rows(index), {"first": 1})


def build_sample(sample: dict[str, Any], path: Path) -> None:
    """Make the sample a file."""
    build = Build(sample)
    for number, article in enumerate(sample["articles"], 1):
        build.article(number, article)
    build.world()
    add_identity(build, sample["identity"])
    engine = open_database(path, for_writing=True)
    with engine.begin() as connection:
        create_all(connection)
        build.write(connection)
    engine.dispose()
